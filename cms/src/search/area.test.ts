import type { Near, WorkshopSearch } from '@deep-dive/shared-types';
import { describe, expect, it } from 'vitest';
import { areaOf, partInStates } from './area';
import { near, places } from './fixtures';
import { Locations, NOWHERE } from './locations';

const { seattle, bellevue, portland, honolulu } = places;
const locations = new Locations();
const [inSeattle, inBellevue, inPortland, inHonolulu] = [seattle, bellevue, portland, honolulu].map((each) =>
  locations.numberOf(each),
);
const everywhere = [inSeattle, inBellevue, inPortland, inHonolulu];

describe('a search looks', () => {
  const nobodyKnows: Near = { status: 'unknown-zip', zip: '00000', didYouMean: [] };

  it.each<[string, WorkshopSearch, Near | null, (number | undefined)[] | null]>([
    ['anywhere, without a place', {}, null, null],
    ['anywhere for what is virtual, whatever its place', { format: 'virtual' }, near(seattle), null],
    [
      'anywhere for what is virtual, whatever its bounds',
      { format: 'virtual', bbox: [0, 0, 1, 1] },
      null,
      null,
    ],
    ['within fifty miles of its place, nearest first', {}, near(bellevue), [inBellevue, inSeattle]],
    ['as far as it says', { radius: 250 }, near(portland), [inPortland, inSeattle, inBellevue]],
    ['everywhere, however far', { radius: 'any' }, near(portland), everywhere],
    ['within its bounds', { bbox: [-123, 45, -122.5, 46] }, null, [inPortland]],
    ['within its bounds, whatever its place', { bbox: [-123, 45, -122.5, 46] }, near(honolulu), [inPortland]],
    [
      'within its bounds, if nobody knows its place',
      { bbox: [-123, 45, -122.5, 46] },
      nobodyKnows,
      [inPortland],
    ],
    ['nowhere, if nobody knows its place', {}, nobodyKnows, []],
    ['in the whole of a state', { radius: 10 }, near(seattle, 'state'), [inSeattle, inBellevue]],
    ['nowhere in a state without workshops', {}, near({ ...seattle, state: 'TX' }, 'state'), []],
  ])('%s', (_, search, place, numbers) => {
    expect(areaOf(search, place, locations)).toEqual(numbers);
  });
});

describe('the part of an area in some states', () => {
  const part = (area: number[] | null, ...states: (string | null)[]) =>
    partInStates(area, locations, (state) => states.includes(state));

  it('is what the area has of them, in its order', () => {
    const area = locations.around(portland, 5000);
    expect(part(area, 'WA', 'OR')).toEqual([inPortland, inSeattle, inBellevue]);
    expect(part(area, 'TX')).toEqual([]);
    expect(part([NOWHERE, inPortland ?? 0], 'WA', null)).toEqual([NOWHERE]);
  });

  it('is all of them where the area is everywhere; what is virtual is in none', () => {
    expect(part(null, 'WA', 'HI')).toEqual([inSeattle, inBellevue, inHonolulu]);
    expect(part(null, null, 'OR')).toEqual([NOWHERE, inPortland]);
  });

  it('is the area itself where all states pass', () => {
    expect(part(null, 'WA', 'OR', 'HI', null)).toBeNull();
    expect(part([3, 1], 'WA', 'OR', 'HI', null)).toEqual([3, 1]);
  });
});
