import { allForYear } from '@18f/us-federal-holidays';
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

function isWorkingDay(day: Temporal.ZonedDateTime): boolean {
  return day.dayOfWeek < SATURDAY && !holidaysOf(day.year).has(day.toPlainDate().toString());
}

const holidays = new Map<number, Set<string>>();

/** The days on which holidays are observed in a year, as "2027-07-05": the next year's first may be among them. */
function holidaysOf(year: number): Set<string> {
  let days = holidays.get(year);
  if (!days) {
    days = new Set([...allForYear(year), ...allForYear(year + 1)].map(({ dateString }) => dateString));
    holidays.set(year, days);
  }
  return days;
}
