import { describe, expect, it } from 'vitest';
import { partnersQuery } from '../../queries/partners';
import { renderSections, textOf } from '../../testing/render';
import { aPartner } from '../../testing/samples';
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
