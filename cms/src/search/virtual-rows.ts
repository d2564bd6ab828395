import { ASIDE_SIZE } from '@deep-dive/shared-types';
import { LRUCache } from 'lru-cache';
import type { Rows } from './matching';
import type { WorkshopTable } from './workshop-table';

/** Rows, and from when until before when they are the right ones (milliseconds since the epoch). */
type RowsForNow = Rows & { from: number; until: number };

/** For so many sets of filters, the virtual workshops are remembered. */
const REMEMBERED = 100;

/** The soonest virtual workshops by a search's filters: the same ones for most searches, and the longest to look for. */
export class VirtualRows {
  readonly #table: WorkshopTable;
  readonly #remembered = new LRUCache<string, RowsForNow>({ max: REMEMBERED });

  constructor(table: WorkshopTable) {
    this.#table = table;
  }

  /** The first of those that `find` finds for the filters, which are not looked for again until one of them ends. */
  soonest(filters: string, now: Date, find: () => Uint32Array): Rows {
    const known = this.#remembered.get(filters);
    if (known && known.from <= now.getTime() && now.getTime() < known.until) return known;
    const rows = find();
    const { endsAt } = this.#table.columns;
    let until = Number.POSITIVE_INFINITY;
    for (const row of rows) until = Math.min(until, endsAt[row] as number);
    const found = { total: rows.length, rows: [...rows.subarray(0, ASIDE_SIZE)], from: now.getTime(), until };
    this.#remembered.set(filters, found);
    return found;
  }

  /** To be called after every change: the table's rows are others then. */
  forget(): void {
    this.#remembered.clear();
  }
}
