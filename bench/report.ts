/** One line of the table. `kept` is undefined for a figure without a bound, or one that could not be measured. */
export interface Measure {
  what: string;
  measured: string;
  bound: string;
  kept?: boolean;
}

/** A measure with an upper bound. */
export function atMost(what: string, value: number, bound: number, unit: string, digits = 0): Measure {
  return {
    what,
    measured: `${value.toFixed(digits)} ${unit}`,
    bound: `≤ ${bound} ${unit}`,
    kept: value <= bound,
  };
}

/** A measure with a lower bound. */
export function atLeast(what: string, value: number, bound: number, unit: string, digits = 0): Measure {
  return {
    what,
    measured: `${value.toFixed(digits)} ${unit}`,
    bound: `≥ ${bound} ${unit}`,
    kept: value >= bound,
  };
}

/** Prints the measures as a Markdown table, so that it can be kept in docs/measures.md as it is. */
export function printTable(measures: Measure[]): void {
  console.log('\n| measure | measured | bound | kept |\n| --- | --- | --- | --- |');
  for (const { what, measured, bound, kept } of measures) {
    console.log(
      `| ${what} | ${measured} | ${bound} | ${kept === undefined ? '–' : kept ? 'yes' : '**no**'} |`,
    );
  }
}

/** The middle value. */
export const median = (values: number[]): number => percentile(values, 50);

/** The value that so many of a hundred don't exceed. */
export function percentile(values: number[], rank: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil((rank / 100) * sorted.length) - 1] ?? Number.NaN;
}
