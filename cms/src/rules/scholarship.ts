/** What decides where and when a scholarship can be had. Days are ISO 8601; an empty one is no bound. */
export interface ScholarshipTerms {
  national: boolean;
  regions: { state: string | null }[];
  opensOn: string | null;
  closesOn: string | null;
}

/** How far American Samoa, where a day ends last in the United States, is behind UTC all year, in milliseconds. */
const LAST_ZONE = 11 * 3_600_000;

/** The day (ISO 8601) by which scholarships open and close: the last one to apply lasts until it has ended everywhere. */
export function scholarshipDay(now: Date): string {
  return new Date(now.getTime() - LAST_ZONE).toISOString().slice(0, 10);
}

/** The scholarships open on a day that can be used for a workshop; a virtual one has no state. */
export function scholarshipsFor<S extends ScholarshipTerms>(
  workshop: { state: string | null },
  scholarships: S[],
  today: string,
): S[] {
  return scholarships.filter(
    ({ national, regions, opensOn, closesOn }) =>
      (!opensOn || opensOn <= today) &&
      (!closesOn || today <= closesOn) &&
      (national || (workshop.state !== null && regions.some(({ state }) => state === workshop.state))),
  );
}
