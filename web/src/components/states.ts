import type { Region, TerritoryArea } from '@deep-dive/shared-types';

/** The states and territories by postal code, in the order of their names within each group. */
export const stateNames: Record<Region['state'], string> = {
  AL: 'Alabama',
  AK: 'Alaska',
  AZ: 'Arizona',
  AR: 'Arkansas',
  CA: 'California',
  CO: 'Colorado',
  CT: 'Connecticut',
  DE: 'Delaware',
  DC: 'District of Columbia',
  FL: 'Florida',
  GA: 'Georgia',
  HI: 'Hawaii',
  ID: 'Idaho',
  IL: 'Illinois',
  IN: 'Indiana',
  IA: 'Iowa',
  KS: 'Kansas',
  KY: 'Kentucky',
  LA: 'Louisiana',
  ME: 'Maine',
  MD: 'Maryland',
  MA: 'Massachusetts',
  MI: 'Michigan',
  MN: 'Minnesota',
  MS: 'Mississippi',
  MO: 'Missouri',
  MT: 'Montana',
  NE: 'Nebraska',
  NV: 'Nevada',
  NH: 'New Hampshire',
  NJ: 'New Jersey',
  NM: 'New Mexico',
  NY: 'New York',
  NC: 'North Carolina',
  ND: 'North Dakota',
  OH: 'Ohio',
  OK: 'Oklahoma',
  OR: 'Oregon',
  PA: 'Pennsylvania',
  RI: 'Rhode Island',
  SC: 'South Carolina',
  SD: 'South Dakota',
  TN: 'Tennessee',
  TX: 'Texas',
  UT: 'Utah',
  VT: 'Vermont',
  VA: 'Virginia',
  WA: 'Washington',
  WV: 'West Virginia',
  WI: 'Wisconsin',
  WY: 'Wyoming',
  AS: 'American Samoa',
  GU: 'Guam',
  MP: 'Northern Mariana Islands',
  PR: 'Puerto Rico',
  VI: 'U.S. Virgin Islands',
};

/** The ZIP codes of an area, as they were typed: separated by commas, spaces or new lines. */
export function zipsOf({ zips }: Pick<TerritoryArea, 'zips'>): string[] {
  return zips?.match(/\d{5}/g) ?? [];
}

/** "Colorado", "Colorado and Utah", "Colorado, Utah and Wyoming". */
export function inWords(names: string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** A partner's territory in words: "Colorado and Utah", "12 ZIP codes", "Colorado and 12 ZIP codes". Empty for none. */
export function territoryInWords(territory: TerritoryArea[]): string {
  const states = territory.flatMap(({ state }) => (state ? [stateNames[state]] : []));
  const zips = new Set(territory.flatMap(zipsOf)).size;
  return inWords([...states, ...(zips ? [zips === 1 ? '1 ZIP code' : `${zips} ZIP codes`] : [])]);
}
