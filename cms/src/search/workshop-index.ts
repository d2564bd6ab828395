import {
  ASIDE_SIZE,
  type Coordinates,
  dayInLastZone,
  FEED_LIMIT,
  type Fee,
  filtersOf,
  formatWorkshopSearch,
  type ListPrice,
  listPrice,
  type Near,
  PAGE_SIZE,
  type ScholarshipTerms,
  type WorkshopFeedEntry,
  type WorkshopList,
  type WorkshopResult,
  type WorkshopSearch,
  type WorkshopSummary,
} from '@deep-dive/shared-types';
import { LRUCache } from 'lru-cache';
import { milesBetween } from '../places';
import { hasOneFor, openScholarships, scholarshipState } from '../rules/scholarship';
import type { OwnSummary } from '../wire/workshops';
import { areaOf } from './area';
import { type CountsByLocation, countByLocation } from './counts';
import type { IndexedPartner, IndexedWorkshop } from './indexed';
import { JoinableWorkshops } from './joinable';
import { NOWHERE } from './locations';
import { type Conditions, Matcher, type Rows } from './matching';
import { VirtualRows } from './virtual-rows';
import { WorkshopTable } from './workshop-table';

/** What a search gives, but for what was made of the place, who serves it, and what they would say there. */
export type Found = Omit<WorkshopList, 'near' | 'partners' | 'joinable' | 'demand'>;

/** What a feed holds, but for the notes, which are too long for memory. */
export interface FoundForFeed {
  total: number;
  workshops: Omit<WorkshopFeedEntry, 'notes'>[];
}

/** For whom something is looked for. */
interface Visitor {
  now: Date;
  /** Where they look, by state; null when they look nowhere. */
  state: string | null;
  /** The scholarships that can be had now. */
  open: ScholarshipTerms[];
}

/** Working out a price takes longer than all else of a row, and partners have few of them. */
const KNOWN_PRICES = 5_000;

/** Every announced workshop, in memory, and what searches find among them. */
export class WorkshopIndex<
  Partner extends IndexedPartner = IndexedPartner,
  Scholarship extends ScholarshipTerms = ScholarshipTerms,
> {
  /** Changes with everything that was put, removed or set. */
  version = 0;
  /** Private workshops that can be joined: nothing else here comes upon them. */
  joinable = new JoinableWorkshops();
  readonly #table: WorkshopTable;
  readonly #matcher: Matcher;
  #partners = new Map<string, Partner>();
  #scholarships: Scholarship[] = [];
  #valueCents: number | null = null;
  readonly #prices = new LRUCache<string, ListPrice>({ max: KNOWN_PRICES });
  readonly #virtual: VirtualRows;

  constructor(workshops: IndexedWorkshop[] = []) {
    this.#table = new WorkshopTable(workshops);
    this.#matcher = new Matcher(this.#table);
    this.#virtual = new VirtualRows(this.#table);
  }

  get size(): number {
    return this.#table.size;
  }

  /** Every announced workshop, those that have ended since among them, soonest first. */
  get announced(): readonly IndexedWorkshop[] {
    return this.#table.workshops;
  }

  get partners(): Partner[] {
    return [...this.#partners.values()];
  }

  /** Those of all partners that exist: workshops of others are not shown. */
  set partners(partners: Partner[]) {
    this.#partners = new Map(partners.map((partner) => [partner.documentId, partner]));
    this.#changed();
  }

  get scholarships(): Scholarship[] {
    return this.#scholarships;
  }

  /** The published ones, whether they are open or not. */
  set scholarships(scholarships: Scholarship[]) {
    this.#scholarships = scholarships;
    this.#changed();
  }

  get valueCents(): number | null {
    return this.#valueCents;
  }

  /** The national value of a place, in cents; null while it is not published. */
  set valueCents(cents: number | null) {
    this.#valueCents = cents;
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

  /** The announced workshop at an address, if there is one that has not ended. */
  summaryAt(slug: string, now: Date): WorkshopSummary | null {
    const workshop = this.#table.withSlug(slug);
    return workshop && workshop.endsAt > now.getTime() && this.#partners.has(workshop.partner)
      ? this.#summaryOf(workshop, this.#visitor(null, now))
      : null;
  }

  /** Whether a scholarship can still be had for a workshop in a state, or a virtual one (null). */
  hasScholarship(state: string | null, now: Date): boolean {
    return hasOneFor(openScholarships(this.#scholarships, now), state);
  }

  /** Names which scholarships can be had: what was worked out from that holds while it is the same. */
  scholarshipsNow(now: Date): string {
    const open = new Set(openScholarships(this.#scholarships, now));
    return this.#scholarships.map((scholarship) => Number(open.has(scholarship))).join('');
  }

  /** What a place at a partner's workshop costs, by the partner's documentId. */
  priceOf(fee: Fee, partner: string, now: Date): ListPrice {
    const key = `${dayInLastZone(now)} ${partner} ${fee.type === 'amount' ? fee.usd : fee.type}`;
    let price = this.#prices.get(key);
    if (!price) {
      const terms = this.#partners.get(partner) ?? null;
      price = listPrice({ valueCents: this.#valueCents, partner: terms, fee, now });
      this.#prices.set(key, price);
    }
    return price;
  }

  /** One page of the listed workshops that a search is for. `near` is what was made of the search's place, if it has one. */
  search(search: WorkshopSearch, near: Near | null, now: Date): Found {
    const page = search.page ?? 1;
    const part = { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE };
    const centre = near?.status === 'found' && near.place.kind !== 'state' ? near.place : null;
    const visitor = this.#visitor(near, now);
    const area = areaOf(search, near, this.#table.locations);
    const conditions = this.#conditions(search, visitor);
    const { total, rows } =
      search.sort === 'distance' && centre && search.format !== 'virtual'
        ? this.#matcher.nearest(centre, area, conditions, part)
        : this.#matcher.soonest(area, conditions, part);
    const results = (found: number[], from: Coordinates | null = centre): WorkshopResult[] =>
      found.map((row) => ({
        ...this.#summaryOf(this.#table.at(row), visitor),
        distanceMiles: this.#milesFrom(from, row),
      }));
    const virtual = (near || search.bbox) && !search.format ? this.#virtualOnes(search, visitor) : null;
    const beyond = total === 0 ? this.#beyond(search, near, visitor) : [];
    return {
      total,
      page,
      pageSize: PAGE_SIZE,
      pageCount: Math.ceil(total / PAGE_SIZE),
      workshops: results(rows),
      virtual: virtual && { total: virtual.total, workshops: results(virtual.rows) },
      beyond: results(beyond, near?.status === 'found' ? near.place : null),
    };
  }

  /** The announced workshops that a search is for, virtual and cancelled ones among them, soonest first. */
  feed(search: WorkshopSearch, near: Near | null, now: Date): FoundForFeed {
    const where = areaOf(search, near, this.#table.locations);
    const visitor = this.#visitor(near, now);
    const part = { offset: 0, limit: FEED_LIMIT };
    const { total, rows } = this.#matcher.soonest(
      where && [NOWHERE, ...where],
      this.#conditions(search, visitor, true),
      part,
    );
    const workshops = rows.map((row) => {
      const workshop = this.#table.at(row);
      const { street, updatedAt } = workshop;
      return { ...this.#summaryOf(workshop, visitor), street, updatedAt };
    });
    return { total, workshops };
  }

  /** Where the listed workshops are that pass a search's filters, and when the first of them ends. */
  countsByLocation(filters: WorkshopSearch, now: Date): CountsByLocation {
    const conditions = this.#conditions(filters, this.#visitor(null, now));
    return countByLocation(this.#table, this.#matcher.matching(this.#table.locations.everywhere, conditions));
  }

  /** Of the virtual workshops that a search is for, the soonest. */
  #virtualOnes(search: WorkshopSearch, visitor: Visitor): Rows {
    const { now } = visitor;
    const filters: WorkshopSearch = { ...filtersOf(search), format: 'virtual' };
    const forWhom = search.scholarship ? `${this.scholarshipsNow(now)} ${visitor.state}` : '';
    return this.#virtual.soonest(forWhom + formatWorkshopSearch(filters), now, () =>
      this.#matcher.matching([NOWHERE], this.#conditions(filters, visitor)),
    );
  }

  /** The three nearest workshops wherever they are, for a search about a place that found none. */
  #beyond(search: WorkshopSearch, near: Near | null, visitor: Visitor): number[] {
    if (near?.status !== 'found' || search.bbox || search.format === 'virtual') return [];
    const area = this.#table.locations.everywhere;
    const part = { offset: 0, limit: ASIDE_SIZE };
    return this.#matcher.nearest(near.place, area, this.#conditions(search, visitor), part).rows;
  }

  #summaryOf({ summary, partner }: IndexedWorkshop, { now, state, open }: Visitor): WorkshopSummary {
    const { name, slug } = this.#partners.get(partner) as Partner;
    const own = JSON.parse(summary) as OwnSummary;
    return {
      ...own,
      price: this.priceOf(own.fee, partner, now),
      hasScholarship: hasOneFor(open, scholarshipState(own, state)),
      partner: { name, slug },
    };
  }

  #milesFrom(centre: Coordinates | null, row: number): number | null {
    const { location } = this.#table.at(row);
    return centre && location ? Math.round(milesBetween(centre, location) * 10) / 10 : null;
  }

  #visitor(near: Near | null, now: Date): Visitor {
    const state = near?.status === 'found' ? near.place.state : null;
    return { now, state, open: openScholarships(this.#scholarships, now) };
  }

  #conditions(
    search: WorkshopSearch,
    { now, open, state: ofVisitor }: Visitor,
    withCancelled = false,
  ): Conditions {
    const inState = (state: string | null): boolean => hasOneFor(open, state ?? ofVisitor);
    return this.#matcher.conditions(search, this.#partners.values(), now, {
      withCancelled,
      ...(search.scholarship && { inState }),
    });
  }

  /** Forgets what was worked out from what has changed. */
  #changed(): void {
    this.version++;
    this.#virtual.forget();
    this.#prices.clear();
  }
}
