import {
  ASIDE_SIZE,
  type Coordinates,
  dayInLastZone,
  FEED_LIMIT,
  filtersOf,
  formatWorkshopSearch,
  type Near,
  PAGE_SIZE,
  type WorkshopFeedEntry,
  type WorkshopList,
  type WorkshopResult,
  type WorkshopSearch,
  type WorkshopSummary,
} from '@deep-dive/shared-types';
import { milesBetween } from '../places';
import { type ScholarshipTerms, scholarshipsFor } from '../rules/scholarship';
import { type Area, areaOf, partInStates } from './area';
import { type CountsByLocation, countByLocation } from './counts';
import type { IndexedPartner, IndexedWorkshop, StoredSummary } from './indexed';
import { NOWHERE } from './locations';
import { type Conditions, Matcher, type Rows } from './matching';
import { VirtualRows } from './virtual-rows';
import { WorkshopTable } from './workshop-table';

/** What a search gives, but for what was made of the place and who serves it. */
export type Found = Omit<WorkshopList, 'near' | 'partners'>;

/** What a feed holds, but for the notes, which are too long for memory. */
export interface FoundForFeed {
  total: number;
  workshops: Omit<WorkshopFeedEntry, 'notes'>[];
}

/** Every announced workshop, in memory, and what searches find among them. */
export class WorkshopIndex<Partner extends IndexedPartner = IndexedPartner> {
  /** Changes with everything that was put, removed or set. */
  version = 0;
  readonly #table: WorkshopTable;
  readonly #matcher: Matcher;
  #partners = new Map<string, Partner>();
  #scholarships: ScholarshipTerms[] = [];
  readonly #virtual: VirtualRows;

  constructor(workshops: IndexedWorkshop[] = []) {
    this.#table = new WorkshopTable(workshops);
    this.#matcher = new Matcher(this.#table);
    this.#virtual = new VirtualRows(this.#table);
  }

  get size(): number {
    return this.#table.size;
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
    this.#table.put(workshop);
    this.#changed();
  }

  /** Takes a workshop out; nothing happens when it isn't there. */
  remove(id: string): void {
    if (this.#table.remove(id)) this.#changed();
  }

  /** Takes out what has ended: it is never found again. */
  removeEnded(now: Date): void {
    for (const { id } of this.#table.workshops.filter(({ endsAt }) => endsAt <= now.getTime()))
      this.remove(id);
  }

  /** Whether a scholarship open on a day (see `dayInLastZone`) can be used for a workshop in a state, or a virtual one (null). */
  hasScholarship(state: string | null, today: string): boolean {
    return scholarshipsFor({ state }, this.#scholarships, today).length > 0;
  }

  /** One page of the listed workshops that a search is for. `near` is what was made of the search's place, if it has one. */
  search(search: WorkshopSearch, near: Near | null, now: Date): Found {
    const page = search.page ?? 1;
    const part = { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE };
    const centre = near?.status === 'found' && near.place.kind !== 'state' ? near.place : null;
    const area = this.#area(search, areaOf(search, near, this.#table.locations), now);
    const conditions = this.#conditions(search, now);
    const { total, rows } =
      search.sort === 'distance' && centre && search.format !== 'virtual'
        ? this.#matcher.nearest(centre, area, conditions, part)
        : this.#matcher.soonest(area, conditions, part);
    const today = dayInLastZone(now);
    const results = (found: number[]): WorkshopResult[] =>
      found.map((row) => ({ ...this.#summary(row, today), distanceMiles: this.#milesFrom(centre, row) }));
    const virtual = (near || search.bbox) && !search.format ? this.#virtualOnes(search, now) : null;
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
    const where = areaOf(search, near, this.#table.locations);
    const area = this.#area(search, where && [NOWHERE, ...where], now);
    const part = { offset: 0, limit: FEED_LIMIT };
    const { total, rows } = this.#matcher.soonest(area, this.#conditions(search, now, true), part);
    const today = dayInLastZone(now);
    const workshops = rows.map((row) => {
      const { street, updatedAt } = this.#table.at(row);
      return { ...this.#summary(row, today), street, updatedAt };
    });
    return { total, workshops };
  }

  /** Where the listed workshops are that pass a search's filters, and when the first of them ends. */
  countsByLocation(filters: WorkshopSearch, now: Date): CountsByLocation {
    const area = this.#area(filters, this.#table.locations.everywhere, now);
    return countByLocation(this.#table, this.#matcher.matching(area, this.#conditions(filters, now)));
  }

  /** Of the virtual workshops that a search is for, the soonest. */
  #virtualOnes(search: WorkshopSearch, now: Date): Rows {
    const filters: WorkshopSearch = { ...filtersOf(search), format: 'virtual' };
    const key = `${dayInLastZone(now)} ${formatWorkshopSearch(filters)}`;
    return this.#virtual.soonest(key, now, () =>
      this.#matcher.matching(this.#area(filters, [NOWHERE], now), this.#conditions(filters, now)),
    );
  }

  /** The three nearest workshops wherever they are, for a search about a place that found none. */
  #beyond(search: WorkshopSearch, near: Near | null, now: Date): number[] {
    if (near?.status !== 'found' || search.bbox || search.format === 'virtual') return [];
    const area = this.#area(search, this.#table.locations.everywhere, now);
    const part = { offset: 0, limit: ASIDE_SIZE };
    return this.#matcher.nearest(near.place, area, this.#conditions(search, now), part).rows;
  }

  #summary(row: number, today: string): WorkshopSummary {
    const { summary, location, partner } = this.#table.at(row);
    const { name, slug } = this.#partners.get(partner) as Partner;
    return {
      ...(JSON.parse(summary) as StoredSummary),
      hasScholarship: this.hasScholarship(location?.state ?? null, today),
      partner: { name, slug },
    };
  }

  #milesFrom(centre: Coordinates | null, row: number): number | null {
    const { location } = this.#table.at(row);
    return centre && location ? Math.round(milesBetween(centre, location) * 10) / 10 : null;
  }

  #area(search: WorkshopSearch, area: Area, now: Date): Area {
    if (!search.scholarship) return area;
    const today = dayInLastZone(now);
    return partInStates(area, this.#table.locations, (state) => this.hasScholarship(state, today));
  }

  #conditions(search: WorkshopSearch, now: Date, withCancelled = false): Conditions {
    return this.#matcher.conditions(search, this.#partners.values(), now, withCancelled);
  }

  /** Forgets what was worked out from what has changed. */
  #changed(): void {
    this.version++;
    this.#virtual.forget();
  }
}
