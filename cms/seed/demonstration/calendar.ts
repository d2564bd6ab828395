const DAY = 86_400_000;

/** The day `days` after `now`, as "2027-03-06". */
export function dayAfter(now: Date, days: number): string {
  return isoDay(new Date(startOfDay(now) + days * DAY));
}

/** The same day or, when schools are shut, the next one that suits a workshop: no Sunday, no winter break, no Fourth of July or Thanksgiving week. */
export function workshopDay(day: string): string {
  let date = new Date(`${day}T00:00:00Z`);
  while (!suitsWorkshop(date)) date = new Date(date.getTime() + DAY);
  return isoDay(date);
}

/** The Saturday on or after a day, when a workshop suits it; otherwise a later one that does. */
export function workshopSaturday(day: string): string {
  let date = new Date(`${day}T00:00:00Z`);
  while (date.getUTCDay() !== 6 || !suitsWorkshop(date)) date = new Date(date.getTime() + DAY);
  return isoDay(date);
}

function suitsWorkshop(date: Date): boolean {
  const monthDay = isoDay(date).slice(5);
  const winterBreak = monthDay >= '12-21' || monthDay <= '01-02';
  const fourthOfJuly = monthDay >= '07-02' && monthDay <= '07-05';
  const thanksgiving = monthDay >= '11-22' && monthDay <= '11-28';
  return date.getUTCDay() !== 0 && !winterBreak && !fourthOfJuly && !thanksgiving;
}

function startOfDay(date: Date): number {
  return Math.floor(date.getTime() / DAY) * DAY;
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
