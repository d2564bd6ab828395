import type { WorkshopList } from '@deep-dive/shared-types';
import { describe, expect, it } from 'vitest';
import { partnersQuery } from '../../queries/partners';
import { siteQuery } from '../../queries/site';
import { workshopsQuery } from '../../queries/workshops';
import { renderSections, textOf } from '../../testing/render';
import { aList, aPartner, denver, site } from '../../testing/samples';
import { groupByState } from './group-by-state';
import { partnerDirectoryExamples } from './PartnerDirectory.examples';

const { section: partnerDirectory } = partnerDirectoryExamples.usual;

const frontRange = aPartner();
const boston = aPartner({
  name: 'Boston Partners',
  slug: 'boston',
  email: null,
  phone: null,
  website: null,
  contactName: null,
  territory: [{ id: 1, state: null, zips: '02108, 02109' }],
});

describe('PartnerDirectory', () => {
  it('lists partners under each state they serve, with every way to reach them', () => {
    const html = renderSections([partnerDirectory], [[partnersQuery, [frontRange, boston]]]);
    const text = textOf(html);
    expect(text).toMatch(/Colorado Front Range Partners Ana Ruiz ana@frontrange.example \(303\) 555-0100/);
    expect(text).toMatch(/Wyoming Front Range Partners/);
    expect(html).toContain('href="/partners/front-range"');
    expect(html).toContain('href="mailto:ana@frontrange.example"');
    expect(html).toContain('href="tel:3035550100"');
    expect(html).toContain('href="#colorado"');
    expect(html).toContain('id="colorado"');
  });
});

describe('Your Regional Partner by ZIP code or city', () => {
  const ask = (near: string, answer: Partial<WorkshopList>): string =>
    renderSections(
      [partnerDirectory],
      [
        [partnersQuery, [frontRange, boston]],
        [siteQuery, site],
        [(cms) => workshopsQuery(cms, { near }), { ...aList([]), ...answer }],
      ],
      `?near=${encodeURIComponent(near)}`,
    );

  it('is asked for first, without script too', () => {
    const html = renderSections([partnerDirectory], [[partnersQuery, [frontRange, boston]]]);
    expect(html).toMatch(/<form method="get" action="\/deep-dive#your-partner"/);
    expect(html.indexOf('name="near"')).toBeLessThan(html.indexOf('href="#colorado"'));
    expect(html).not.toContain('id="your-partner"');
  });

  it('is named with every way to reach them, and the way to the workshops there', () => {
    const html = ask('80202', { near: denver, partners: [frontRange] });
    const answer = html.slice(html.indexOf('id="your-partner"'), html.indexOf('aria-label="Go to a state"'));
    expect(textOf(answer)).toMatch(/Your Regional Partner for Denver, CO Front Range Partners Ana Ruiz ana@/);
    expect(answer).toContain('href="/workshops?near=80202"');
    expect(html).toContain('value="80202"');
  });

  it.each<[string, Partial<WorkshopList>, RegExp]>([
    ['Denver', { near: denver }, /No Regional Partner serves Denver, CO yet/],
    [
      '00000',
      { near: { status: 'unknown-zip', zip: '00000', didYouMean: [] } },
      /don’t know the ZIP code 00000/,
    ],
    ['APO AE', { near: { status: 'military-zip', zip: 'APO AE' } }, /APO AE is a military address/],
    ['Oslo', { near: { status: 'outside-us', text: 'Oslo' } }, /“Oslo” is outside the United States/],
    [
      'Denvr',
      { near: { status: 'unknown-place', text: 'Denvr', didYouMean: ['Denver, CO'] } },
      /couldn’t find “Denvr” .* Did you mean Denver, CO/,
    ],
  ])('is nobody’s for “%s”, which is told apart, and there is someone to ask', (near, answer, words) => {
    const html = ask(near, answer);
    expect(textOf(html)).toMatch(words);
    expect(textOf(html)).toContain('Someone to ask: Jo Kim');
    expect(html).toContain('href="mailto:jo@national.example"');
  });

  it('says so when it can’t be looked up, and who to ask', () => {
    const answers = [partnersQuery, [frontRange]] as const;
    const html = renderSections([partnerDirectory], [[...answers]], '?near=80202');
    expect(textOf(html)).toContain('We couldn’t look that up just now');
    expect(textOf(html)).not.toContain('Someone to ask');
  });
});

describe('groupByState', () => {
  it('goes by the names of the states, with single ZIP codes last', () => {
    const idaho = aPartner({ slug: 'idaho', territory: [{ id: 1, state: 'ID', zips: null }] });
    const titles = groupByState([boston, idaho, frontRange]).map(({ title }) => title);
    expect(titles).toEqual(['Colorado', 'Idaho', 'Wyoming', 'Single cities and ZIP codes']);
  });

  it('leaves out states nobody serves', () => {
    expect(groupByState([])).toEqual([]);
  });
});
