import { findZip } from '../../places/zips';
import { asList, type Entry } from '../../schema/model';
import { asSeen } from '../typed';
import type { Content } from '../versions/content';

/** A partner's workshop that a row may mean. */
export interface Known {
  documentId: string;
  /** Its draft, as versions keep it, with times as `SheetSession` is read. */
  content: Content;
  /** Whether visitors saw it once. */
  wasPublished: boolean;
  slug: string | null;
  /** What the partner's own sheets call it; null where none did. */
  ownId: string | null;
}

/** Which workshop a row means: a known one, a new one, or none that can be told. */
export type Meant = { known: Known; problem: null } | { known: null; problem: string | null };

/** How our own ids look. */
const OUR_ID = /^[a-z0-9]{24}$/;

/** The first of its days: "2027-03-06"; undefined while it has none. */
export const firstDay = ({ sessions }: Content): string | undefined =>
  asList(sessions)
    .map(({ date }) => String(date ?? ''))
    .filter(Boolean)
    .toSorted()[0];

const zipOf = ({ venue }: Content): string | undefined =>
  findZip(String((venue as Entry | undefined)?.zip ?? ''))?.zip;

const VIRTUAL = 'virtual';

const placeOf = (content: Content): string | undefined =>
  content.format === VIRTUAL ? VIRTUAL : zipOf(content);

/** "deep-dive 98101 2027-03-06": kind, ZIP code and first day. Null while one of them is missing. */
export function dayAndPlace(content: Content): string | null {
  const [first, place] = [firstDay(content), placeOf(content)];
  return first && place ? `${String(content.kind)} ${place} ${first}` : null;
}

/** The workshops of a partner, to be found by what rows say of them. */
export class Identities {
  readonly #byId = new Map<string, Known>();
  /** By first day and ZIP code, and those that are virtual by that as well. */
  readonly #byDay = new Map<string, Known[]>();

  constructor(known: Known[]) {
    for (const each of known) {
      this.#byId.set(each.documentId, each);
      for (const key of keysOf(each)) this.#byDay.set(key, [...(this.#byDay.get(key) ?? []), each]);
    }
    // What the partner calls it wins over an id of ours that looks the same.
    for (const each of known) if (each.ownId) this.#byId.set(each.ownId, each);
  }

  /** The workshop with an id, the partner's or ours. */
  named(id: string): Known | undefined {
    return id ? this.#byId.get(id) : undefined;
  }

  /** Has a workshop no longer be found by its day, since it is moved to another. */
  leaveDay(known: Known): void {
    for (const key of keysOf(known))
      this.#byDay.set(
        key,
        (this.#byDay.get(key) ?? []).filter((each) => each !== known),
      );
  }

  /**
   * The workshop that is meant by its kind, ZIP code and first day, where no id names it: a corrected title is no other
   * workshop.
   * @param id what stands in the id column; empty when nothing does
   * @param said what the row says: without a kind or a format, it may be of any
   */
  find(id: string, said: Content): Meant {
    if (OUR_ID.test(id))
      return {
        known: null,
        problem: `You have no workshop with the id “${id}”. Empty the id to make a new one.`,
      };
    const { kind, format } = said;
    const same = (this.#byDay.get(`${placeOf(said)} ${firstDay(said)}`) ?? []).filter(
      ({ ownId, content }) =>
        (!id || !ownId) &&
        (kind === undefined || content.kind === kind) &&
        (format === undefined || (content.format === VIRTUAL) === (format === VIRTUAL)),
    );
    const [first, second] = same;
    if (!second) return { known: first ?? null, problem: null };
    const [called, another] = same.filter((each) => wordsOf(each.content) === wordsOf(said));
    if (called && !another) return { known: called, problem: null };
    const [alike, by] = kind === undefined ? ['', 'its kind, or its id'] : ['of this kind, ', 'its id'];
    return {
      known: null,
      problem: `${same.length} of your workshops are ${alike}in this ZIP code and on this day. Say which one is meant by ${by}: you find it in an export.`,
    };
  }
}

function keysOf({ content }: Known): string[] {
  const first = firstDay(content);
  const places = [zipOf(content), content.format === VIRTUAL ? VIRTUAL : undefined];
  return first ? places.flatMap((place) => (place ? [`${place} ${first}`] : [])) : [];
}

const wordsOf = ({ title }: Content): string => asSeen(String(title ?? '')).toLowerCase();
