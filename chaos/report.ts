import type { Measure } from '../bench/report.ts';

/** One line of the table. */
export interface Row extends Measure {
  scenario: string;
}

/** Prints what held and what didn't as a Markdown table, and a line of counts. */
export function printTable(rows: Row[]): void {
  console.log('\n| scenario | what | measured | bound | |\n| --- | --- | --- | --- | --- |');
  for (const { scenario, what, measured, bound, kept } of rows)
    console.log(`| ${scenario} | ${what} | ${oneLine(measured)} | ${bound} | ${wordFor(kept)} |`);
  const count = (kept: boolean | undefined): number => rows.filter((row) => row.kept === kept).length;
  console.log(`\n${count(true)} kept, ${count(false)} MISSED, ${count(undefined)} skipped`);
}

const wordFor = (kept: boolean | undefined): string =>
  kept === undefined ? 'skipped' : kept ? 'kept' : '**MISSED**';

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
