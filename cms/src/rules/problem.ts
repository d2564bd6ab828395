/** One thing that keeps an entry from being saved or published. */
export interface Problem {
  /** Where: attribute names and list positions, as the admin's form knows them (["venue", "zip"]). */
  path: (string | number)[];
  /** What is wrong and what to do, in plain words. */
  message: string;
}
