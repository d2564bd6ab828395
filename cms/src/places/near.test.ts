import { LONGEST_PLACE, type Near } from '@deep-dive/shared-types';
import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cityAt, cityLabel } from './cities';
import { readPlaces } from './file';
import { findNear } from './near';
import { regionsWhose } from './regions';
import { type StateCode, stateLabel, statePlace, WHOLE_STATES } from './states';
import { allZips, findZip } from './zips';

const label = (near: Near): string => (near.status === 'found' ? near.place.label : near.status);
const others = (near: Near): string[] => (near.status === 'found' ? near.others : []);

describe('looking near a ZIP code', () => {
  it.each([
    '98101',
    '98101-1234',
    '981011234',
    '98101 1234',
    '98101–1234',
    ' 98101 ',
    '９８１０１',
    'Seattle, WA 98101',
    'Seattle, WA 98101, USA',
    '98101 USA',
    '98101, U.S.A.',
    '98101, United States of America',
    '98101.',
    'ZIP code 98101,',
    '\u200b98101\ufeff',
    '981\u00ad01',
    '98101 Washington',
    '98101, WA',
  ])('finds it in “%s”', (text) => {
    expect(findNear(text)).toMatchObject({
      status: 'found',
      place: { kind: 'zip', label: 'Seattle, WA 98101', zip: '98101' },
    });
  });

  it.each([
    ['83702 Boise', 'Boise, ID 83702'],
    ['83702, boise idaho', 'Boise, ID 83702'],
    ['83702-1234 Boise, ID', 'Boise, ID 83702'],
    ['62704 Springfield', 'Springfield, IL 62704'],
  ])('finds it before its city: “%s”', (text, expected) => {
    expect(label(findNear(text))).toBe(expected);
  });

  it('takes no house number for one', () => {
    expect(label(findNear('12345 Main Street, Springfield, IL'))).toBe('Springfield, IL');
    expect(findNear('12345 Main Street').status).toBe('unknown-place');
    expect(findNear('12345 Boise').status).toBe('unknown-place');
    expect(findNear('83702 Boise Apt 4').status).toBe('unknown-place');
  });

  it.each(['83702 Helena', '83702 Montana', '83702 Boise, MT', 'x83702 Boise'])(
    'finds none before what it is not in: “%s”',
    (text) => {
      expect(findNear(text).status).toBe('unknown-place');
    },
  );

  it('finds it before its state', () => {
    expect(label(findNear('83702 Idaho'))).toBe('Boise, ID 83702');
  });

  it('finds the one at the end of an address', () => {
    expect(label(findNear('1600 Pennsylvania Ave NW, Washington, DC 20500'))).toBe('Washington, DC 20500');
  });

  it.each(['00000', '99999', '1', '123', '1234', '123456', '98101-12345678'])(
    'says that there is no ZIP code %s',
    (zip) => {
      expect(findNear(zip)).toEqual({ status: 'unknown-zip', zip, didYouMean: [] });
    },
  );

  it.each([
    ['2139', '02139'],
    ['2139.', '02139'],
    ['2139-4307', '02139'],
    ['21394307', '02139'],
    ['601', '00601'],
  ])('asks whether %s, whose zeros are lost, is %s', (zip, meant) => {
    expect(findNear(zip)).toMatchObject({ status: 'unknown-zip', didYouMean: [meant] });
    expect(findNear(meant)).toMatchObject({ place: { zip: meant } });
  });

  it.each(['Cambridge, MA 2139', 'cambridge 2139', 'Massachusetts 2139', 'Cambridge MA 2139 USA'])(
    'asks it behind a name that fits: %s',
    (text) => {
      expect(findNear(text)).toMatchObject({ status: 'unknown-place', didYouMean: ['02139'] });
    },
  );

  it('takes no other number behind a name for a ZIP code without its zeros', () => {
    expect(findNear('Main Street 2139')).not.toMatchObject({ didYouMean: ['02139'] });
  });

  it.each([
    '09012',
    '09901',
    '34012',
    '96201',
    '96691',
    'APO AE 09012',
    'FPO, AP 96362-1234',
    'APO',
    'fpo ap',
    'AE',
  ])('tells a military one: %s', (text) => {
    expect(findNear(text).status).toBe('military-zip');
  });

  it('knows that Palau, Micronesia and the Marshall Islands have American ZIP codes', () => {
    for (const zip of ['96939', '96941', '96960']) expect(findNear(zip).status).toBe('outside-us');
  });

  it('puts every ZIP code in its own state, within its bounds', () => {
    let count = 0;
    const wrong = [...allZips()].filter(({ zip, state }) => {
      count++;
      const near = findNear(zip);
      const whole = findNear(stateLabel(state as StateCode));
      if (near.status !== 'found' || near.place.zip !== zip || near.place.state !== state) return true;
      const bounds =
        state === 'DC' ? statePlace('DC').bounds : whole.status === 'found' && whole.place.bounds;
      if (!bounds) return true;
      const [west, south, east, north] = bounds;
      const { latitude, longitude } = near.place;
      return longitude < west || longitude > east || latitude < south || latitude > north;
    });
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(41_900);
  });
});

describe('looking near a city', () => {
  it.each([
    [
      'St. Louis, MO',
      ['St. Louis', 'saint louis mo', 'St Louis, Missouri', 'ST. LOUIS', 'St.Louis', 'st louis, mo, usa'],
    ],
    ['Fort Worth, TX', ['ft worth', 'Ft. Worth', 'FORT WORTH TX', 'Ft.Worth, Texas']],
    ['Mount Vernon, NY', ['Mt Vernon', 'mt. vernon, n.y.']],
    ['New York, NY', ['New York', 'New York City', 'NYC', 'new york, ny', 'new york new york']],
    ['Washington, DC', ['Washington DC', 'Washington, D.C.', 'DC', 'd.c.', 'District of Columbia']],
    ['Winston-Salem, NC', ['Winston Salem', 'Winston-Salem', 'winston–salem nc']],
    ['Cañon City, CO', ['Cañon City', 'canon city', 'CAN\u0303ON CITY']],
    ['Fresno, CA', ['Fresno, Cal', 'fresno calif.']],
    ["O'Fallon, MO", ["O'Fallon", 'ofallon', 'O’Fallon mo', 'o fallon']],
    ["Coeur d'Alene, ID", ["Coeur d'Alene", 'coeur d alene', 'Coeur dAlene idaho']],
    ['North Las Vegas, NV', ['N Las Vegas', 'n. las vegas nevada']],
    [
      'Boston, MA',
      [
        'Boston',
        'boston mass',
        'Boston, Mass.',
        'boston,,ma',
        'Boston,',
        'Boston, Mas',
        'Boston!!',
        'Boston , ',
      ],
    ],
    [
      'Portland, ME',
      ['Portland, Maine', 'portland me', 'Portland, Maine, USA', 'portland maine united states'],
    ],
    ['Charleston, WV', ['charleston west virginia', 'Charleston, W. Virginia']],
    ['Brooklyn, NY', ['Brooklyn', 'Brooklyn, New York, NY']],
    ['Springfield, IL', ['Springfield IL', '120 Main Street, Springfield, IL']],
    ['Las Vegas, NV', ['vegas', 'Las Vegas']],
    ['Kansas City, MO', ['Kansas City', 'kansas city mo']],
    ['Nevada, MO', ['Nevada, MO', 'nevada mo']],
    ['Cook County, IL', ['Cook County', 'cook county il']],
    ['San Juan, PR', ['San Juan', 'san juan puerto rico', 'Río Piedras', 'rio piedras, pr']],
    ['Cleveland Heights, OH', ['Cleveland Hts', 'cleveland hgts, oh', 'Cleveland Hts. Ohio']],
    ['Point Pleasant, NJ', ['Pt Pleasant NJ', 'Pt. Pleasant, New Jersey', 'Point Pleasant NJ']],
    ['Port Townsend, WA', ['Pt Townsend', 'Pt. Townsend WA']],
    ['Mountain View, CA', ['Mtn View', 'Mt. View CA']],
    ['Colorado Springs, CO', ['Colorado Spgs', 'colorado spgs, co']],
    ['North Hollywood, CA', ['No. Hollywood', 'N Hollywood']],
    ['Barrow, AK', ['Utqiagvik', 'Utqiaġvik, AK', 'utqiagvik alaska', 'Barrow']],
    ['La Cañada Flintridge, CA', ['La Cañada', 'la canada, ca', 'LA CANADA FLINTRIDGE']],
    [
      'Denver, CO',
      ['Den\u200bver', '\u200eDenver,\u2060 CO\u200f', 'Denver, CO, U.S.', 'near Denver', 'downtown Denver'],
    ],
    ['Detroit, MI', ['Metro Detroit', 'the Detroit metro area', 'detroit area, mi', 'Greater Detroit']],
  ])('finds %s', (expected, texts) => {
    expect(texts.map((text) => [text, label(findNear(text))])).toEqual(texts.map((text) => [text, expected]));
  });

  it('takes the largest of several, and names the others', () => {
    expect(label(findNear('Portland'))).toBe('Portland, OR');
    expect(others(findNear('Portland'))).toEqual([
      'Portland, ME',
      'Portland, TX',
      'Portland, TN',
      'Portland, IN',
      'Portland, CT',
    ]);
    expect(label(findNear('Springfield'))).toBe('Springfield, MO');
    expect(others(findNear('Springfield')).slice(0, 2)).toEqual(['Springfield, MA', 'Springfield, IL']);
    expect(others(findNear('Springfield, IL'))).toEqual([]);
  });

  it('gives it the ZIP code at its middle', () => {
    expect(findNear('Chicago')).toMatchObject({
      place: { kind: 'city', state: 'IL', zip: '60608', bounds: null },
    });
  });

  it('finds every city by the label it is shown with', () => {
    const labels = readPlaces('cities.tsv')
      .trimEnd()
      .split('\n')
      .map((_, rank) => cityLabel(cityAt(rank)));
    expect(labels.filter((each) => label(findNear(each)) !== each)).toEqual([]);
  });
});

describe('looking near a region', () => {
  it.each([
    ['Cape Cod, MA', ['Cape Cod', 'cape cod ma', 'The Cape Cod area', 'Cape Cod, Massachusetts']],
    ['Long Island, NY', ['Long Island NY', 'Long Island', 'long island, new york']],
    ['Bay Area, CA', ['Bay Area', 'the Bay Area, CA', 'San Francisco Bay Area', 'SF Bay Area']],
    [
      'Twin Cities, MN',
      ['Twin Cities', 'the twin cities', 'Minneapolis–Saint Paul', 'Minneapolis / St. Paul'],
    ],
    ['Navajo Nation, AZ', ['Navajo Nation', 'navajo reservation']],
    ['Cherokee Nation, OK', ['Cherokee Nation']],
    ['Pine Ridge Reservation, SD', ['Pine Ridge Reservation']],
    ['Upper Peninsula, MI', ['Upper Peninsula', 'the U.P.', 'Upper Peninsula, Michigan']],
    ['Inland Empire, CA', ['Inland Empire']],
    ['Dallas-Fort Worth, TX', ['DFW', 'Dallas/Ft. Worth', 'dallas fort worth', 'Metroplex']],
    ['Quad Cities, IA', ['Quad Cities']],
    ['Research Triangle, NC', ['Research Triangle', 'Raleigh-Durham']],
    ['Hampton Roads, VA', ['Hampton Roads', 'Tidewater, VA']],
    ['Lehigh Valley, PA', ['Lehigh Valley']],
    ['Eastern Shore, MD', ['Eastern Shore', 'eastern shore maryland']],
    ['Eastern Shore, VA', ['Eastern Shore VA', 'Eastern Shore, Virginia']],
    ['Silicon Valley, CA', ['Silicon Valley']],
    ['South Florida', ['South Florida', 'Southern Florida', 'south fl']],
    ['Florida Panhandle', ['Florida Panhandle', 'Panhandle, FL']],
    ['Florida Keys', ['the Keys', 'Florida Keys']],
    ['Jersey Shore, NJ', ['Jersey Shore', 'the Jersey Shore']],
    ['South Jersey, NJ', ['South Jersey']],
    ['Big Island, HI', ['Big Island', 'the Big Island of Hawaii']],
    ['Tri-Cities, WA', ['Tri-Cities', 'tri cities']],
    ['Western Massachusetts', ['Western Massachusetts', 'western mass', 'Western MA']],
    ['Southern California', ['SoCal', 'Southern California', 'southern ca']],
    ['Northern Virginia', ['NoVA', 'Northern Virginia']],
    ['Southwest Virginia', ['southwest virginia', 'SW Virginia', 'southwestern va']],
    ['Upstate New York', ['Upstate New York', 'upstate ny']],
    ['West Texas', ['West Texas', 'Western Texas']],
    ['Northeast Pennsylvania', ['NEPA', 'northeast PA', 'Northeastern Pennsylvania']],
    ['Northeast Ohio', ['NE Ohio', 'northeast ohio']],
  ])('finds %s', (expected, texts) => {
    expect(texts.map((text) => [text, label(findNear(text))])).toEqual(texts.map((text) => [text, expected]));
  });

  it('looks near the town at its middle', () => {
    expect(findNear('Cape Cod')).toMatchObject({
      place: { kind: 'city', state: 'MA', zip: '02601', bounds: null, latitude: expect.closeTo(41.65, 1) },
    });
  });

  it('names the villages of the same name, and the regions elsewhere', () => {
    expect(others(findNear('Long Island'))).toEqual([
      'Long Island, ME',
      'Long Island, VA',
      'Long Island, KS',
    ]);
    expect(others(findNear('Tri-Cities'))).toEqual(['Tri-Cities, TN']);
    expect(others(findNear('Panhandle'))).toContain('Florida Panhandle');
  });

  it.each([
    ['Long Island, KS', 'Long Island, KS'],
    ['Panhandle, TX', 'Panhandle, TX'],
    ['North East, PA', 'North East, PA'],
    ['Western, NE', 'Western, NE'],
    ['New England, ND', 'New England, ND'],
    ['West New York', 'West New York, NJ'],
    ['East LA', 'East Los Angeles, CA'],
    ['Long Island City', 'Long Island City, NY'],
  ])('stands behind a town that is plainly meant: %s', (text, expected) => {
    expect(label(findNear(text))).toBe(expected);
  });

  it.each([
    ['Eastern Montana', 'Montana'],
    ['western nebraska', 'Western Nebraska'],
    ['north rhode island', 'Rhode Island'],
    ['West Virginia', 'West Virginia'],
    ['N Carolina', 'North Carolina'],
    ['Northern Mariana Islands', 'Northern Mariana Islands'],
  ])('is the whole state where no town stands for a part of it: %s', (text, expected) => {
    expect(label(findNear(text))).toBe(expected);
  });

  it.each([
    ['New England', 'Massachusetts'],
    ['the Midwest', 'Illinois'],
    ['Pacific Northwest', 'Washington'],
    ['Appalachia', 'West Virginia'],
    ['Southwest', 'Arizona'],
    ['the Northeast', 'New York State'],
  ])('is asked for by its states where it is too wide, and is no village: %s', (text, guess) => {
    const near = findNear(text);
    const guesses = near.status === 'unknown-place' ? near.didYouMean : [];
    expect(guesses[0]).toBe(guess);
    expect(guesses.map((each) => label(findNear(each)))).toEqual(guesses);
  });

  it('finds every one by the label it is shown with', () => {
    const labels = regionsWhose(() => true).map((region) => region.label);
    expect(labels.length).toBeGreaterThan(300);
    expect(labels.filter((each) => label(findNear(each)) !== each)).toEqual([]);
  });

  it.each([
    ['Cape Codd', 'Cape Cod, MA'],
    ['Long Iland', 'Long Island, NY'],
    ['Silicon Vally', 'Silicon Valley, CA'],
  ])('is asked for when “%s” is spelled like %s', (text, guess) => {
    expect(findNear(text)).toMatchObject({
      status: 'unknown-place',
      didYouMean: expect.arrayContaining([guess]),
    });
  });
});

describe('looking near a state', () => {
  it.each([
    ['Colorado', ['Colorado', 'co', 'CO', 'colorado state']],
    ['Puerto Rico', ['puerto rico', 'PR']],
    ['U.S. Virgin Islands', ['U.S. Virgin Islands', 'virgin islands', 'USVI', 'VI']],
    ['South Dakota', ['s dakota', 'S. Dakota', 'south dakota, usa']],
    ['Georgia', ['Georgia']],
    ['New York State', ['NY', 'New York State']],
    ['Washington', ['Washington', 'washington state', 'WA']],
    ['Louisiana', ['LA']],
  ])('finds %s', (expected, texts) => {
    expect(texts.map((text) => [text, label(findNear(text))])).toEqual(texts.map((text) => [text, expected]));
  });

  it('names the cities that may have been meant', () => {
    expect(others(findNear('Washington')).slice(0, 2)).toEqual(['Washington, DC', 'Washington, UT']);
    expect(others(findNear('LA'))).toEqual(['Los Angeles, CA']);
    expect(others(findNear('New York'))).toEqual(['New York State']);
  });

  it('has bounds with its middle inside, and no ZIP code', () => {
    for (const state of WHOLE_STATES) {
      const near = findNear(stateLabel(state));
      if (near.status !== 'found') throw new Error(`${state} is ${near.status}`);
      const { kind, zip, bounds, latitude, longitude } = near.place;
      expect({ kind, state: near.place.state, zip }).toEqual({ kind: 'state', state, zip: null });
      const [west, south, east, north] = bounds ?? [0, 0, 0, 0];
      expect(west <= longitude && longitude <= east && south <= latitude && latitude <= north).toBe(true);
    }
  });

  it('has Alaska on one side of the antimeridian', () => {
    const [west, , east] = statePlace('AK').bounds ?? [];
    expect(west).toBeGreaterThan(-180);
    expect(east).toBeLessThan(-129);
  });
});

describe('looking near a position', () => {
  it('is rounded to about a mile, with the state and ZIP code there', () => {
    expect(findNear('47.60621, -122.33207')).toEqual({
      status: 'found',
      others: [],
      alsoAbroad: false,
      place: {
        kind: 'point',
        label: 'a spot near Seattle, WA',
        state: 'WA',
        latitude: 47.61,
        longitude: -122.33,
        zip: expect.stringMatching(/^981/),
        bounds: null,
      },
    });
  });

  it.each([
    '39.74, -104.99',
    '39.74 -104.99',
    '39.74; -104.99',
    '39.74  −104.99',
    '\u200b39.74,-104.99',
    '(39.74, -104.99)',
    '39.74° N, 104.99° W',
    '39.74N 104.99W',
    '39.74,-104.99, USA',
    '39.74  -104.99',
  ])('is read in “%s”', (text) => {
    expect(findNear(text)).toMatchObject({ place: { kind: 'point', latitude: 39.74, longitude: -104.99 } });
  });

  it.each(['40, -105', '40;-105', '40.0 -105', '40 -105.0', '40N 105W', '40 N 105 W'])(
    'may be whole numbers that are told apart, or told for degrees: “%s”',
    (text) => {
      expect(findNear(text)).toMatchObject({ place: { kind: 'point', latitude: 40, longitude: -105 } });
    },
  );

  it('is none that is on no globe, nor two numbers with nothing to tell them for degrees', () => {
    expect(findNear('40 -105').status).toBe('unknown-zip');
    for (const text of ['91,-100', '-91,-100', '40,-181', '40,181'])
      expect(findNear(text).status).toBe('unknown-place');
  });

  it('is called after a town near it, never after a company with a ZIP code', () => {
    const company = findZip('01195') ?? { city: '', latitude: 0, longitude: 0 };
    expect(company.city).toBe('Springfield Bmc');
    expect(label(findNear(`${company.latitude},${company.longitude}`))).toBe('a spot near Springfield, MA');
  });

  it('is elsewhere, or no position at all', () => {
    expect(findNear('43.65,-79.38')).toEqual({ status: 'outside-us', text: '43.65,-79.38' });
    expect(findNear('0,0').status).toBe('outside-us');
    for (const text of [
      '91,0',
      '0,181',
      '47.6',
      '47.6,',
      '1e5,2',
      'NaN,NaN',
      '12 34',
      '39.74N -104.99',
      '39.74 104.99',
    ])
      expect(findNear(text).status).not.toBe('found');
  });
});

describe('looking elsewhere', () => {
  it.each([
    ...[
      'Toronto, ON',
      'Toronto Ontario',
      'Vancouver BC',
      'Vancouver, British Columbia',
      'Banff, AB',
      'Toronto, CA',
    ],
    ...['London, UK', 'London, England', 'Paris, France', 'paris france', 'Berlin, DE', 'Tbilisi, Georgia'],
    ...['Mexico City', 'Tijuana', 'Ciudad Juárez', 'Guadalajara, Mexico', 'Tokyo', 'São Paulo'],
    ...['Canada', 'Mexico', 'United Kingdom', 'India', 'Côte d’Ivoire', 'cuba'],
    ...['M5V 2T6', 'm5v2t6', 'M5V', 'Toronto ON M5V 2T6', 'SW1A 1AA', 'London EC1A 1BB'],
  ])('“%s” is outside the United States', (text) => {
    expect(findNear(text)).toEqual({ status: 'outside-us', text });
  });

  it('stays here where a place of that name is here', () => {
    const here = [
      'Paris',
      'Paris, TX',
      'Toronto, OH',
      'Vancouver',
      'Lebanon',
      'Ontario',
      'Ontario, CA',
      'Mexico, MO',
      'Peru, IN',
    ];
    expect(here.map((text) => label(findNear(text)))).toEqual([
      ...[
        'Paris, TX',
        'Paris, TX',
        'Toronto, OH',
        'Vancouver, WA',
        'Lebanon, TN',
        'Ontario, CA',
        'Ontario, CA',
      ],
      ...['Mexico, MO', 'Peru, IN'],
    ]);
  });
});

describe('a name that a much larger city abroad has too', () => {
  const alsoAbroad = (text: string): boolean => {
    const near = findNear(text);
    return near.status === 'found' && near.alsoAbroad;
  };

  it.each(['Toronto', 'london', 'Victoria', 'Paris', 'Vancouver', 'Athens', 'Birmingham,'])(
    'is told: %s',
    (text) => {
      expect(alsoAbroad(text)).toBe(true);
    },
  );

  it.each(['San Jose', 'Lincoln', 'Denver', 'Cambridge', 'Georgia', '98101'])(
    'is not when the one here is as large, or there is none: %s',
    (text) => {
      expect(alsoAbroad(text)).toBe(false);
    },
  );

  it.each(['Toronto, OH', 'toronto ohio', 'Paris, Texas', 'Toronto, USA'])(
    'is not when it is plain which is meant: %s',
    (text) => {
      expect(alsoAbroad(text)).toBe(false);
    },
  );
});

describe('looking near what nobody knows', () => {
  it.each([
    ['Cincinatti', 'Cincinnati, OH'],
    ['Cincinatti, Ohio', 'Cincinnati, OH'],
    ['Albequerque', 'Albuquerque, NM'],
    ['philidelphia', 'Philadelphia, PA'],
    ['Seatle', 'Seattle, WA'],
    ['Massachusets', 'Massachusetts'],
    ['Seattle, OR', 'Seattle, WA'],
    ['albuq', 'Albuquerque, NM'],
    ['Bosie', 'Boise, ID'],
    ['Bosotn', 'Boston, MA'],
    ['Bosie, Idaho', 'Boise, ID'],
    ['Dnever', 'Denver, CO'],
    ['Sprigfield, OR', 'Springfield, OR'],
    ['Boise, I', 'Boise, ID'],
  ])('asks whether “%s” is %s', (text, guess) => {
    const near = findNear(text);
    if (near.status !== 'unknown-place') throw new Error(`${text} is ${near.status}`);
    expect(near.text).toBe(text);
    expect(near.didYouMean[0]).toBe(guess);
    expect(near.didYouMean.length).toBeLessThanOrEqual(3);
  });

  it.each([
    '',
    '   ',
    ',',
    ',,,',
    '-',
    '💥',
    '東京',
    '\u202Eelttaes',
    '\0',
    '\u0007',
    '%00',
    '<script>',
    'usa',
    'qzqzqzqz',
    "'; DROP TABLE",
    '\ud800',
  ])('has no guess for “%s”', (text) => {
    expect(findNear(text)).toMatchObject({ status: 'unknown-place', didYouMean: [] });
  });

  it('guesses only what can be found', () => {
    for (const text of [
      'Cincinatti',
      'sprigfield',
      'a',
      'colorodo',
      'distric of columbia',
      'port',
      'Seattle, OR',
    ]) {
      const near = findNear(text);
      const guesses = near.status === 'unknown-place' ? near.didYouMean : [];
      expect(guesses.map((guess) => label(findNear(guess)))).toEqual(guesses);
    }
  });

  it('answers any text', () => {
    assert(
      property(string({ unit: 'binary', maxLength: LONGEST_PLACE }), (text) => {
        expect(findNear(text).status).toMatch(/^[a-z-]+$/);
      }),
      { numRuns: 300 },
    );
  });
});
