import {
  ASIDE_SIZE,
  type Bounds,
  DEFAULT_RADIUS,
  dayInLastZone,
  FEED_LIMIT,
  filtersOf,
  formatWorkshopSearch,
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

/** The numbers of the locations where a search looks; null when it is no matter where. */
type Area = number[] | null;

/** Which of the workshops there a search is for. */
interface Conditions {
  /** Holds a 1 at the numbers of the groups that pass. */
  groups: Uint8Array;
  /** As `dayNumber` gives them. */
  from: number;
  to: number;
  /** Milliseconds since the epoch. */
  now: number;
}

/** The rows at each location, in order: those at a location stand in `rows` from its start to the next one's. */
interface RowsByLocation {
  starts: Uint32Array;
  rows: Uint32Array;
}

/** From when until before when something holds, in milliseconds since the epoch. */
interface Validity {
  from: number;
  until: number;
}

/** Rows of one page, in order, and how many there are on all pages. */
interface Rows {
  total: number;
  rows: number[];
}

/**
 * Every announced workshop in memory, in order of date (of those that start at the same moment, by id). Many workshops
 * meet at the same place, so what is about places is worked out once for each place. Then those at the places are looked
 * at, or, when they are many, all are passed through: that takes half a millisecond for 100,000, and changing one takes less.
 */
export class WorkshopIndex<Partner extends IndexedPartner = IndexedPartner> {
  /** Changes with everything that was put, removed or set. */
  version = 0;
  #partners = new Map<string, Partner>();
  #scholarships: ScholarshipTerms[] = [];
  #workshops: IndexedWorkshop[] = [];
  #columns = makeColumns(0);
  #found = new Uint32Array(0);
  /** How many workshops are in each group, by its number. */
  #groupSizes: number[] = [];
  readonly #byId = new Map<string, IndexedWorkshop>();
  readonly #partnerNumbers = new Map<string, number>();
  readonly #locationNumbers = new Map<string, number>([['', NOWHERE]]);
  readonly #locations: Location[] = [{ latitude: Number.NaN, longitude: Number.NaN, city: '', state: '' }];
  readonly #byState = new Map<string, number[]>([['', [NOWHERE]]]);
  /** The numbers of all locations but NOWHERE. */
  #places: number[] = [];
  /** All locations but NOWHERE, so that each has the number before its own; null when some are missing. */
  #tree: KDBush | null = null;
  #rowsByLocation: RowsByLocation | null = null;
  readonly #virtualRows = new Map<string, Rows & Validity>();

  constructor(workshops: IndexedWorkshop[] = []) {
    this.#makeRoom(workshops.length);
    for (const workshop of workshops.toSorted(inOrder)) this.#insert(workshop, this.#workshops.length);
  }

  get size(): number {
    return this.#workshops.length;
  }

  get partners(): Partner[] {
    return [...this.#partners.values()];
  }

  /** Those of all partners that exist: workshops of others are not shown. */
  set partners(partners: Partner[]) {
    this.#partners = new Map(partners.map((partner) => [partner.documentId, partner]));
    this.#changed();
  }

  /** The published ones, whether they are open or not. */
  set scholarships(scholarships: ScholarshipTerms[]) {
    this.#scholarships = scholarships;
    this.#changed();
  }

  /** Adds a workshop, or takes it for what was known by its id. */
  put(workshop: IndexedWorkshop): void {
    this.remove(workshop.id);
    if (this.#workshops.length === this.#columns.endsAt.length) this.#makeRoom(this.#workshops.length * 2);
    this.#changed();
    this.#insert(workshop, this.#rowFor(workshop));
  }

  /** Takes a workshop out; nothing happens when it isn't there. */
  remove(id: string): void {
    const known = this.#byId.get(id);
    if (!known) return;
    this.#changed();
    const row = this.#rowFor(known);
    this.#byId.delete(id);
    (this.#groupSizes[this.#columns.group[row] as number] as number)--;
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
    const area = this.#area(search, this.#where(search, near), now);
    const conditions = this.#conditions(search, now);
    const { total, rows } =
      search.sort === 'distance' && centre && search.format !== 'virtual'
        ? this.#nearest(centre, area, conditions, offset, PAGE_SIZE)
        : this.#soonest(area, conditions, offset, PAGE_SIZE);
    const results = (found: number[]): WorkshopResult[] =>
      found.map((row) => ({ ...this.#summary(row, today), distanceMiles: this.#milesFrom(centre, row) }));
    const virtual = (near || search.bbox) && !search.format ? this.#virtual(search, now) : null;
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
    const where = this.#where(search, near);
    const area = this.#area(search, where && [NOWHERE, ...where], now);
    const { total, rows } = this.#soonest(area, this.#conditions(search, now, true), 0, FEED_LIMIT);
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
    const area = this.#area(filters, this.#everywhere(), now);
    const intros = new Uint32Array(this.#locations.length);
    const deepDives = new Uint32Array(this.#locations.length);
    let firstEnd = Number.POSITIVE_INFINITY;
    for (const row of this.#matching(area, this.#conditions(filters, now))) {
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

  /** Of the virtual workshops that a search is for, the soonest: the same ones for most searches, and the longest to look for. */
  #virtual(search: WorkshopSearch, now: Date): Rows {
    const filters: WorkshopSearch = { ...filtersOf(search), format: 'virtual' };
    const key = `${dayInLastZone(now)} ${formatWorkshopSearch(filters)}`;
    const known = this.#virtualRows.get(key);
    if (known && known.from <= now.getTime() && now.getTime() < known.until) return known;
    const rows = this.#matching(this.#area(filters, [NOWHERE], now), this.#conditions(filters, now));
    let until = Number.POSITIVE_INFINITY;
    for (const row of rows) until = Math.min(until, this.#columns.endsAt[row] as number);
    const found = { total: rows.length, rows: [...rows.subarray(0, ASIDE_SIZE)], from: now.getTime(), until };
    if (this.#virtualRows.size >= REMEMBERED) this.#virtualRows.clear();
    this.#virtualRows.set(key, found);
    return found;
  }

  #summary(row: number, today: string): WorkshopSummary {
    const { summary, location, partner } = this.#workshops[row] as IndexedWorkshop;
    const { name, slug } = this.#partners.get(partner) as Partner;
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
    const area = this.#area(search, this.#everywhere(), now);
    return this.#nearest(near.place, area, this.#conditions(search, now), 0, ASIDE_SIZE).rows;
  }

  /** Where a search looks by its place or its bounds. */
  #where({ bbox, format, radius = DEFAULT_RADIUS }: WorkshopSearch, near: Near | null): Area {
    if ((!near && !bbox) || format === 'virtual') return null;
    if (bbox) return this.#within(bbox);
    if (near?.status !== 'found') return [];
    const { kind, state, longitude, latitude } = near.place;
    if (kind === 'state') return this.#byState.get(state) ?? [];
    if (radius === 'any') return this.#everywhere();
    const found = around(this.#placesTree(), longitude, latitude, Infinity, radius * KILOMETERS_PER_MILE);
    return found.map((item) => item + 1);
  }

  /** Of some locations, those where there is a scholarship, if a search is for one. */
  #area({ scholarship }: WorkshopSearch, where: Area, now: Date): Area {
    if (!scholarship) return where;
    const today = dayInLastZone(now);
    const supported = [...this.#byState].filter(([state]) => this.hasScholarship(state || null, today));
    if (supported.length === this.#byState.size) return where;
    const locations = supported.flatMap(([, numbers]) => numbers);
    if (!where) return locations;
    const isSupported = this.#mask(locations);
    return where.filter((number) => isSupported[number] === 1);
  }

  #mask(locations: number[]): Uint8Array {
    const mask = new Uint8Array(this.#locations.length);
    for (const location of locations) mask[location] = 1;
    return mask;
  }

  /** Every location that is one. */
  #everywhere(): number[] {
    if (this.#places.length !== this.#locations.length - 1)
      this.#places = [...this.#locations.keys()].slice(1);
    return this.#places;
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
    { kind, format, available, partner, from, to }: WorkshopSearch,
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
    for (const { documentId, slug } of this.#partners.values()) {
      const number = this.#partnerNumbers.get(documentId);
      if (number !== undefined && (!partner || slug === partner)) groups.set(traits, number * TRAITS.length);
    }
    return {
      groups,
      from: from ? dayNumber(from) : FIRST_DAY,
      to: to ? dayNumber(to) : LAST_DAY,
      now: now.getTime(),
    };
  }

  /** The rows in an area that meet the conditions, in order of date. They are overwritten when it is called again. */
  #matching(area: Area, conditions: Conditions): Uint32Array {
    if (!area) return this.#passThrough(null, conditions);
    const { starts, rows } = this.#byLocation();
    if (area.length > 1) {
      let atMost = 0;
      for (const location of area) atMost += (starts[location + 1] as number) - (starts[location] as number);
      if (atMost * COST_OF_ORDERING > this.#workshops.length)
        return this.#passThrough(this.#mask(area), conditions);
    }
    const found = this.#found;
    let count = 0;
    for (const location of area) {
      const end = starts[location + 1] as number;
      for (let each = starts[location] as number; each < end; each++)
        if (this.#meets(rows[each] as number, conditions)) found[count++] = rows[each] as number;
    }
    const matching = found.subarray(0, count);
    return area.length > 1 ? matching.sort() : matching;
  }

  #passThrough(locations: Uint8Array | null, { groups, from, to, now }: Conditions): Uint32Array {
    // From variables of their own, columns and masks are read much faster.
    const { group, location, endsAt } = this.#columns;
    const anyDay = isAnyDay({ from, to });
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

  #meets(row: number, { groups, from, to, now }: Conditions): boolean {
    const { group, endsAt } = this.#columns;
    return (
      groups[group[row] as number] === 1 && (endsAt[row] as number) > now && this.#meetsWithin(row, from, to)
    );
  }

  #meetsWithin(row: number, from: number, to: number): boolean {
    const first = this.#columns.firstDay[row] as number;
    const last = this.#columns.lastDay[row] as number;
    if (first > to || last < from) return false;
    if (first >= from || last <= to) return true;
    return (this.#workshops[row] as IndexedWorkshop).days.some((day) => day >= from && day <= to);
  }

  #soonest(area: Area, conditions: Conditions, offset: number, limit: number): Rows {
    if (!area && isAnyDay(conditions)) return this.#soonestOfGroups(conditions, offset, limit);
    const found = this.#matching(area, conditions);
    return { total: found.length, rows: [...found.subarray(offset, offset + limit)] };
  }

  /** As `#soonest`, where neither place nor day matters: the groups' sizes tell how many there are. */
  #soonestOfGroups({ groups, now }: Conditions, offset: number, limit: number): Rows {
    const { group, endsAt } = this.#columns;
    let total = 0;
    for (let each = 0; each < groups.length; each++)
      if (groups[each] === 1) total += this.#groupSizes[each] ?? 0;
    for (let row = 0; (this.#workshops[row]?.startsAt ?? Number.POSITIVE_INFINITY) < now; row++)
      if (groups[group[row] as number] === 1 && (endsAt[row] as number) <= now) total--;
    const rows: number[] = [];
    const end = Math.min(total, offset + limit);
    for (let row = 0, passed = 0; passed < end; row++)
      if (groups[group[row] as number] === 1 && (endsAt[row] as number) > now && passed++ >= offset)
        rows.push(row);
    return { total, rows };
  }

  /** Nearest first, and of those at the same place the soonest. */
  #nearest(centre: Position, area: Area, conditions: Conditions, offset: number, limit: number): Rows {
    const matching = this.#matching(area, conditions);
    const total = matching.length;
    if (offset >= total) return { total, rows: [] };
    const rows =
      total <= FEW
        ? this.#byDistance(centre, [...matching])
        : this.#nearestOfMany(centre, area, conditions, offset + limit);
    return { total, rows: rows.slice(offset, offset + limit) };
  }

  #byDistance(centre: Position, rows: number[]): number[] {
    const { location } = this.#columns;
    const distances = new Map<number, number>();
    for (const row of rows) {
      const number = location[row] as number;
      if (!distances.has(number))
        distances.set(number, milesBetween(centre, this.#locations[number] as Location));
    }
    const distance = (row: number): number => distances.get(location[row] as number) as number;
    return rows.sort((a, b) => distance(a) - distance(b) || a - b);
  }

  /** At least so many rows, from the nearest place on, of which there must be so many. */
  #nearestOfMany(centre: Position, area: Area, conditions: Conditions, count: number): number[] {
    const { starts, rows } = this.#byLocation();
    const isInArea = area && this.#mask(area);
    const matchingAt = (item: number): number[] => {
      const matching: number[] = [];
      const end = starts[item + 2] as number;
      for (let each = starts[item + 1] as number; each < end; each++)
        if (this.#meets(rows[each] as number, conditions)) matching.push(rows[each] as number);
      return matching;
    };
    // Each of these has a workshop at least, so they are enough.
    const nearest = around(
      this.#placesTree(),
      centre.longitude,
      centre.latitude,
      count,
      Infinity,
      (item) => (isInArea === null || isInArea[item + 1] === 1) && matchingAt(item).length > 0,
    );
    const found: number[] = [];
    for (const item of nearest) {
      if (found.length >= count) break;
      found.push(...matchingAt(item));
    }
    return found;
  }

  #byLocation(): RowsByLocation {
    this.#rowsByLocation ??= groupRows(
      this.#columns.location.subarray(0, this.#workshops.length),
      this.#locations.length,
    );
    return this.#rowsByLocation;
  }

  /** Forgets what was worked out from what is about to change. */
  #changed(): void {
    this.version++;
    this.#rowsByLocation = null;
    this.#virtualRows.clear();
  }

  #insert(workshop: IndexedWorkshop, row: number): void {
    const length = this.#workshops.length;
    this.#byId.set(workshop.id, workshop);
    this.#workshops.splice(row, 0, workshop);
    for (const column of Object.values(this.#columns)) column.copyWithin(row + 1, row, length);
    this.#write(workshop, row);
  }

  #makeRoom(capacity: number): void {
    this.#groupSizes = [];
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
    const group = numberFor(this.#partnerNumbers, partner) * TRAITS.length + traits;
    this.#columns.group[row] = group;
    this.#groupSizes[group] = (this.#groupSizes[group] ?? 0) + 1;
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

/** For so many sets of filters, the virtual workshops are remembered. */
const REMEMBERED = 100;

/** How much longer collecting and ordering a row takes than passing by it. */
const COST_OF_ORDERING = 16;

/** So many rows are put in order of distance as they are; of more, the nearest are looked for. */
const FEW = 500;

/** Rows that are kept free beyond what is needed. */
const ROOM = 1000;

const isAnyDay = ({ from, to }: { from: number; to: number }): boolean =>
  from === FIRST_DAY && to === LAST_DAY;

const inOrder = (a: IndexedWorkshop, b: IndexedWorkshop): number =>
  a.startsAt - b.startsAt || (a.id < b.id ? -1 : Number(a.id > b.id));

/** The number that stands for a key; a new key gets the next one. */
function numberFor(numbers: Map<string, number>, key: string): number {
  const number = numbers.get(key) ?? numbers.size;
  numbers.set(key, number);
  return number;
}

/** Sorts rows by their location, by counting. `locations` are the rows' own. */
function groupRows(locations: Uint32Array, locationCount: number): RowsByLocation {
  const starts = new Uint32Array(locationCount + 1);
  for (const location of locations) (starts[location + 1] as number)++;
  for (let location = 0; location < locationCount; location++)
    (starts[location + 1] as number) += starts[location] as number;
  const next = starts.slice();
  const rows = new Uint32Array(locations.length);
  locations.forEach((location, row) => {
    rows[(next[location] as number)++] = row;
  });
  return { starts, rows };
}
