import {
  ASIDE_SIZE,
  type Bounds,
  DEFAULT_RADIUS,
  dayInLastZone,
  FEED_LIMIT,
  type Near,
  PAGE_SIZE,
  type WorkshopFeedEntry,
  type WorkshopFormat,
  type WorkshopKind,
  type WorkshopList,
  type WorkshopResult,
  type WorkshopSearch,
  type WorkshopStatus,
  type WorkshopSummary,
} from '@deep-dive/shared-types';
import { around } from 'geokdbush';
import KDBush from 'kdbush';
import { milesBetween, type Position } from '../places';
import { type ScholarshipTerms, scholarshipsFor } from '../rules/scholarship';

/** Where a workshop meets, as far as searching goes. */
export interface Location extends Position {
  city: string;
  /** Two-letter postal code of the state or territory. */
  state: string;
}

/** What a list shows of a workshop but follows from other documents. */
type FromOthers = 'hasScholarship' | 'partner';

/** An announced workshop (see rules/visibility), ready for searching. Instants are milliseconds since the epoch. */
export interface IndexedWorkshop {
  id: string;
  startsAt: number;
  endsAt: number;
  kind: WorkshopKind;
  format: WorkshopFormat;
  status: WorkshopStatus;
  /** Its partner's documentId. */
  partner: string;
  /** Its sessions' calendar days in its own zone, in order, as numbers (see `dayNumber`). */
  days: number[];
  /** Null when it is virtual. */
  location: Location | null;
  /** What feeds tell of it besides, as WorkshopFeedEntry has it. */
  street: string | null;
  updatedAt: string;
  /** JSON of Omit<WorkshopSummary, FromOthers>: a fifth of the memory that objects take, and few are shown at a time. */
  summary: string;
}

/** A partner whose workshops are searched. */
export interface IndexedPartner {
  documentId: string;
  name: string;
  slug: string;
}

/** A place with workshops, as the map shows it. */
export interface Spot extends Location {
  deepDive: number;
  intro: number;
}

/** What a search gives, but for what was made of the place and who serves it. */
export type Found = Omit<WorkshopList, 'near' | 'partners'>;

/** What a feed holds, but for the notes, which are too long for memory. */
export interface FoundForFeed {
  total: number;
  workshops: Omit<WorkshopFeedEntry, 'notes'>[];
}

/** "2027-03-06" → 20270306. */
export const dayNumber = (date: string): number => Number(date.replaceAll('-', ''));

const KILOMETERS_PER_MILE = 1.609344;
const KINDS: WorkshopKind[] = ['intro', 'deep-dive'];
const FORMATS: WorkshopFormat[] = ['in-person', 'virtual', 'hybrid'];
const STATUSES: WorkshopStatus[] = ['scheduled', 'full', 'cancelled'];
/** What a workshop can be like. Each partner has a group of workshops for each. */
const TRAITS = KINDS.flatMap((kind) =>
  FORMATS.flatMap((format) => STATUSES.map((status) => ({ kind, format, status }))),
);

/** The number of the location that stands for none. */
const NOWHERE = 0;

/** No day comes before or after. */
const FIRST_DAY = 0;
const LAST_DAY = dayNumber('9999-12-31');

/** What searches look at, a column for each fact and a row for each workshop: a search passes through all of them. */
const makeColumns = (capacity: number) => ({
  endsAt: new Float64Array(capacity),
  group: new Uint32Array(capacity),
  location: new Uint32Array(capacity),
  firstDay: new Int32Array(capacity),
  lastDay: new Int32Array(capacity),
});

/** Which workshops a search is for: each mask holds a 1 at the numbers that pass. */
interface Conditions {
  groups: Uint8Array;
  /** Null when all do. */
  locations: Uint8Array | null;
  /** As `dayNumber` gives them. */
  from: number;
  to: number;
  /** Milliseconds since the epoch. */
  now: number;
}

/** Rows of one page, in order, and how many there are on all pages. */
interface Rows {
  total: number;
  rows: number[];
}

/**
 * Every announced workshop in memory, in order of date (of those that start at the same moment, by id). Many workshops
 * meet at the same place, so what is about places is worked out once for each place, and the workshops are then passed
 * through: that takes about a millisecond for 100,000, and changing one takes less.
 */
export class WorkshopIndex<Partner extends IndexedPartner = IndexedPartner> {
  /** Changes with everything that was put, removed or set. */
  version = 0;
  #partners: Partner[] = [];
  #scholarships: ScholarshipTerms[] = [];
  #workshops: IndexedWorkshop[] = [];
  #columns = makeColumns(0);
  #found = new Uint32Array(0);
  readonly #byId = new Map<string, IndexedWorkshop>();
  readonly #partnerNumbers = new Map<string, number>();
  readonly #locationNumbers = new Map<string, number>([['', NOWHERE]]);
  readonly #locations: Location[] = [{ latitude: Number.NaN, longitude: Number.NaN, city: '', state: '' }];
  readonly #byState = new Map<string, number[]>([['', [NOWHERE]]]);
  /** All locations but NOWHERE, so that each has the number before its own; null when some are missing. */
  #tree: KDBush | null = null;

  constructor(workshops: IndexedWorkshop[] = []) {
    this.#makeRoom(workshops.length);
    for (const workshop of workshops.toSorted(inOrder)) this.#insert(workshop, this.#workshops.length);
  }

  get size(): number {
    return this.#workshops.length;
  }

  get partners(): Partner[] {
    return this.#partners;
  }

  /** Those of all partners that exist: workshops of others are not shown. */
  set partners(partners: Partner[]) {
    this.#partners = partners;
    this.version++;
  }

  /** The published ones, whether they are open or not. */
  set scholarships(scholarships: ScholarshipTerms[]) {
    this.#scholarships = scholarships;
    this.version++;
  }

  /** Adds a workshop, or takes it for what was known by its id. */
  put(workshop: IndexedWorkshop): void {
    this.remove(workshop.id);
    if (this.#workshops.length === this.#columns.endsAt.length) this.#makeRoom(this.#workshops.length * 2);
    this.#insert(workshop, this.#rowFor(workshop));
  }

  /** Takes a workshop out; nothing happens when it isn't there. */
  remove(id: string): void {
    this.version++;
    const known = this.#byId.get(id);
    if (!known) return;
    const row = this.#rowFor(known);
    this.#byId.delete(id);
    this.#workshops.splice(row, 1);
    for (const column of Object.values(this.#columns)) column.copyWithin(row, row + 1);
  }

  /** Takes out what has ended: it is never found again. */
  removeEnded(now: Date): void {
    for (const { id } of this.#workshops.filter(({ endsAt }) => endsAt <= now.getTime())) this.remove(id);
  }

  /** Whether a scholarship open on a day (see `dayInLastZone`) can be used for a workshop in a state, or a virtual one (null). */
  hasScholarship(state: string | null, today: string): boolean {
    return scholarshipsFor({ state }, this.#scholarships, today).length > 0;
  }

  /** One page of the listed workshops that a search is for. `near` is what was made of the search's place, if it has one. */
  search(search: WorkshopSearch, near: Near | null, now: Date): Found {
    const page = search.page ?? 1;
    const offset = (page - 1) * PAGE_SIZE;
    const centre = near?.status === 'found' && near.place.kind !== 'state' ? near.place : null;
    const today = dayInLastZone(now);
    const conditions = this.#conditions(search, this.#area(search, near), now);
    const { total, rows } =
      search.sort === 'distance' && centre && search.format !== 'virtual'
        ? this.#nearest(centre, conditions, offset, PAGE_SIZE)
        : this.#soonest(conditions, offset, PAGE_SIZE);
    const results = (found: number[]): WorkshopResult[] =>
      found.map((row) => ({ ...this.#summary(row, today), distanceMiles: this.#milesFrom(centre, row) }));
    const virtual =
      (near || search.bbox) && !search.format
        ? this.#soonest(
            this.#conditions({ ...search, format: 'virtual' }, this.#mask([NOWHERE]), now),
            0,
            ASIDE_SIZE,
          )
        : null;
    const beyond = total === 0 ? this.#beyond(search, near, now) : [];
    return {
      total,
      page,
      pageSize: PAGE_SIZE,
      pageCount: Math.ceil(total / PAGE_SIZE),
      workshops: results(rows),
      virtual: virtual && { total: virtual.total, workshops: results(virtual.rows) },
      beyond: results(beyond),
    };
  }

  /** The announced workshops that a search is for, virtual and cancelled ones among them, soonest first. */
  feed(search: WorkshopSearch, near: Near | null, now: Date): FoundForFeed {
    const area = this.#area(search, near);
    if (area) area[NOWHERE] = 1;
    const { total, rows } = this.#soonest(this.#conditions(search, area, now, true), 0, FEED_LIMIT);
    const today = dayInLastZone(now);
    const workshops = rows.map((row) => {
      const { street, updatedAt } = this.#workshops[row] as IndexedWorkshop;
      return { ...this.#summary(row, today), street, updatedAt };
    });
    return { total, workshops };
  }

  /** Where the listed workshops are that pass a search's filters, and when (milliseconds since the epoch) the first of them ends. */
  spots(filters: WorkshopSearch, now: Date): { spots: Spot[]; firstEnd: number } {
    const { location, group, endsAt } = this.#columns;
    const intros = new Uint32Array(this.#locations.length);
    const deepDives = new Uint32Array(this.#locations.length);
    let firstEnd = Number.POSITIVE_INFINITY;
    for (const row of this.#matching(this.#conditions(filters, this.#everywhere(), now))) {
      const { kind } = TRAITS[(group[row] as number) % TRAITS.length] as (typeof TRAITS)[number];
      const counts = kind === 'intro' ? intros : deepDives;
      (counts[location[row] as number] as number)++;
      firstEnd = Math.min(firstEnd, endsAt[row] as number);
    }
    const spots: Spot[] = [];
    this.#locations.forEach(({ latitude, longitude, city, state }, number) => {
      const [deepDive, intro] = [deepDives[number] as number, intros[number] as number];
      if (deepDive + intro > 0) spots.push({ latitude, longitude, city, state, deepDive, intro });
    });
    return { spots, firstEnd };
  }

  #summary(row: number, today: string): WorkshopSummary {
    const { summary, location, partner } = this.#workshops[row] as IndexedWorkshop;
    const { name, slug } = this.#partners.find(({ documentId }) => documentId === partner) as Partner;
    return {
      ...(JSON.parse(summary) as Omit<WorkshopSummary, FromOthers>),
      hasScholarship: this.hasScholarship(location?.state ?? null, today),
      partner: { name, slug },
    };
  }

  #milesFrom(centre: Position | null, row: number): number | null {
    const { location } = this.#workshops[row] as IndexedWorkshop;
    return centre && location ? Math.round(milesBetween(centre, location) * 10) / 10 : null;
  }

  /** The three nearest workshops wherever they are, for a search about a place that found none. */
  #beyond(search: WorkshopSearch, near: Near | null, now: Date): number[] {
    if (near?.status !== 'found' || search.bbox || search.format === 'virtual') return [];
    return this.#nearest(near.place, this.#conditions(search, this.#everywhere(), now), 0, ASIDE_SIZE).rows;
  }

  /** The locations (as a mask) where a search looks; null when it is no matter where. */
  #area({ bbox, format, radius = DEFAULT_RADIUS }: WorkshopSearch, near: Near | null): Uint8Array | null {
    if ((!near && !bbox) || format === 'virtual') return null;
    if (bbox) return this.#mask(this.#within(bbox));
    if (near?.status !== 'found') return this.#mask([]);
    const { kind, state, longitude, latitude } = near.place;
    if (kind === 'state') return this.#mask(this.#byState.get(state) ?? []);
    if (radius === 'any') return this.#everywhere();
    const found = around(this.#placesTree(), longitude, latitude, Infinity, radius * KILOMETERS_PER_MILE);
    return this.#mask(found.map((item) => item + 1));
  }

  #mask(locations: number[]): Uint8Array {
    const mask = new Uint8Array(this.#locations.length);
    for (const location of locations) mask[location] = 1;
    return mask;
  }

  /** Every location that is one. */
  #everywhere(): Uint8Array {
    const mask = new Uint8Array(this.#locations.length).fill(1);
    mask[NOWHERE] = 0;
    return mask;
  }

  #within([west, south, east, north]: Bounds): number[] {
    if (west > east)
      return [...this.#within([west, south, 180, north]), ...this.#within([-180, south, east, north])];
    return this.#placesTree()
      .range(west, south, east, north)
      .map((item) => item + 1);
  }

  #placesTree(): KDBush {
    if (!this.#tree) {
      this.#tree = new KDBush(this.#locations.length - 1);
      for (const { longitude, latitude } of this.#locations.slice(1)) this.#tree.add(longitude, latitude);
      this.#tree.finish();
    }
    return this.#tree;
  }

  #conditions(
    { kind, format, available, partner, scholarship, from, to }: WorkshopSearch,
    area: Uint8Array | null,
    now: Date,
    withCancelled = false,
  ): Conditions {
    const traits = TRAITS.map((each) =>
      Number(
        (!kind || each.kind === kind) &&
          (!format || each.format === format) &&
          (!available || each.status !== 'full') &&
          (withCancelled || each.status !== 'cancelled'),
      ),
    );
    const groups = new Uint8Array(this.#partnerNumbers.size * TRAITS.length);
    for (const { documentId, slug } of this.#partners) {
      const number = this.#partnerNumbers.get(documentId);
      if (number !== undefined && (!partner || slug === partner)) groups.set(traits, number * TRAITS.length);
    }
    const locations = scholarship ? (area ?? this.#mask([...this.#locations.keys()])) : area;
    if (scholarship && locations) {
      const today = dayInLastZone(now);
      for (const [state, numbers] of this.#byState)
        if (!this.hasScholarship(state || null, today)) for (const number of numbers) locations[number] = 0;
    }
    return {
      groups,
      locations,
      from: from ? dayNumber(from) : FIRST_DAY,
      to: to ? dayNumber(to) : LAST_DAY,
      now: now.getTime(),
    };
  }

  /** The rows that meet the conditions, in order of date. They are overwritten when it is called again. */
  #matching(conditions: Conditions): Uint32Array {
    // From variables of their own, columns and masks are read much faster.
    const { group, location, endsAt } = this.#columns;
    const { groups, locations, from, to, now } = conditions;
    const anyDay = from === FIRST_DAY && to === LAST_DAY;
    const found = this.#found;
    const rows = this.#workshops.length;
    let count = 0;
    for (let row = 0; row < rows; row++)
      if (
        (locations === null || locations[location[row] as number] === 1) &&
        groups[group[row] as number] === 1 &&
        (endsAt[row] as number) > now &&
        (anyDay || this.#meetsWithin(row, from, to))
      )
        found[count++] = row;
    return found.subarray(0, count);
  }

  #meetsWithin(row: number, from: number, to: number): boolean {
    const first = this.#columns.firstDay[row] as number;
    const last = this.#columns.lastDay[row] as number;
    if (first > to || last < from) return false;
    if (first >= from || last <= to) return true;
    return (this.#workshops[row] as IndexedWorkshop).days.some((day) => day >= from && day <= to);
  }

  #soonest(conditions: Conditions, offset: number, limit: number): Rows {
    const found = this.#matching(conditions);
    return { total: found.length, rows: [...found.subarray(offset, offset + limit)] };
  }

  /** Nearest first, and of those at the same place the soonest. Only what is on the page is put in order. */
  #nearest(centre: Position, conditions: Conditions, offset: number, limit: number): Rows {
    const { location } = this.#columns;
    const counts = new Uint32Array(this.#locations.length);
    const found = this.#matching(conditions);
    const total = found.length;
    for (let each = 0; each < total; each++) (counts[location[found[each] as number] as number] as number)++;
    if (offset >= total) return { total, rows: [] };
    const countAt = (item: number): number => counts[item + 1] as number;
    // Each of these has a workshop at least, so they are enough to fill the page.
    const nearest = around(
      this.#placesTree(),
      centre.longitude,
      centre.latitude,
      offset + limit,
      Infinity,
      (item) => countAt(item) > 0,
    );
    const shown = new Map<number, number[]>();
    let before = 0;
    let skipped = 0;
    for (const item of nearest) {
      if (before >= offset + limit) break;
      if (before + countAt(item) > offset) shown.set(item + 1, []);
      else skipped += countAt(item);
      before += countAt(item);
    }
    const isShown = this.#mask([...shown.keys()]);
    for (let each = 0; each < total; each++) {
      const row = found[each] as number;
      const number = location[row] as number;
      if (isShown[number] === 1) shown.get(number)?.push(row);
    }
    const rows = [...shown.values()].flat().slice(offset - skipped, offset - skipped + limit);
    return { total, rows };
  }

  #insert(workshop: IndexedWorkshop, row: number): void {
    const length = this.#workshops.length;
    this.#byId.set(workshop.id, workshop);
    this.#workshops.splice(row, 0, workshop);
    for (const column of Object.values(this.#columns)) column.copyWithin(row + 1, row, length);
    this.#write(workshop, row);
  }

  #makeRoom(capacity: number): void {
    this.#columns = makeColumns(capacity + ROOM);
    this.#found = new Uint32Array(capacity + ROOM);
    this.#workshops.forEach((workshop, row) => {
      this.#write(workshop, row);
    });
  }

  #write(workshop: IndexedWorkshop, row: number): void {
    const { location, days, endsAt, partner, kind, format, status } = workshop;
    const traits = TRAITS.findIndex(
      (each) => each.kind === kind && each.format === format && each.status === status,
    );
    this.#columns.endsAt[row] = endsAt;
    this.#columns.group[row] = numberFor(this.#partnerNumbers, partner) * TRAITS.length + traits;
    this.#columns.location[row] = location ? this.#locationNumber(location) : NOWHERE;
    this.#columns.firstDay[row] = days[0] ?? 0;
    this.#columns.lastDay[row] = days.at(-1) ?? 0;
  }

  #locationNumber(location: Location): number {
    const { latitude, longitude, state } = location;
    const number = numberFor(this.#locationNumbers, `${latitude} ${longitude} ${state}`);
    if (number === this.#locations.length) {
      this.#locations.push(location);
      const ofState = this.#byState.get(state);
      if (ofState) ofState.push(number);
      else this.#byState.set(state, [number]);
      this.#tree = null;
    }
    return number;
  }

  /** The first row that doesn't come before a workshop. */
  #rowFor(workshop: IndexedWorkshop): number {
    let low = 0;
    let high = this.#workshops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (inOrder(this.#workshops[middle] as IndexedWorkshop, workshop) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Rows that are kept free beyond what is needed. */
const ROOM = 1000;

const inOrder = (a: IndexedWorkshop, b: IndexedWorkshop): number =>
  a.startsAt - b.startsAt || (a.id < b.id ? -1 : Number(a.id > b.id));

/** The number that stands for a key; a new key gets the next one. */
function numberFor(numbers: Map<string, number>, key: string): number {
  const number = numbers.get(key) ?? numbers.size;
  numbers.set(key, number);
  return number;
}
