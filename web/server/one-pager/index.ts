import { type OnePagerFacts, onePagerOf } from './content';
import { drawOnePager } from './pdf';

export type { OnePagerFacts } from './content';

const DAY = 24 * 60 * 60 * 1000;

/** A page of the site on one sheet of paper, as a PDF. */
export const renderOnePager = (facts: OnePagerFacts, now: number): Promise<Buffer> =>
  drawOnePager(onePagerOf(facts), new Date(Math.floor(now / DAY) * DAY));
