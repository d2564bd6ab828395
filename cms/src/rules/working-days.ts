import { isAHoliday } from '@18f/us-federal-holidays';
import { Temporal } from 'temporal-polyfill';

/** On whose calendar a working day begins and ends: the organisation's own. */
const ZONE = 'America/New_York';
const SATURDAY = 6;

/**
 * The moment so many working days after another, at the same time of day. Saturdays, Sundays and US federal holidays, on the
 * day they are observed (5 U.S.C. § 6103), are none.
 * @param from milliseconds since the epoch, as is the result
 */
export function afterWorkingDays(from: number, days: number): number {
  let moment = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(ZONE);
  for (let left = days; left > 0; ) {
    moment = moment.add({ days: 1 });
    if (isWorkingDay(moment)) left -= 1;
  }
  return moment.epochMilliseconds;
}

function isWorkingDay({ year, month, day, dayOfWeek }: Temporal.ZonedDateTime): boolean {
  if (dayOfWeek >= SATURDAY) return false;
  return !isAHoliday(new Date(Date.UTC(year, month - 1, day)), { utc: true });
}
