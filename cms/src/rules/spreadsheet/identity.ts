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
export type Meant = { known: Known } | { known: null; problem: string | null };

/** How our own ids look. */
const OUR_ID = /^[a-z0-9]{24}$/;

/** "deep-dive 98101 2027-03-06": kind, ZIP code and first day. Null while one of them is missing. */
export function dayAndPlace({ kind, format, venue, sessions }: Content): string | null {
  const [first] = asList(sessions)
    .map(({ date }) => String(date ?? ''))
    .toSorted();
  const zip = String((venue as Entry | undefined)?.zip ?? '');
  const place = format === 'virtual' ? 'virtual' : findZip(zip)?.zip;
  return first && place ? `${String(kind)} ${place} ${first}` : null;
}

/** The workshops of a partner, to be found by what rows say of them. */
export class Identities {
  readonly #byId = new Map<string, Known>();
  readonly #byDay = new Map<string, Known[]>();

  constructor(known: Known[]) {
    for (const each of known) {
      this.#byId.set(each.documentId, each);
      const key = dayAndPlace(each.content);
      if (key) this.#byDay.set(key, [...(this.#byDay.get(key) ?? []), each]);
    }
    // What the partner calls it wins over an id of ours that looks the same.
    for (const each of known) if (each.ownId) this.#byId.set(each.ownId, each);
  }

  /**
   * The workshop that is meant by an id, else by its kind, ZIP code and first day: a corrected title is no other workshop.
   * @param id what stands in the id column; empty when nothing does
   */
  find(id: string, content: Content): Meant {
    const named = id ? this.#byId.get(id) : undefined;
    if (named) return { known: named };
    if (OUR_ID.test(id))
      return {
        known: null,
        problem: `You have no workshop with the id “${id}”. Empty the id to make a new one.`,
      };
    const key = dayAndPlace(content);
    const same = (key ? (this.#byDay.get(key) ?? []) : []).filter(({ ownId }) => !id || !ownId);
    const [first, second] = same;
    if (!second) return first ? { known: first } : { known: null, problem: null };
    const [called, another] = same.filter((each) => wordsOf(each.content) === wordsOf(content));
    if (called && !another) return { known: called };
    return {
      known: null,
      problem: `${same.length} of your workshops are of this kind, in this ZIP code and on this day. Say which one is meant by its id: you find it in an export.`,
    };
  }
}

const wordsOf = ({ title }: Content): string => asSeen(String(title ?? '')).toLowerCase();
