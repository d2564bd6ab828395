const startedAt = performance.now();

/** Seconds as people read them: "0.4 s", "41 s". */
export function seconds(milliseconds: number): string {
  const value = milliseconds / 1000;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} s`;
}

/** Seconds since the command began. */
export const elapsed = (): string => seconds(performance.now() - startedAt);

/** Runs one named step, printing its name at once and its time when it ends. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const from = performance.now();
  console.log(`→ ${name} …`);
  const result = await work();
  console.log(`✓ ${name} (${seconds(performance.now() - from)})`);
  return result;
}

/** An error whose message is all a person needs to see. */
export class Refusal extends Error {
  override name = 'Refusal';
}

/** Runs a command's main function; a refusal is printed as one sentence, anything else in full. Both exit with 1. */
export async function run(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Refusal ? `✗ ${error.message}` : error);
    process.exit(1);
  }
}
