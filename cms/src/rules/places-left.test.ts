import { describe, expect, it } from 'vitest';
import { type PlacesFacts, placesInWords, placesLeft, statusOf, takenProblems } from './places-left';

describe('the places of a workshop', () => {
  it.each<[PlacesFacts, number | null, string]>([
    [{ availability: 'scheduled', capacity: 38, placesTaken: 32 }, 6, 'scheduled'],
    [{ availability: 'scheduled', capacity: 38, placesTaken: 38 }, 0, 'full'],
    [{ availability: 'scheduled', capacity: 38, placesTaken: 40 }, 0, 'full'],
    [{ availability: 'scheduled', capacity: 38, placesTaken: 0 }, 38, 'scheduled'],
    [{ availability: 'scheduled', capacity: 38, placesTaken: null }, null, 'scheduled'],
    [{ availability: 'scheduled', capacity: null, placesTaken: 3 }, null, 'scheduled'],
    [{ availability: 'full', capacity: 38, placesTaken: 32 }, 6, 'full'],
    [{ availability: 'cancelled', capacity: 38, placesTaken: 38 }, 0, 'cancelled'],
    [{ availability: 'scheduled' }, null, 'scheduled'],
  ])('%j: %s left, %s', (workshop, left, status) => {
    expect(placesLeft(workshop)).toBe(left);
    expect(statusOf(workshop)).toBe(status);
  });

  it.each([
    [null, null, null],
    [null, 10, null],
    [10, 10, null],
    [11, 10, '11 are taken, and there are 10 places. Correct one of the two numbers.'],
    [1, null, 'Say how many places there are, or leave empty how many are taken.'],
  ])('%s taken of %s', (taken, all, message) => {
    expect(takenProblems('placesTaken', taken, all, 'places')).toEqual(
      message ? [{ path: ['placesTaken'], message }] : [],
    );
  });
});

it('how many are taken is said to who keeps count', () => {
  expect(placesInWords({ capacity: 38, placesTaken: 6 })).toBe('6 of 38 places taken');
  expect(placesInWords({ capacity: 1, placesTaken: 0 })).toBe('0 of 1 place taken');
  expect(placesInWords({ capacity: 38 })).toBe('38 places');
  expect(placesInWords({ placesTaken: 6 })).toBeNull();
});
