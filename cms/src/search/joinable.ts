import {
  type Coordinates,
  DEFAULT_RADIUS,
  type JoinableWorkshop,
  type Place,
  type WorkshopKind,
  type WorkshopSearch,
} from '@deep-dive/shared-types';
import { milesBetween } from '../places';

/** A private workshop that strangers may ask to join (see rules/visibility): no more of it than what they are told follows from. */
export interface IndexedJoinable {
  id: string;
  /** Its partner's documentId. */
  partner: string;
  kind: WorkshopKind;
  /** Of its first session, in its own zone: "2027-03". */
  month: string;
  /** Milliseconds since the epoch. */
  endsAt: number;
  /** The cell it is in: all that is known here of its place. */
  cell: Cell;
}

/** A cell of the grid, by its south-western corner, in degrees (WGS 84). */
export type Cell = Coordinates;

/**
 * The cells' sides, in degrees: some 35 miles by 25. Whoever asks from however many places learns which cell a workshop is
 * in, and no more.
 */
const CELL = 0.5;

/** How far away they are said to be, in miles. */
const STEPS = [50, 100];

/** The most that are told of. */
const MOST = 3;

/** Which cell a position is in. */
export const cellOf = ({ latitude, longitude }: Coordinates): Cell => ({
  latitude: Math.floor(latitude / CELL) * CELL,
  longitude: Math.floor(longitude / CELL) * CELL,
});

/** Miles from a position to the corner of a cell that is farthest away: nothing in it is farther. */
function milesAcross(position: Coordinates, { latitude, longitude }: Cell): number {
  const corners = [latitude, latitude + CELL].flatMap((north) =>
    [longitude, longitude + CELL].map((east) => ({ latitude: north, longitude: east })),
  );
  return Math.max(...corners.map((corner) => milesBetween(position, corner)));
}

/** The private workshops that can be joined, apart from all others: no list, map, feed or count comes upon them. */
export class JoinableWorkshops {
  readonly #partners = new Map<string, string>();
  readonly #byPartner = new Map<string, Map<string, IndexedJoinable>>();

  constructor(workshops: IndexedJoinable[] = []) {
    for (const workshop of workshops) this.put(workshop);
  }

  /** Adds a workshop, or takes it for what was known by its id. */
  put(workshop: IndexedJoinable): void {
    this.remove(workshop.id);
    const { id, partner } = workshop;
    this.#partners.set(id, partner);
    const others = this.#byPartner.get(partner);
    if (others) others.set(id, workshop);
    else this.#byPartner.set(partner, new Map([[id, workshop]]));
  }

  /** Takes a workshop out; nothing happens when it isn't there. */
  remove(id: string): void {
    this.#byPartner.get(this.#partners.get(id) ?? '')?.delete(id);
    this.#partners.delete(id);
  }

  /** What someone who looks near a place is told of those of the partner (by documentId) who serves it, the soonest first. */
  near(place: Place, partner: string, search: WorkshopSearch, now: Date): JoinableWorkshop[] {
    const { kind, format, radius = DEFAULT_RADIUS } = search;
    const own = this.#byPartner.get(partner);
    if (!own || place.kind === 'state' || format === 'virtual') return [];
    const reach = radius === 'any' ? Infinity : Math.max(radius, DEFAULT_RADIUS);
    const told = new Map<string, JoinableWorkshop>();
    for (const workshop of own.values()) {
      const { month, cell, endsAt } = workshop;
      if ((kind && kind !== workshop.kind) || endsAt <= now.getTime() || !isWithin(month, search)) continue;
      const miles = milesAcross(place, cell);
      const withinMiles = STEPS.find((step) => miles <= step);
      if (withinMiles === undefined || withinMiles > reach) continue;
      const one: JoinableWorkshop = { month, kind: workshop.kind, withinMiles };
      told.set(keyOf(one), one);
    }
    return [...told.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).slice(0, MOST);
  }
}

/** The same for what is told in the same words; in order of month, then of distance. */
const keyOf = ({ month, kind, withinMiles }: JoinableWorkshop): string =>
  `${month} ${String(withinMiles).padStart(3, '0')} ${kind}`;

/** Whether days that are searched fall into a month: the day itself is not to be found out. */
const isWithin = (month: string, { from, to }: WorkshopSearch): boolean =>
  (!from || from.slice(0, 7) <= month) && (!to || month <= to.slice(0, 7));
