import { describe, expect, it } from 'vitest';
import {
  canBeDialled,
  isReservedSlug,
  isSafeUrl,
  isWebAddress,
  linkProblem,
  runsCode,
  slugProblem,
} from './urls';

describe('a telephone number', () => {
  it.each([
    '(303) 555-0100',
    '303.555.0100',
    '3035550100',
    '1-800-555-0100',
    '+1 303 555 0100',
    '303-555-0100 x12',
    '(303) 555-0100, ext. 4021',
    '1-800-TEACH-CS',
  ])('%s can be dialled', (number) => expect(canBeDialled(number)).toBe(true));

  it.each([
    '555-0100',
    '303-555-010',
    '303-555-01000',
    'call Pat',
    'notanumber',
    '+44 20 7946 0000',
    '303-555-0100 / 0101',
    '--',
  ])('%s can’t', (number) => expect(canBeDialled(number)).toBe(false));
});

describe('an address', () => {
  it('runs code however it is written, and only then', () => {
    for (const url of [
      'javascript:alert(1)',
      ' JavaScript:x',
      'java\nscript:x',
      '\u0001data:text/html,x',
      'vbscript:x',
    ])
      expect(runsCode(url)).toBe(true);
    for (const url of ['https://example.org/javascript:', '/data', '#javascript', 'mailto:data@example.org'])
      expect(runsCode(url)).toBe(false);
  });
});

describe('a web address', () => {
  it.each([
    'https://forms.gle/abc',
    'HTTP://Example.ORG',
    'http://127.0.0.1:8080/x',
    'https://a-b.c1.example:443/?q=%20#part',
    'https://пример.рф',
    'https://example.museum.x2y',
  ])('is one that any browser opens: %s', (url) => {
    expect(isWebAddress(url)).toBe(true);
  });

  it.each([
    'example.org',
    'see https://example.org',
    'ftp://example.org',
    'https://',
    'https://forms',
    'https://forms..gle',
    'https://-forms.gle',
    'https://forms-.gle',
    'https://under_score.example.org',
    'https://example.org/a b',
    'https://example.org\\@elsewhere.example',
    'https://example.org:99999',
    'https://[::1]/',
  ])('is none that the next would read another way: %s', (url) => {
    expect(isWebAddress(url)).toBe(false);
  });
});

describe('where a visitor can be sent', () => {
  it.each([
    'https://example.org',
    'mailto:help@example.org',
    'MailTo:help@mail.example.org?subject=Deep%20Dive',
    'tel:+1 (303) 555-0100',
    'tel:303.555.0100;ext=12',
    'tel:5550100',
    '/',
    '/deep-dive?x=1#part',
    '#register',
  ])('is there: %s', (url) => {
    expect(isSafeUrl(url)).toBe(true);
  });

  it.each([
    '',
    'deep-dive',
    'to mailto:help@example.org',
    'mailto:help',
    'mailto:help@example',
    'mailto:help@example.',
    'mailto:a@b@example.org',
    'mailto:a,b@example.org',
    'mailto:help@example.org?subject=Deep Dive',
    'mailto:help@example.org, pat@example.org',
    'call tel:3035550100',
    'tel:555010',
    'tel:555-010;ext=1234',
    'tel:303-555-0100;ext=',
    'tel:303-555-0100 ext 12',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/deep dive',
    '#a b',
    'see /deep-dive',
    'javascript:alert(1)',
  ])('is nowhere: %s', (url) => {
    expect(isSafeUrl(url)).toBe(false);
  });
});

describe('a link on a page', () => {
  const linkable = {
    paths: new Set(['/deep-dive', '/partners/code-partners']),
    parts: new Set(['main', 'register', 'cost']),
  };
  const problem = (url: string, inText = false) => linkProblem(url, linkable, inText);

  it('may lead to the one-pager of a page that is there, and to none of another', () => {
    for (const url of ['/deep-dive/one-pager.pdf', '/deep-dive/one-pager.pdf?near=98901'])
      expect(problem(url)).toBeNull();
    for (const url of [
      '/nowhere/one-pager.pdf',
      '/one-pager.pdf',
      '/deep-dive/two-pager.pdf',
      '/partners/code-partners/one-pager.pdf',
    ])
      expect(problem(url)).toContain('nothing is published there');
  });

  it.each([
    '/',
    '/quote',
    '/quote/?near=59715',
    '/workshops',
    '/workshops.ics',
    '/workshops.rss',
    '/workshops.geojson?kind=intro',
    '/workshops/boise-2027',
    '/embed/workshops',
    '/uploads/letter.pdf',
    '/sitemap.xml',
    '/robots.txt',
    '/deep-dive',
    '/deep-dive/',
    '/deep-dive?x=1#anything',
    '/partners/code-partners',
    '#',
    '#main',
    '#cost',
    'https://example.org/summer',
    'mailto:help@example.org',
  ])('may lead to %s', (url) => {
    expect(problem(url)).toBeNull();
  });

  it.each([
    '/summer',
    '/deep-dive/more',
    '/a/deep-dive',
    '/workshops.pdf',
    '/xquote',
    '/quotes',
    '/embed/',
    '/admin',
  ])('may not lead to %s, where nothing is', (url) => {
    expect(problem(url)).toBe(
      `“${url}”, and nothing is published there. Publish that page first, or correct the address.`,
    );
  });

  it('may lead to any part of a page whose parts can’t be told', () => {
    expect(linkProblem('#anywhere', { ...linkable, parts: null }, false)).toBeNull();
  });

  it('names the parts there are when it leads to one that is not, the first twelve of them', () => {
    expect(problem('#prices')).toBe('“#prices”, and this page has no such part. It has #register, #cost.');
    const many = new Set(Array.from({ length: 20 }, (_, number) => `part-${number}`));
    expect(linkProblem('#prices', { ...linkable, parts: many }, false)).toMatch(/#part-10, #part-11\.$/);
    expect(linkProblem('#prices', { ...linkable, parts: new Set(['main']) }, false)).toBe(
      '“#prices”, and this page has no such part. Choose another target.',
    );
  });

  it('says what an address can be, in rich text and on a button', () => {
    expect(problem('deep-dive')).toBe(
      '“deep-dive”, which isn’t an address we can link to. Use https://…, mailto:…, tel:…, a place on this site (/workshops) or a part of the page (#register).',
    );
    expect(problem('deep-dive', true)).toContain('or a part of a page (/deep-dive#register).');
    expect(problem('x'.repeat(200))).toContain(`“${'x'.repeat(80)}”`);
  });
});

describe('a slug', () => {
  it.each(['deep-dive', 'a', '2027', 'summer-2027-b'])('may be %s', (slug) => {
    expect(slugProblem(slug, true)).toBeNull();
  });

  it.each(['', 'Deep', 'a--b', '-a', 'a-', 'a b', 'robots.txt', 'été'])('may not be “%s”', (slug) => {
    expect(slugProblem(slug, false)).toBe(
      `The address “${slug}” won’t do. Use small letters, digits and single hyphens: “deep-dive”.`,
    );
  });

  it('of a page is none that another part of the site has', () => {
    const taken = [
      'admin',
      'api',
      'assets',
      'embed',
      'healthz',
      'partners',
      'quote',
      'readyz',
      'uploads',
      'workshops',
    ];
    for (const slug of taken) {
      expect(isReservedSlug(slug)).toBe(true);
      expect(slugProblem(slug, true)).toContain(`“${slug}” belongs to another part of the site`);
      expect(slugProblem(slug, false)).toBeNull();
    }
    expect(isReservedSlug('deep-dive')).toBe(false);
  });

  it('is repeated no further than its beginning', () => {
    expect(slugProblem('X'.repeat(500), true)).toContain(`“${'X'.repeat(60)}”`);
  });
});
