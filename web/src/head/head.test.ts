import { describe, expect, it } from 'vitest';
import { escapeJson } from '../escape';
import { type Head, renderHead } from './head';

const head: Head = {
  title: 'Tips & "tricks" | Site',
  description: null,
  canonical: 'https://example.org/tips',
  siteName: 'Site',
  image: null,
  alternates: [],
  jsonLd: [],
  robots: null,
};

describe('renderHead', () => {
  it('escapes what people wrote', () => {
    const html = renderHead({ ...head, title: '</title><script>alert(1)</script>' });
    expect(html).not.toContain('<script>');
    expect(renderHead(head)).toContain('<title>Tips &#38; &#34;tricks&#34; | Site</title>');
  });

  it('leaves out what is not known', () => {
    const html = renderHead({ ...head, canonical: null });
    for (const absent of ['description', 'canonical', 'og:url', 'og:image', 'alternate', 'robots', 'null'])
      expect(html).not.toContain(absent);
  });

  it('offers the same facts to other programs', () => {
    const feed = { type: 'text/calendar', href: '/workshops.ics?kind=intro&near=80202', title: 'Calendar' };
    expect(renderHead({ ...head, alternates: [feed] })).toContain(
      '<link rel="alternate" type="text/calendar" href="/workshops.ics?kind=intro&#38;near=80202" title="Calendar">',
    );
  });

  it('writes facts as data that cannot end their own element', () => {
    const html = renderHead({
      ...head,
      jsonLd: [
        { '@context': 'https://schema.org', '@type': 'Organization', name: '</script><script>alert(1)' },
      ],
    });
    expect(html.match(/<\/script>/g)).toHaveLength(1);
    const json = /<script type="application\/ld\+json">(.*)<\/script>/.exec(html)?.[1] ?? '';
    expect(JSON.parse(json)).toMatchObject({ name: '</script><script>alert(1)' });
  });
});

describe('escapeJson', () => {
  it('keeps the meaning and loses every "<"', () => {
    const value = { text: '</script><!--<script>' };
    const escaped = escapeJson(JSON.stringify(value));
    expect(escaped).not.toContain('<');
    expect(JSON.parse(escaped)).toEqual(value);
  });
});
