import { stateNames, type TerritoryArea } from '@deep-dive/shared-types';

/** The ZIP codes of an area, as they were typed: separated by commas, spaces or new lines. */
export function zipsOf({ zips }: Pick<TerritoryArea, 'zips'>): string[] {
  return zips?.match(/\d{5}/g) ?? [];
}

/** British English puts no comma before "and", as the pages' copy doesn't. */
const list = new Intl.ListFormat('en-GB');

/** "Colorado", "Colorado and Utah", "Colorado, Utah and Wyoming". */
export function inWords(names: string[]): string {
  return list.format(names);
}

/** A partner's territory in words: "Colorado and Utah", "12 ZIP codes", "Colorado and 12 ZIP codes". Empty for none. */
export function territoryInWords(territory: TerritoryArea[]): string {
  const states = territory.flatMap(({ state }) => (state ? [stateNames[state]] : []));
  const zips = new Set(territory.flatMap(zipsOf)).size;
  return inWords([...states, ...(zips ? [zips === 1 ? '1 ZIP code' : `${zips} ZIP codes`] : [])]);
}
