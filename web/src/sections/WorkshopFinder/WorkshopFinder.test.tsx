import { describe, expect, it } from 'vitest';
import { workshopsQuery } from '../../queries/workshops';
import { type Answer, renderSections, textOf } from '../../testing/render';
import { aList, aWorkshop } from '../../testing/samples';
import { workshopFinderExamples } from './WorkshopFinder.examples';

const { section: finder } = workshopFinderExamples.usual;

const listed = (list: ReturnType<typeof aList>): Answer[] => [
  [(cms) => workshopsQuery(cms, { kind: 'deep-dive' }), list],
];

describe('WorkshopFinder', () => {
  it('shows the map’s picture and the same workshops as a list, before any script runs', () => {
    const html = renderSections([finder], listed(aList([aWorkshop()], 400)));
    expect(html).toMatch(
      /<img src="\/workshops.svg\?kind=deep-dive" width="975" height="610" alt="Map of the United States[^"]*"/,
    );
    expect(html).toMatch(/<h3[^>]*>400 upcoming workshops<\/h3>/);
    const [link = ''] = /<h4[^>]*><a href="\/workshops\/denver-march">.*?<\/h4>/.exec(html) ?? [];
    expect(textOf(link)).toBe('CS Fundamentals: Deep Dive in Denver');
    expect(html).toMatch(/href="\/workshops\?kind=deep-dive"[^>]*>See all 400 workshops/);
  });

  it('can be linked to, whatever its heading says', () => {
    const html = renderSections([finder], listed(aList([aWorkshop()])));
    for (const id of ['register', 'workshops', 'register-for-a-deep-dive-workshop'])
      expect(html).toContain(`id="${id}"`);
  });

  it('says what to do when no workshop is near', () => {
    const html = renderSections([finder], listed(aList([aWorkshop()])));
    expect(textOf(html)).toContain(
      'If you can’t find a workshop, and you’re in the U.S., contact your Regional Partner.',
    );
    expect(html).toMatch(/href="\/regional-partners"[^>]*>Contact your Regional Partner</);
  });

  it('searches in the page’s own address, for its own kind', () => {
    const html = renderSections(
      [finder],
      [[(cms) => workshopsQuery(cms, { near: 'Denver, CO', kind: 'deep-dive' }), aList([aWorkshop()], 12)]],
      '?near=Denver%2C+CO&kind=intro&page=3',
    );
    expect(html).toMatch(/<form[^>]*method="get" action="\/deep-dive#register"/);
    expect(html).toContain('value="Denver, CO"');
    expect(html).not.toContain('name="kind"');
    expect(html).toMatch(/href="\/workshops\?near=Denver,\+CO&amp;kind=deep-dive"[^>]*>See all 12 workshops/);
  });

  it('repeats no id when there are two on a page', () => {
    const other = { ...finder, id: 2, kind: 'intro' } as const;
    const html = renderSections(
      [finder, other],
      [
        ...listed(aList([aWorkshop()], 400)),
        [(cms) => workshopsQuery(cms, { kind: 'intro' }), aList([aWorkshop({ kind: 'intro' })])],
      ],
    );
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toContain('workshops-2');
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('points to the Regional Partner when there is no workshop at all', () => {
    const html = renderSections([finder], listed(aList([])));
    expect(textOf(html)).toContain('No workshops are listed right now');
    expect(html).toMatch(
      /<a href="\/regional-partners">Regional Partner<\/a> may know of a private workshop/,
    );
  });
});
