/** One thing that keeps an entry from being saved or published. */
export interface Problem {
  /** Where: attribute names and list positions, as the admin's form knows them (["venue", "zip"]). */
  path: (string | number)[];
  /** What is wrong and what to do, in plain words. */
  message: string;
}

/** What is said first, and more problems of fields of which it says nothing: others would follow from it, or repeat it. */
export function withMore(said: Problem[], more: Problem[]): Problem[] {
  const fields = new Set(said.map(({ path }) => path.join('.')));
  return [...said, ...more.filter(({ path }) => !fields.has(path.join('.')))];
}
