/** What decides where and when a scholarship can be had. Days are ISO 8601; an empty one is no bound. */
export interface ScholarshipTerms {
  national: boolean;
  regions: { state: string | null }[];
  opensOn: string | null;
  closesOn: string | null;
}

/** The scholarships open on a day (see `dayInLastZone`) that can be used for a workshop; a virtual one has no state. */
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
