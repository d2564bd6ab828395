import { expect, it } from 'vitest';
import { siteQuery } from '../queries/site';
import { render } from '../testing/render';
import { anAction, site } from '../testing/samples';
import { PrivacyNote } from './PrivacyNote';
import { ProblemSummary } from './ProblemSummary';
import { waitWords } from './words';

it('the summary leads to each field, in the order of the form, and is read first', () => {
  const html = render(
    <ProblemSummary
      problems={['grades', 'message', 'name'].map((field) => ({ field, message: `Mend ${field}` }))}
      order={['name', 'message', 'grades']}
    />,
  );
  expect([...html.matchAll(/href="#intake-(\w+)"/g)].map(([, name]) => name)).toEqual([
    'name',
    'message',
    'grades',
  ]);
  expect(html).toMatch(/tabindex="-1" autofocus/i);
});

it.each([
  [1, '1 minute'],
  [61, '2 minutes'],
  [600, '10 minutes'],
  [5_400, '2 hours'],
  [86_400, '24 hours'],
])('%d seconds are said as %s', (seconds, words) => {
  expect(waitWords(seconds)).toBe(words);
});

it.each([
  [{ url: null, page: { slug: 'privacy', title: 'Your privacy' } }, true],
  [{ url: '/privacy' }, true],
  [{ url: '/workshops' }, false],
])('a form leads to what is kept of it only where the site’s foot does: %j', (target, isThere) => {
  const known = { ...site, footerLinks: [anAction(target)] };
  expect(render(<PrivacyNote />, [[siteQuery, known]]).includes('href="/privacy"')).toBe(isThere);
});
