import type { Coordinates, WorkshopSearch } from '@deep-dive/shared-types';
import { milesBetween } from '../places';
import type { Area } from './area';
import { dayNumber, type IndexedPartner } from './indexed';
import { TRAITS, type WorkshopTable } from './workshop-table';

/** No day comes before or after. */
const FIRST_DAY = 0;
const LAST_DAY = dayNumber('9999-12-31');

/** How much longer collecting and ordering a row takes than passing by it. */
const COST_OF_ORDERING = 16;

/** So many rows are put in order of distance as they are; of more, the nearest are looked for. */
const FEW = 500;

/** Which of the workshops there a search is for. */
export interface Conditions {
  /** Holds a 1 at the numbers of the groups that pass. */
  groups: Uint8Array;
  /** Holds a 1 at the numbers of the states that pass; null when all do. */
  states: Uint8Array | null;
  /** As `dayNumber` gives them. */
  from: number;
  to: number;
  /** Milliseconds since the epoch. */
  now: number;
}

/** What besides a search decides which workshops pass. */
interface Besides {
  withCancelled?: boolean;
  /** Which states they may be in; virtual ones are in none (null). */
  inState?: (state: string | null) => boolean;
}

/** Rows of one page, in order, and how many there are on all pages. */
export interface Rows {
  total: number;
  rows: number[];
}

/** Which part of what is found is wanted. */
export interface Page {
  offset: number;
  limit: number;
}

/**
 * Finds the rows of a table that meet conditions. Those at the places of an area are looked at, or, when they are many, all
 * are passed through: that takes half a millisecond for 100,000.
 */
export class Matcher {
  readonly #table: WorkshopTable;
  #found = new Uint32Array(0);

  constructor(table: WorkshopTable) {
    this.#table = table;
  }

  conditions(
    { kind, format, available, partner, from, to }: WorkshopSearch,
    partners: Iterable<IndexedPartner>,
    now: Date,
    { withCancelled = false, inState }: Besides = {},
  ): Conditions {
    const traits = TRAITS.map((each) =>
      Number(
        (!kind || each.kind === kind) &&
          (!format || each.format === format) &&
          (!available || each.status !== 'full') &&
          (withCancelled || each.status !== 'cancelled'),
      ),
    );
    const groups = new Uint8Array(this.#table.groupCount);
    for (const { documentId, slug } of partners) {
      const first = this.#table.firstGroupOf(documentId);
      if (first !== undefined && (!partner || slug === partner)) groups.set(traits, first);
    }
    return {
      groups,
      states: inState ? this.#table.locations.maskOfStates(inState) : null,
      from: from ? dayNumber(from) : FIRST_DAY,
      to: to ? dayNumber(to) : LAST_DAY,
      now: now.getTime(),
    };
  }

  /** The rows in an area that meet the conditions, in order of date. They are overwritten when it is called again. */
  matching(area: Area, conditions: Conditions): Uint32Array {
    if (!area) return this.#passThrough(null, conditions);
    const { starts, rows } = this.#table.byLocation();
    if (area.length > 1 && this.#isMuchOfAll(area))
      return this.#passThrough(this.#table.locations.mask(area), conditions);
    const found = this.#room();
    let count = 0;
    for (const location of area) {
      const end = starts[location + 1] as number;
      for (let each = starts[location] as number; each < end; each++)
        if (this.#meets(rows[each] as number, conditions)) found[count++] = rows[each] as number;
    }
    const matching = found.subarray(0, count);
    return area.length > 1 ? matching.sort() : matching;
  }

  soonest(area: Area, conditions: Conditions, page: Page): Rows {
    if (!area && !conditions.states && isAnyDay(conditions)) return this.#soonestOfGroups(conditions, page);
    const found = this.matching(area, conditions);
    return { total: found.length, rows: [...found.subarray(page.offset, page.offset + page.limit)] };
  }

  /** Nearest first, and of those at the same place the soonest. */
  nearest(centre: Coordinates, area: Area, conditions: Conditions, { offset, limit }: Page): Rows {
    const matching = this.matching(area, conditions);
    const total = matching.length;
    if (offset >= total) return { total, rows: [] };
    const rows =
      total <= FEW
        ? this.#byDistance(centre, [...matching])
        : this.#nearestOfMany(centre, area, conditions, offset + limit);
    return { total, rows: rows.slice(offset, offset + limit) };
  }

  /** Whether passing by all rows takes less time than collecting and ordering those of an area. */
  #isMuchOfAll(area: number[]): boolean {
    const many = this.#table.size / COST_OF_ORDERING;
    // Nearly all locations have a row at least.
    if (area.length > many) return true;
    const { starts } = this.#table.byLocation();
    let rows = 0;
    for (const location of area) rows += (starts[location + 1] as number) - (starts[location] as number);
    return rows > many;
  }

  #passThrough(locations: Uint8Array | null, { groups, states, from, to, now }: Conditions): Uint32Array {
    // From variables of their own, columns and masks are read much faster.
    const { group, location, endsAt } = this.#table.columns;
    const { stateOf } = this.#table.locations;
    const anyDay = isAnyDay({ from, to });
    const found = this.#room();
    const rows = this.#table.size;
    let count = 0;
    for (let row = 0; row < rows; row++)
      if (
        (locations === null || locations[location[row] as number] === 1) &&
        groups[group[row] as number] === 1 &&
        (endsAt[row] as number) > now &&
        (states === null || states[stateOf[location[row] as number] as number] === 1) &&
        (anyDay || this.#meetsWithin(row, from, to))
      )
        found[count++] = row;
    return found.subarray(0, count);
  }

  /** Room for as many rows as there can be, used again and again. */
  #room(): Uint32Array {
    if (this.#found.length < this.#table.capacity) this.#found = new Uint32Array(this.#table.capacity);
    return this.#found;
  }

  #meets(row: number, { groups, states, from, to, now }: Conditions): boolean {
    const { group, location, endsAt } = this.#table.columns;
    const { stateOf } = this.#table.locations;
    return (
      groups[group[row] as number] === 1 &&
      (endsAt[row] as number) > now &&
      (states === null || states[stateOf[location[row] as number] as number] === 1) &&
      this.#meetsWithin(row, from, to)
    );
  }

  #meetsWithin(row: number, from: number, to: number): boolean {
    const { firstDay, lastDay } = this.#table.columns;
    const first = firstDay[row] as number;
    const last = lastDay[row] as number;
    if (first > to || last < from) return false;
    if (first >= from || last <= to) return true;
    return this.#table.at(row).days.some((day) => day >= from && day <= to);
  }

  /** As `soonest`, where neither place nor day matters: the groups' sizes tell how many there are. */
  #soonestOfGroups({ groups, now }: Conditions, { offset, limit }: Page): Rows {
    const { group, endsAt } = this.#table.columns;
    const { workshops, groupSizes } = this.#table;
    let total = 0;
    for (let each = 0; each < groups.length; each++) if (groups[each] === 1) total += groupSizes[each] ?? 0;
    for (let row = 0; (workshops[row]?.startsAt ?? Number.POSITIVE_INFINITY) < now; row++)
      if (groups[group[row] as number] === 1 && (endsAt[row] as number) <= now) total--;
    const rows: number[] = [];
    const end = Math.min(total, offset + limit);
    for (let row = 0, passed = 0; passed < end; row++)
      if (groups[group[row] as number] === 1 && (endsAt[row] as number) > now && passed++ >= offset)
        rows.push(row);
    return { total, rows };
  }

  /** Rows that are equally far away keep their order. */
  #byDistance(centre: Coordinates, rows: number[]): number[] {
    const { location } = this.#table.columns;
    const distances = new Map<number, number>();
    for (const row of rows) {
      const number = location[row] as number;
      if (!distances.has(number))
        distances.set(number, milesBetween(centre, this.#table.locations.at(number)));
    }
    const distance = (row: number): number => distances.get(location[row] as number) as number;
    return rows.sort((a, b) => distance(a) - distance(b));
  }

  /** Collects at least `count` rows, nearest locations first. There must be that many. */
  #nearestOfMany(centre: Coordinates, area: Area, conditions: Conditions, count: number): number[] {
    const { starts, rows } = this.#table.byLocation();
    const isInArea = area && this.#table.locations.mask(area);
    const matchingAt = (location: number): number[] => {
      const matching: number[] = [];
      const end = starts[location + 1] as number;
      for (let each = starts[location] as number; each < end; each++)
        if (this.#meets(rows[each] as number, conditions)) matching.push(rows[each] as number);
      return matching;
    };
    // Each of these has a workshop at least, so they are enough.
    const nearest = this.#table.locations.nearest(
      centre,
      count,
      (location) => (isInArea === null || isInArea[location] === 1) && matchingAt(location).length > 0,
    );
    const found: number[] = [];
    for (const location of nearest) {
      if (found.length >= count) break;
      found.push(...matchingAt(location));
    }
    return found;
  }
}

const isAnyDay = ({ from, to }: { from: number; to: number }): boolean =>
  from === FIRST_DAY && to === LAST_DAY;
