import type { Notice } from '@deep-dive/shared-types';
import { describe, expect, it } from 'vitest';
import { siteQuery } from '../queries/site';
import { render, textOf } from '../testing/render';
import { anAction, site } from '../testing/samples';
import { Layout } from './Layout';

const show = (notice: Notice | null = null, path = '/deep-dive'): string =>
  render(
    <Layout>
      <h1>Page</h1>
    </Layout>,
    [[siteQuery, { ...site, notice }]],
    path,
  );

/** The fixtures' queries were answered on 15 January 2027. */
const notice: Notice = {
  id: 1,
  text: 'Registration opens on Monday.',
  action: anAction({ label: 'See the dates' }),
  from: '2027-01-10T00:00:00Z',
  to: '2027-01-20T00:00:00Z',
};

describe('Layout', () => {
  it('begins with a way past the menu', () => {
    const html = show();
    expect(html.indexOf('href="#main"')).toBeLessThan(html.indexOf('<header'));
    expect(html).toMatch(/<main id="main" tabindex="-1"[^>]*><h1>Page<\/h1><\/main>/);
  });

  it('names the site and its menu, which opens without script', () => {
    const html = show();
    expect(textOf(html)).toContain('Code.org Professional Learning');
    expect(html).toMatch(/<details[^>]*><summary[^>]*>.*Menu<\/summary><nav/);
    expect(html).toContain('href="/regional-partners"');
  });

  it.each(['/deep-dive', '/'])('marks the page one is on in the menu, at %s', (path) => {
    expect(show(null, path)).toMatch(/aria-current="page" href="\/deep-dive">Deep Dive<\/a>/);
  });

  it('shows the notice from its first moment to its last', () => {
    expect(textOf(show(notice))).toContain('Registration opens on Monday. See the dates');
    expect(show({ ...notice, from: '2027-01-16T00:00:00Z' })).not.toContain('Registration opens');
    expect(show({ ...notice, to: '2027-01-14T00:00:00Z' })).not.toContain('Registration opens');
  });

  it('stands while the CMS cannot say what the site is', () => {
    const html = render(
      <Layout>
        <h1>Page</h1>
      </Layout>,
    );
    expect(html).toContain('<h1>Page</h1>');
    expect(textOf(html)).toContain('Code.org Professional Learning');
  });
});
