import { parseWorkshopSearch } from '@deep-dive/shared-types';
import { describe, expect, it } from 'vitest';
import { EmbeddedContext } from '../components/SiteLink';
import { workshopsQuery } from '../queries/workshops';
import { aList, aWorkshop } from '../sections/fixtures';
import { render, textOf } from '../sections/render';
import { EmbedPage } from './EmbedPage';
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

describe('EmbedPage', () => {
  const html = render(
    <EmbeddedContext.Provider value>
      <EmbedPage siteName="Professional Learning" />
    </EmbeddedContext.Provider>,
    answer('', aList([aWorkshop()], 5)),
    '/embed/workshops',
  );

  it('pages inside its frame', () => {
    expect(html).toContain('action="/embed/workshops"');
    expect(html).toMatch(/<a rel="next" href="\/embed\/workshops\?page=2#workshops-results">Next<\/a>/);
  });

  it('opens everything else in a new tab, and says so', () => {
    expect(html).toMatch(/<a href="\/workshops\/denver-march" target="_blank" rel="noopener">/);
    expect(textOf(html)).toContain('CS Fundamentals: Deep Dive in Denver (opens in a new tab)');
    for (const [link] of html.matchAll(/<a [^>]*>/g)) expect(link).toMatch(/href="\/embed\/|target="_blank"/);
  });

  it('says whose workshops they are', () => {
    expect(textOf(html)).toContain('Workshops from Professional Learning');
  });
});
