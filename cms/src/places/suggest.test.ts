import { LONGEST_PLACE } from '@deep-dive/shared-types';
import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNear } from './near';
import { suggestPlaces } from './suggest';

const labels = (typed: string): string[] => suggestPlaces(typed).map(({ label }) => label);
const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const beginnings = [...letters, ...letters.flatMap((first) => letters.map((second) => first + second))];

describe('typing a ZIP code', () => {
  it('offers those that begin so, in order', () => {
    expect(labels('9810')).toEqual(['98101', '98102', '98103', '98104', '98105', '98106', '98107', '98108']);
    expect(suggestPlaces('98101')).toEqual([{ kind: 'zip', label: '98101', detail: 'Seattle, WA' }]);
    expect(labels('005')).toEqual(['00501', '00544']);
    expect(labels('00000')).toEqual([]);
  });

  it('offers the one whose zeros are lost where none begins so', () => {
    expect(labels('2139')).toEqual(['02139']);
    expect(labels('601')).not.toContain('00601');
  });

  it('goes on with ZIP+4', () => {
    for (const typed of ['98101-', '98101-12', '98101-1234', '981011234', ' 98101 12'])
      expect(labels(typed)).toEqual(['98101']);
  });
});

describe('typing a name', () => {
  it.each([
    ['seat', 'Seattle, WA'],
    ['st l', 'St. Louis, MO'],
    ['saint lo', 'St. Louis, MO'],
    ['ft w', 'Fort Worth, TX'],
    ['mt v', 'Mount Vernon, NY'],
    ['new york', 'New York, NY'],
    ['nyc', 'New York, NY'],
    ['vegas', 'Las Vegas, NV'],
    ['canon c', 'Cañon City, CO'],
    ['o’f', "O'Fallon, MO"],
    ['winston s', 'Winston-Salem, NC'],
    ['cook co', 'Cook County, IL'],
    ['was', 'Washington'],
    ['co', 'Colorado'],
    ['puerto', 'Puerto Rico'],
    ['new york s', 'New York State'],
    ['cape cod', 'Cape Cod, MA'],
    ['bay area', 'Bay Area, CA'],
    ['the bay area', 'Bay Area, CA'],
    ['long island n', 'Long Island, NY'],
    ['upper pen', 'Upper Peninsula, MI'],
    ['long isl', 'Long Island, NY'],
    ['silicon va', 'Silicon Valley, CA'],
    ['western mass', 'Western Massachusetts'],
    ['dfw', 'Dallas-Fort Worth, TX'],
    ['cleveland hts', 'Cleveland Heights, OH'],
    ['pt pl', 'Point Pleasant, NJ'],
    ['La Cañada', 'La Cañada Flintridge, CA'],
    ['seat\u200b', 'Seattle, WA'],
  ])('“%s” offers %s first', (typed, expected) => {
    expect(labels(typed)[0]).toBe(expected);
  });

  it.each([
    ['portland or', 'Portland, OR'],
    ['portland, ma', 'Portland, ME'],
    ['portland, m', 'Portland, ME'],
    ['springfield il', 'Springfield, IL'],
    ['jackson, mi', 'Jackson, MI'],
    ['charlotte n', 'Charlotte, NC'],
    ['Portland, Oregon, USA', 'Portland, OR'],
  ])('“%s” says the state too: %s', (typed, expected) => {
    expect(labels(typed)[0]).toBe(expected);
  });

  it('offers names that begin so before those with it further on, and the larger first', () => {
    expect(labels('portland').slice(0, 3)).toEqual(['Portland, OR', 'Portland, ME', 'Portland, TX']);
    expect(labels('s').slice(0, 3)).toEqual(['San Antonio, TX', 'San Diego, CA', 'San Jose, CA']);
    expect(labels('st')).toEqual(expect.arrayContaining(['St. Louis, MO', 'Stockton, CA']));
    expect(labels('washington').slice(0, 2)).toEqual(['Washington', 'Washington, DC']);
  });

  it('tells cities apart by their county', () => {
    expect(suggestPlaces('seattle')[0]).toEqual({
      kind: 'city',
      label: 'Seattle, WA',
      detail: 'King County',
    });
    expect(suggestPlaces('king county, wa')[0]).toEqual({
      kind: 'city',
      label: 'King County, WA',
      detail: null,
    });
    expect(suggestPlaces('colorado')[0]).toEqual({ kind: 'state', label: 'Colorado', detail: null });
  });
});

describe('a region', () => {
  it('is told from a town by the town at its middle', () => {
    expect(suggestPlaces('cape cod')[0]).toEqual({
      kind: 'city',
      label: 'Cape Cod, MA',
      detail: 'around Hyannis',
    });
  });

  it('stands behind the cities until enough of it is typed', () => {
    expect(labels('south')).toContain('South Bend, IN');
    expect(labels('cape c')).toContain('Cape Cod, MA');
  });
});

describe('suggestions', () => {
  it('are eight at most, each once, and can all be looked near', () => {
    for (const typed of beginnings) {
      const offered = labels(typed);
      expect(offered.length).toBeLessThanOrEqual(8);
      expect(new Set(offered).size).toBe(offered.length);
      for (const label of offered)
        expect(findNear(label)).toMatchObject({ status: 'found', place: { label } });
    }
  });

  it.each(['', ' ', ',', '💥', '東京', '\0', '\u202E', '__proto__', '47.61,-122.33', 'qzq'])(
    'are none for “%s”',
    (typed) => {
      expect(suggestPlaces(typed)).toEqual([]);
    },
  );

  it('come for any text', () => {
    assert(
      property(string({ unit: 'binary', maxLength: LONGEST_PLACE }), (typed) => {
        expect(suggestPlaces(typed).length).toBeLessThanOrEqual(8);
      }),
      { numRuns: 300 },
    );
  });
});
