import { parseWorkshopSearch } from '@deep-dive/shared-types';
import { describe, expect, it } from 'vitest';
import { EmbeddedContext } from '../../components/SiteLink';
import type { PartnerStanding } from '../../queries/partners';
import { workshopsQuery } from '../../queries/workshops';
import { render, textOf } from '../../testing/render';
import { aList, aWorkshop } from '../../testing/samples';
import { EmbedPage } from '../EmbedPage/EmbedPage';
import { WorkshopsPage } from './WorkshopsPage';

const answer = (query: string, list = aList([aWorkshop({ kind: 'intro' })], 5, 2)) =>
  [[(cms: never) => workshopsQuery(cms, parseWorkshopSearch(query).search), list]] as never;

describe('WorkshopsPage', () => {
  it('lists a page of workshops and links to the others, filters kept', () => {
    const query = '?kind=intro&page=2';
    const html = render(<WorkshopsPage />, answer(query), '/workshops', query);
    expect(html).toContain('<h1>Find a workshop</h1>');
    expect(html).toMatch(/<h2 id="workshops-results"[^>]*>5 upcoming workshops<\/h2>/);
    expect(html).toMatch(/rel="prev" href="\/workshops\?kind=intro#workshops-results">Previous</);
    expect(html).toMatch(/rel="next" href="\/workshops\?kind=intro&amp;page=3#workshops-results">Next</);
    expect(html).toMatch(/aria-current="page" href="\/workshops\?kind=intro&amp;page=2#workshops-results"/);
  });
});

function embed(
  query: string,
  list = aList([aWorkshop()], 5),
  standing: PartnerStanding | null = null,
): string {
  return render(
    <EmbeddedContext.Provider value>
      <EmbedPage siteName="Professional Learning" standing={standing} />
    </EmbeddedContext.Provider>,
    answer(query, list),
    '/embed/workshops',
    query,
  );
}

describe('EmbedPage', () => {
  const html = embed('');

  it('pages inside its frame', () => {
    expect(html).toContain('action="/embed/workshops"');
    expect(html).toMatch(/<a rel="next" href="\/embed\/workshops\?page=2#workshops-results">Next<\/a>/);
  });

  it('opens everything else in a new tab, and says so', () => {
    expect(html).toMatch(/<a href="\/workshops\/denver-march" target="_blank" rel="noopener">/);
    expect(textOf(html)).toContain('CS Fundamentals: Deep Dive in Denver (opens in a new tab)');
    // A calendar program is no page.
    for (const [link] of html.matchAll(/<a [^>]*>/g))
      expect(link).toMatch(/href="(?:\/embed\/|webcal:)|target="_blank"/);
  });

  it('keeps the partner and the kind it was given, whatever a visitor clears', () => {
    const restricted = '?kind=deep-dive&partner=front-range';
    const narrowed = embed(`${restricted}&scholarship=true&bbox=-105,39,-104,40`, aList([]));
    expect(narrowed).toMatch(
      /href="\/embed\/workshops\?kind=deep-dive&amp;partner=front-range#workshops-results"[^>]*>Clear all/,
    );
    for (const [, href] of narrowed.matchAll(/href="(\/embed\/workshops[^"]*)"/g))
      expect(href).toMatch(/kind=deep-dive&amp;.*partner=front-range/);
    expect(narrowed).toContain('<input type="hidden" name="kind" value="deep-dive"/>');
    expect(narrowed).toContain('<input type="hidden" name="partner" value="front-range"/>');
    expect(narrowed).toContain('Filters (1)');
    expect(textOf(narrowed)).not.toContain('One Regional Partner');
    expect(embed(restricted, aList([]))).not.toMatch(/Clear all|clear the filters|these filters/);
  });

  it('offers no filter for the kind: it is for whoever puts the finder on a page to choose', () => {
    for (const query of ['', '?kind=intro']) expect(embed(query)).not.toContain('Every kind');
  });

  it('says whose workshops they are', () => {
    expect(textOf(html)).toContain('Workshops from Professional Learning');
  });

  it('says that it knows no such partner, in place of anybody’s workshops', () => {
    const html = embed('?partner=nope&kind=intro', aList([]), { status: 'unknown' });
    expect(textOf(html)).toContain('We don’t know this Regional Partner');
    expect(textOf(html)).toContain('Is this your website? partner=nope is no Regional Partner.');
    expect(html).toContain('href="/workshops?kind=intro" target="_blank"');
    expect(html).not.toContain('<form');
  });

  it.each(['?partner=Front-Range', '?partner=front%20range', '?partner=%3Cscript%3E'])(
    'says so of what can be nobody’s: %s',
    (query) => {
      const html = embed(query);
      expect(textOf(html)).toContain('What follows partner= is no Regional Partner.');
      expect(html).not.toContain('<form');
    },
  );

  it('leads to where a partner has moved', () => {
    const html = embed('?kind=intro&partner=old', aList([]), { status: 'moved', slug: 'front-range' });
    expect(html).toContain('href="/embed/workshops?kind=intro&amp;partner=front-range"');
    expect(textOf(html)).toContain('partner=old is an old address: write partner=front-range.');
  });

  it.each([null, { status: 'known' } as const])('shows the finder of a partner who is %j', (standing) => {
    const html = embed('?partner=front-range', aList([aWorkshop()]), standing);
    expect(html).toContain('<form');
    expect(textOf(html)).not.toContain('Is this your website?');
  });
});
