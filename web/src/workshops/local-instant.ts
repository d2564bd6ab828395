/**
 * An instant (ISO 8601) as the clock and the calendar of an IANA time zone show it, with their offset from UTC:
 * "2027-03-06T09:00:00-08:00". Throws RangeError for either being malformed.
 */
export function localInstant(instant: string, timeZone: string): string {
  const seconds = Math.floor(Date.parse(instant) / 1000) * 1000;
  const fields = Object.fromEntries(
    formatIn(timeZone)
      .formatToParts(seconds)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fields;
  const shown = Date.UTC(year, month - 1, day, hour, minute, second);
  return new Date(shown).toISOString().slice(0, 19) + offsetLabel((shown - seconds) / 60_000);
}

/** "-08:00", "+05:30"; of no minutes "+00:00". */
function offsetLabel(minutes: number): string {
  const pad = (number: number): string => String(number).padStart(2, '0');
  const whole = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(whole / 60))}:${pad(whole % 60)}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once for each zone: making a format costs far more than using it. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  return format;
}
