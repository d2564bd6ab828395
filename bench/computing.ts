import { performance } from 'node:perf_hooks';
import { findNear, partnerFor, suggestPlaces } from './cms.ts';
import { atMost, type Measure } from './report.ts';

/** Texts as long as a place may be that make the most of every rule that splits and joins words. */
const LONG_TEXTS = ['st '.repeat(33), ','.repeat(100), 'a, '.repeat(33), '1,'.repeat(50), 'ʻ.'.repeat(50)];

/** Times what is worked out in one process without waiting for anything: the slowest of each after a first time. */
export function measureComputing(): Measure[] {
  return [
    atMost('Making out a place of 100 odd characters', slowest(LONG_TEXTS, findNear), 100, 'ms', 1),
    atMost('Suggesting places for 100 odd characters', slowest(LONG_TEXTS, suggestPlaces), 100, 'ms', 1),
    atMost(
      'The partner for a ZIP code among 60 with 2,000 codes each',
      slowest(['98101', '60010', '97202'], (zip) => partnerFor(zip, partners)),
      1,
      'ms',
      2,
    ),
  ];
}

const zips = Array.from({ length: 2000 }, (_, position) => 60_000 + position).join(' ');
const partners = Array.from({ length: 60 }, (_, number) => ({ name: `${number}`, territory: [{ zips }] }));

/** How long the slowest of some takes after a first time, in milliseconds. */
export function slowest<Input>(inputs: Input[], work: (input: Input) => unknown): number {
  for (const input of inputs) work(input);
  return Math.max(
    ...inputs.map((input) => {
      const start = performance.now();
      work(input);
      return performance.now() - start;
    }),
  );
}
