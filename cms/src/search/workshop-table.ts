import type { WorkshopFormat, WorkshopKind, WorkshopStatus } from '@deep-dive/shared-types';
import { type IndexedWorkshop, numberFor } from './indexed';
import { Locations } from './locations';

const KINDS: WorkshopKind[] = ['intro', 'deep-dive'];
const FORMATS: WorkshopFormat[] = ['in-person', 'virtual', 'hybrid'];
const STATUSES: WorkshopStatus[] = ['scheduled', 'full', 'cancelled'];

/** What a workshop can be like. Each partner has a group of workshops for each. */
export const TRAITS = KINDS.flatMap((kind) =>
  FORMATS.flatMap((format) => STATUSES.map((status) => ({ kind, format, status }))),
);

/** Rows that are kept free beyond what is needed. */
const ROOM = 1000;

/** What searches look at, a column for each fact and a row for each workshop: a search passes through all of them. */
const makeColumns = (capacity: number) => ({
  endsAt: new Float64Array(capacity),
  group: new Uint32Array(capacity),
  location: new Uint32Array(capacity),
  firstDay: new Int32Array(capacity),
  lastDay: new Int32Array(capacity),
});

/** The rows at each location, in order: those at a location stand in `rows` from its start to the next one's. */
export interface RowsByLocation {
  starts: Uint32Array;
  rows: Uint32Array;
}

/** Every workshop, a row each, in order of date; of those that start at the same moment, by id. */
export class WorkshopTable {
  readonly locations = new Locations();
  readonly #workshops: IndexedWorkshop[] = [];
  #columns = makeColumns(0);
  /** How many workshops are in each group, by its number. */
  #groupSizes: number[] = [];
  readonly #byId = new Map<string, IndexedWorkshop>();
  readonly #bySlug = new Map<string, IndexedWorkshop>();
  readonly #partnerNumbers = new Map<string, number>();
  #rowsByLocation: RowsByLocation | null = null;

  constructor(workshops: IndexedWorkshop[]) {
    this.#makeRoom(workshops.length);
    for (const workshop of workshops.toSorted(inOrder)) this.#insert(workshop, this.#workshops.length);
  }

  get size(): number {
    return this.#workshops.length;
  }

  /** How many rows there is room for: it only grows. */
  get capacity(): number {
    return this.#columns.endsAt.length;
  }

  get workshops(): readonly IndexedWorkshop[] {
    return this.#workshops;
  }

  /** They are others once the table has grown. */
  get columns(): Readonly<ReturnType<typeof makeColumns>> {
    return this.#columns;
  }

  get groupSizes(): readonly number[] {
    return this.#groupSizes;
  }

  get groupCount(): number {
    return this.#partnerNumbers.size * TRAITS.length;
  }

  at(row: number): IndexedWorkshop {
    return this.#workshops[row] as IndexedWorkshop;
  }

  /** The workshop at an address. */
  withSlug(slug: string): IndexedWorkshop | undefined {
    return this.#bySlug.get(slug);
  }

  /** The first of a partner's groups, which are one for each of TRAITS; undefined when it has no workshops. */
  firstGroupOf(partner: string): number | undefined {
    const number = this.#partnerNumbers.get(partner);
    return number === undefined ? undefined : number * TRAITS.length;
  }

  put(workshop: IndexedWorkshop): void {
    this.remove(workshop.id);
    if (this.#workshops.length === this.capacity) this.#makeRoom(this.#workshops.length * 2);
    this.#insert(workshop, this.#rowFor(workshop));
  }

  /** Returns whether it was there. */
  remove(id: string): boolean {
    const known = this.#byId.get(id);
    if (!known) return false;
    this.#rowsByLocation = null;
    const row = this.#rowFor(known);
    this.#byId.delete(id);
    if (this.#bySlug.get(known.slug) === known) this.#bySlug.delete(known.slug);
    const group = this.#columns.group[row] as number;
    this.#groupSizes[group] = (this.#groupSizes[group] as number) - 1;
    this.#workshops.splice(row, 1);
    for (const column of Object.values(this.#columns)) column.copyWithin(row, row + 1);
    return true;
  }

  byLocation(): RowsByLocation {
    this.#rowsByLocation ??= groupRows(
      this.#columns.location.subarray(0, this.#workshops.length),
      this.locations.count,
    );
    return this.#rowsByLocation;
  }

  #insert(workshop: IndexedWorkshop, row: number): void {
    const length = this.#workshops.length;
    this.#rowsByLocation = null;
    this.#byId.set(workshop.id, workshop);
    this.#bySlug.set(workshop.slug, workshop);
    this.#workshops.splice(row, 0, workshop);
    for (const column of Object.values(this.#columns)) column.copyWithin(row + 1, row, length);
    this.#write(workshop, row);
  }

  #makeRoom(capacity: number): void {
    this.#groupSizes = [];
    this.#columns = makeColumns(capacity + ROOM);
    this.#workshops.forEach((workshop, row) => {
      this.#write(workshop, row);
    });
  }

  #write({ location, days, endsAt, partner, kind, format, status }: IndexedWorkshop, row: number): void {
    const traits = TRAITS.findIndex(
      (each) => each.kind === kind && each.format === format && each.status === status,
    );
    const group = numberFor(this.#partnerNumbers, partner) * TRAITS.length + traits;
    this.#groupSizes[group] = (this.#groupSizes[group] ?? 0) + 1;
    this.#columns.endsAt[row] = endsAt;
    this.#columns.group[row] = group;
    this.#columns.location[row] = this.locations.numberOf(location);
    this.#columns.firstDay[row] = days[0] ?? 0;
    this.#columns.lastDay[row] = days.at(-1) ?? 0;
  }

  /** The first row that doesn't come before a workshop. */
  #rowFor(workshop: IndexedWorkshop): number {
    let low = 0;
    let high = this.#workshops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (inOrder(this.at(middle), workshop) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const inOrder = (a: IndexedWorkshop, b: IndexedWorkshop): number =>
  a.startsAt - b.startsAt || (a.id < b.id ? -1 : Number(a.id > b.id));

/** Sorts rows by their location, by counting. `locations` are the rows' own. */
function groupRows(locations: Uint32Array, locationCount: number): RowsByLocation {
  const starts = new Uint32Array(locationCount + 1);
  for (const location of locations) starts[location + 1] = (starts[location + 1] as number) + 1;
  for (let location = 0; location < locationCount; location++)
    starts[location + 1] = (starts[location + 1] as number) + (starts[location] as number);
  const next = starts.slice();
  const rows = new Uint32Array(locations.length);
  locations.forEach((location, row) => {
    const at = next[location] as number;
    next[location] = at + 1;
    rows[at] = row;
  });
  return { starts, rows };
}
