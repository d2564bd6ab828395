import lookUp from '@photostructure/tz-lookup';

/** The time zones of the states, DC and the territories: https://data.iana.org/time-zones/tzdb/zone.tab */
const AMERICAN =
  /^(America\/(Adak|Anchorage|Boise|Chicago|Denver|Detroit|Indiana\/\w+|Juneau|Kentucky\/\w+|Los_Angeles|Menominee|Metlakatla|New_York|Nome|North_Dakota\/\w+|Phoenix|Puerto_Rico|Sitka|St_Thomas|Yakutat)|Pacific\/(Guam|Honolulu|Pago_Pago|Saipan))$/;

/** Degrees. American Samoa is east of it; Samoa, which the look-up doesn't tell from it, west. */
const BETWEEN_THE_SAMOAS = -171.2;

/** The IANA time zone at a point in degrees. Good to some fifteen miles along the borders of countries. */
export function timeZoneAt(latitude: number, longitude: number): string {
  const zone = lookUp(latitude, longitude);
  return zone === 'Pacific/Apia' && longitude > BETWEEN_THE_SAMOAS ? 'Pacific/Pago_Pago' : zone;
}

/** Whether a time zone is one of the states', DC's or the territories'. */
export const isAmericanZone = (timeZone: string): boolean => AMERICAN.test(timeZone);
