import { type Place, parseWorkshopSearch, type WorkshopList } from '@deep-dive/shared-types';
import { describe, expect, it } from 'vitest';
import { render, textOf } from '../testing/render';
import { aList, aWorkshop, denver } from '../testing/samples';
import { finderState } from './state';
import { TellMe } from './TellMe';

const purpose = { id: 'w', kind: null, growth: 'pages', level: 2, isEmbedded: false } as const;
const show = (list: Partial<WorkshopList>, query = '?near=Denver'): string =>
  render(
    <TellMe
      finder={finderState(parseWorkshopSearch(query), '/workshops', purpose)}
      list={{ ...aList([]), near: denver, ...list }}
    />,
  );
const hrefIn = (html: string) => /href="([^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
const demand = { area: 'Yakima, WA', teachers: 7, needed: 12 };
const placed = (place: Partial<Place>) => ({ near: { ...denver, place: { ...denver.place, ...place } } });

describe('Where nothing was found', () => {
  it('one can be told once there is something, with all that was searched', () => {
    expect(hrefIn(show({}, '?near=Denver&radius=100&kind=intro'))).toBe(
      '/alerts?near=Denver%2C+CO&radius=100&kind=intro',
    );
  });

  it.each([
    [{ kind: 'zip', label: 'Denver, CO 80202' }, '/alerts?near=80202'],
    [{ kind: 'point', label: 'a spot near Denver, CO' }, '/alerts?near=80202'],
    [{ kind: 'state', label: 'Colorado', zip: null }, '/alerts'],
  ] satisfies [Partial<Place>, string][])('the place is said as it is known again: %j', (place, href) => {
    expect(hrefIn(show(placed(place)))).toBe(href);
  });

  it('near no place, the form asks for one; near one that is unknown, nothing is offered yet', () => {
    expect(hrefIn(show({ near: null }, ''))).toBe('/alerts');
    expect(show({ near: { status: 'unknown-place', text: 'x', didYouMean: [] } })).toBe('');
  });

  it('nothing is said where something was found', () => {
    expect(show({ ...aList([aWorkshop()]), near: denver })).toBe('');
  });
});

describe('How many teachers want a workshop', () => {
  it('is said in words, as a bar with a name, and what it means', () => {
    const html = show({ demand });
    expect(textOf(html)).toMatch(
      /^7 of 12 teachers needed near Yakima, WA Regional Partners set up workshops where enough teachers want one\. Count yourself in\./,
    );
    expect(html).toMatch(/<label>7 of 12 teachers.*<progress value="7" max="12"><\/progress><\/label>/);
  });

  it.each([12, 14])('is enough with %d of 12', (teachers) => {
    const html = show({ demand: { ...demand, teachers } });
    expect(textOf(html)).toContain(
      `${teachers} teachers near Yakima, WA want a workshop. Your Regional Partner knows.`,
    );
    expect(html).not.toContain('<progress');
    expect(hrefIn(html)).toContain('/alerts');
  });

  it('is said below what was found, too', () => {
    expect(show({ ...aList([aWorkshop()]), near: denver, demand })).toContain('7 of 12');
  });
});
