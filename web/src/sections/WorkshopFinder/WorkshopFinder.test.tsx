import { describe, expect, it } from 'vitest';
import { workshopsQuery } from '../../queries/workshops';
import { aList, aWorkshop, finder } from '../fixtures';
import { type Answer, renderSections, textOf } from '../render';

const listed = (list: ReturnType<typeof aList>): Answer[] => [[(cms) => workshopsQuery(cms, {}), list]];

describe('WorkshopFinder', () => {
  it('shows the map’s picture and the same workshops as a list, before any script runs', () => {
    const html = renderSections([finder], listed(aList([aWorkshop()], 400)));
    expect(html).toMatch(/<img src="\/workshops.svg" width="975" height="640" alt="[^"]*400 workshops[^"]*"/);
    expect(html).toMatch(/<h3[^>]*>400 upcoming workshops<\/h3>/);
    expect(html).toMatch(
      /<h4[^>]*><a href="\/workshops\/denver-march">CS Fundamentals: Deep Dive in Denver<\/a><\/h4>/,
    );
    expect(html).toMatch(/href="\/workshops"[^>]*>See all 400 workshops/);
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

  it('points to the Regional Partner when there is no workshop at all', () => {
    const html = renderSections([finder], listed(aList([])));
    expect(textOf(html)).toContain('No workshops are listed right now');
    expect(html).toMatch(
      /<a href="\/regional-partners">Regional Partner<\/a> may know of a private workshop/,
    );
  });
});
