import { Temporal } from 'temporal-polyfill';

type Falls = (year: number) => Temporal.PlainDate;

const on =
  (month: number, day: number): Falls =>
  (year) =>
    Temporal.PlainDate.from({ year, month, day });

/** The nth such day of a week (1 is Monday) in a month; the last one when n is -1. */
const nth =
  (n: number, dayOfWeek: number, month: number): Falls =>
  (year) => {
    const first = Temporal.PlainDate.from({ year, month, day: 1 });
    if (n === -1) {
      const last = first.add({ months: 1 }).subtract({ days: 1 });
      return last.subtract({ days: (last.dayOfWeek - dayOfWeek + 7) % 7 });
    }
    return first.add({ days: ((dayOfWeek - first.dayOfWeek + 7) % 7) + 7 * (n - 1) });
  };

/** The legal public holidays of the United States (5 U.S.C. § 6103), without the day an inauguration takes place. */
const HOLIDAYS: [string, Falls][] = [
  ['New Year’s Day', on(1, 1)],
  ['Martin Luther King Jr. Day', nth(3, 1, 1)],
  ['Presidents’ Day', nth(3, 1, 2)],
  ['Memorial Day', nth(-1, 1, 5)],
  ['Juneteenth', on(6, 19)],
  ['Independence Day', on(7, 4)],
  ['Labor Day', nth(1, 1, 9)],
  ['Columbus Day and Indigenous Peoples’ Day', nth(2, 1, 10)],
  ['Veterans Day', on(11, 11)],
  ['Thanksgiving', nth(4, 4, 11)],
  ['Christmas Day', on(12, 25)],
];

/** The holidays of a year by their day, and where that is another, by the day on which they are observed. */
const byYear = new Map<number, Map<string, string>>();

function holidaysOf(year: number): Map<string, string> {
  let days = byYear.get(year);
  if (!days) {
    days = new Map();
    for (const [name, falls] of HOLIDAYS) {
      const holiday = falls(year);
      const free = observed(holiday);
      if (!free.equals(holiday)) days.set(free.toString(), `${name} (observed)`);
      days.set(holiday.toString(), name);
    }
    byYear.set(year, days);
  }
  return days;
}

/** The federal holiday a day ("2027-07-05") is, or on which one is observed that falls on a weekend; null when it is none. */
export function federalHoliday(date: string): string | null {
  const { year } = Temporal.PlainDate.from(date);
  // New Year’s Day can be observed on the last day of the year before.
  return holidaysOf(year).get(date) ?? holidaysOf(year + 1).get(date) ?? null;
}

/** Federal offices close on the Friday before a Saturday and the Monday after a Sunday. */
function observed(holiday: Temporal.PlainDate): Temporal.PlainDate {
  if (holiday.dayOfWeek === 6) return holiday.subtract({ days: 1 });
  return holiday.dayOfWeek === 7 ? holiday.add({ days: 1 }) : holiday;
}
