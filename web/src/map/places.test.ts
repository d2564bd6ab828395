import { describe, expect, it } from 'vitest';
import { aCollection, aWorkshop } from './fixtures';
import { describeCounts, groupByPlace, mixOf, placesGeoJson, topPlace } from './places';

const denver: [number, number] = [-104.9903, 39.7392];
const boston: [number, number] = [-71.0589, 42.3601];

describe('groupByPlace', () => {
  it('makes one place of workshops at the same coordinates, earliest first', () => {
    const later = aWorkshop({ slug: 'later', sessions: [session('2027-05-01')] });
    const sooner = aWorkshop({ slug: 'sooner', kind: 'intro', sessions: [session('2027-03-01')] });
    const places = groupByPlace(
      aCollection([later, denver], [aWorkshop({}), boston], [sooner, [denver[0] + 0.00001, denver[1]]]),
    );
    expect(places).toHaveLength(2);
    expect(places[0]).toMatchObject({ id: 0, name: 'Denver, CO', deepDive: 1, intro: 1 });
    expect(places[0]?.workshops.map(({ slug }) => slug)).toEqual(['sooner', 'later']);
  });

  it('leaves out workshops without coordinates', () => {
    expect(groupByPlace(aCollection([aWorkshop({ place: null }), null]))).toEqual([]);
  });

  it('groups 20,000 workshops without delay', () => {
    const many = Array.from({ length: 20_000 }, (_, i): [ReturnType<typeof aWorkshop>, [number, number]] => [
      aWorkshop({ slug: `w${i}` }),
      [-120 + (i % 5000) / 100, 30 + (i % 100) / 10],
    ]);
    const start = performance.now();
    expect(groupByPlace(aCollection(...many)).length).toBe(5000);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('placesGeoJson', () => {
  it('gives each place its id and counts', () => {
    const [feature] = placesGeoJson(groupByPlace(aCollection([aWorkshop({}), denver]))).features;
    expect(feature).toMatchObject({
      id: 0,
      geometry: { coordinates: denver },
      properties: { deepDive: 1, intro: 0 },
    });
  });
});

describe('the words and symbols for counts', () => {
  it('tells the three mixes apart', () => {
    expect(mixOf({ deepDive: 2, intro: 0 })).toBe('deep-dive');
    expect(mixOf({ deepDive: 0, intro: 1 })).toBe('intro');
    expect(mixOf({ deepDive: 1, intro: 1 })).toBe('mixed');
  });

  it('writes them in words', () => {
    expect(describeCounts({ deepDive: 1, intro: 0 })).toBe('1 Deep Dive workshop');
    expect(describeCounts({ deepDive: 0, intro: 4 })).toBe('4 Intro workshops');
    expect(describeCounts({ deepDive: 2, intro: 1 })).toBe('3 workshops (2 Deep Dive, 1 Intro)');
  });
});

describe('topPlace', () => {
  it('finds the place with the most workshops by the highest number', () => {
    const places = groupByPlace(
      aCollection([aWorkshop({}), denver], [aWorkshop({}), boston], [aWorkshop({ kind: 'intro' }), boston]),
    );
    const tops = placesGeoJson(places).features.map(({ properties }) => properties.top);
    expect(topPlace(places, Math.max(...tops))).toBe(places[1]);
  });
});

function session(day: string) {
  return { startsAt: `${day}T16:00:00Z`, endsAt: `${day}T23:00:00Z` };
}
