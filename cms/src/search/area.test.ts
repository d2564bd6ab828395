import type { Near, WorkshopSearch } from '@deep-dive/shared-types';
import { describe, expect, it } from 'vitest';
import { areaOf } from './area';
import { near, places } from './fixtures';
import { Locations } from './locations';

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
