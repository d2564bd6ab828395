import { describe, expect, it } from 'vitest';
import { locate, saysNothing } from './venue';

describe('a workshop’s place', () => {
  it('comes from the venue’s ZIP code, which fills in city, state and time zone', () => {
    const { place, venue, problems } = locate('in-person', { zip: '99201' }, null);
    expect(venue).toEqual({ zip: '99201', city: 'Spokane', state: 'WA' });
    expect(place.timeZone).toBe('America/Los_Angeles');
    expect(place.latitude).toBeCloseTo(47.66, 1);
    expect(problems).toEqual([]);
  });

  it('keeps the city that was typed', () => {
    expect(locate('in-person', { zip: ' 99201 ', city: '' }, null).venue).toEqual({
      zip: '99201',
      city: 'Spokane',
      state: 'WA',
    });
    expect(locate('hybrid', { zip: '02139-4307', city: 'Cambridgeport' }, null).venue).toEqual({
      zip: '02139-4307',
      city: 'Cambridgeport',
      state: 'MA',
    });
  });

  it('refuses an unknown ZIP code, naming the field and the remedy', () => {
    const { problems } = locate('in-person', { zip: '00000' }, null);
    expect(problems).toEqual([
      {
        path: ['venue', 'zip'],
        message: 'We know no ZIP code “00000”. Check it: five digits, such as 98101, or ZIP+4.',
      },
    ]);
  });

  it('asks whether a ZIP code lost its zero', () => {
    const { problems } = locate('in-person', { zip: ' 2139' }, null);
    expect(problems[0]?.message).toBe(
      'We know no ZIP code “ 2139”. Is it 02139 (Cambridge, MA)? Spreadsheets drop the zero at the beginning.',
    );
    expect(locate('in-person', { zip: '0000' }, null).problems[0]?.message).toContain('Check it');
  });

  it.each([
    [
      '98101',
      'Spokane',
      /^Spokane, WA is 2\d\d miles from ZIP code 98101 \(Seattle\)\. Correct one of the two/,
    ],
    ['02139', 'Springfield', /^Springfield, MA is \d\d miles/],
    ['79901', 'San Antonio', /^San Antonio, TX is \d{3} miles/],
  ])('refuses, for %s, the city of %s, which is too far', (zip, city, message) => {
    const { problems } = locate('in-person', { zip, city }, null);
    expect(problems).toEqual([{ path: ['venue', 'city'], message: expect.stringMatching(message) }]);
  });

  it.each([
    ['98101', 'Bellevue'],
    ['98101', 'seattle'],
    ['11201', 'Brooklyn'],
    ['10001', 'NYC'],
    ['90012', 'Downtown L.A.'],
    ['63101', 'Saint Louis'],
    ['63101', 'St. Louis'],
    ['96701', 'ʻAiea'],
    ['99723', 'Utqiagvik'],
    ['83702', 'Old Boise'],
  ])('takes, for %s, the city of %s', (zip, city) => {
    expect(locate('in-person', { zip, city }, null).problems).toEqual([]);
  });

  it('refuses a state the ZIP code isn’t in', () => {
    const { problems } = locate('in-person', { zip: '98101', state: 'OR' }, null);
    expect(problems).toEqual([
      {
        path: ['venue', 'state'],
        message: 'ZIP code 98101 is in WA, not in OR. Correct the ZIP code, or leave the state empty.',
      },
    ]);
    expect(locate('in-person', { zip: '98101', state: 'WA' }, null).problems).toEqual([]);
  });

  it('is nowhere for a virtual workshop, even with a venue left over; its zone is chosen by hand', () => {
    expect(locate('virtual', { zip: '98101' }, 'Arizona')).toEqual({
      place: { latitude: null, longitude: null, timeZone: 'America/Phoenix' },
      venue: null,
      problems: [],
    });
  });

  it('may be unknown in a draft', () => {
    const nowhere = { place: { latitude: null, longitude: null, timeZone: null }, venue: null, problems: [] };
    expect(locate('in-person', null, null)).toEqual(nowhere);
    expect(locate('in-person', { zip: null, city: 'Boise' }, 'Mountain')).toEqual(nowhere);
    expect(locate('virtual', null, null)).toEqual(nowhere);
    expect(locate('virtual', null, 'Atlantis')).toEqual(nowhere);
  });

  it('is on the clock that was chosen by hand, if one was', () => {
    expect(locate('in-person', { zip: '99201' }, 'Mountain').place.timeZone).toBe('America/Denver');
  });
});

describe('a venue', () => {
  it.each([
    [{}, true],
    [{ zip: null, city: '', name: ' ' }, true],
    [{ id: 5, zip: null, directions: '\u200b' }, true],
    [{ id: 5 }, false],
    [{ zip: '98901' }, false],
    [{ name: 'Library', zip: null }, false],
  ])('%j says nothing: %s', (venue, isNothing) => {
    expect(saysNothing(venue)).toBe(isNothing);
  });
});
