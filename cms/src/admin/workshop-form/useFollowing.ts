import { useMemo, useRef } from 'react';
import { following, proposedTitle } from '../../rules/proposals';
import type { WorkshopLook } from '../../rules/workshop-form';
import type { Entry } from '../../schema/model';

/** What is filled in for whoever enters a workshop. */
type Filled = 'title' | 'city' | 'state';

/** What was filled in so far, and fills in what is proposed next. */
export interface Proposed {
  /** Whether a text was written by a person. */
  isOwn: (field: Filled, held: unknown) => boolean;
  /** Fills in what follows from a look at the form. */
  take: (look: WorkshopLook | undefined) => void;
}

interface Standing {
  isNew: boolean;
  isSeen: boolean;
}

const FIELDS: Record<Filled, string> = { title: 'title', city: 'venue.city', state: 'venue.state' };

/**
 * Fills in town, state and title as kind and ZIP code are typed, and has them follow until somebody writes their own. Nothing is
 * filled in as a form is opened that was saved before, and no title that visitors know is changed.
 * @param write writes into the form; null where it can't be changed
 */
export function useFollowing(
  values: Entry,
  write: ((field: string, value: string) => void) | null,
  { isNew, isSeen }: Standing,
): Proposed {
  const before = useRef<Record<Filled, string>>();
  const latest = useRef({ values, write, isNew, isSeen });
  latest.current = { values, write, isNew, isSeen };
  return useMemo(() => {
    const isOwn = (field: Filled, held: unknown): boolean =>
      text(held) !== '' && text(held) !== before.current?.[field];
    const take = (look: WorkshopLook | undefined): void => {
      if (!look) return;
      const { values, write, isNew, isSeen } = latest.current;
      const venue = values.venue as Entry | null | undefined;
      const { city = '', state = '' } = look.place ?? {};
      const town = isOwn('city', venue?.city) ? text(venue?.city) : city;
      const facts = { kind: text(values.kind), format: text(values.format), city: town || null };
      const proposed = { title: proposedTitle(facts) ?? '', city, state };
      const isOpening = !isNew && before.current === undefined;
      const known = before.current ?? { title: '', city: '', state: '' };
      for (const field of ['title', 'city', 'state'] as const) {
        const next = proposed[field];
        // What was proposed last stays until there is something else: a ZIP code is typed digit by digit.
        if (next === '' || next === known[field]) continue;
        const held = text(field === 'title' ? values.title : venue?.[field]);
        const isThere = field === 'title' ? !isSeen : venue != null;
        const followed = following(held, known[field], next);
        if (isOpening) known[field] = next;
        else if (write !== null && isThere && followed !== held) {
          write(FIELDS[field], followed);
          known[field] = next;
        }
      }
      before.current = known;
    };
    return { isOwn, take };
  }, []);
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
