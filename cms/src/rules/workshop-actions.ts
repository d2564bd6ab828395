import { Temporal } from 'temporal-polyfill';
import { placesLeft, statusOf } from './places-left';
import type { Problem } from './problem';
import type { Session } from './schedule';
import { type Reading, readDate, readTime } from './typed';
import { isOver, type VisibilityFacts } from './visibility';

/** What can be done with workshops at once, without their form. */
export const WORKSHOP_ACTIONS = [
  'full',
  'places-again',
  'new-dates',
  'duplicate',
  'cancel',
  'reinstate',
  'unpublish',
] as const;

export type WorkshopAction = (typeof WORKSHOP_ACTIONS)[number];

/** What an action is called, and what visitors will see of it. */
interface ActionWords {
  /** On its button. */
  label: string;
  /** What visitors will see, in a sentence. */
  seen: string;
  /** What was done: “Full”, of a list of workshops. */
  done: string;
  /** Whether to ask first, as it can't be taken back easily: who was told of it stays told. */
  asksFirst: boolean;
}

export const ACTION_WORDS: Record<WorkshopAction, ActionWords> = {
  full: {
    label: 'It is full',
    seen: 'Visitors will read “Full”, and can ask you whether a place may come free.',
    done: 'Full',
    asksFirst: false,
  },
  'places-again': {
    label: 'There are places again',
    seen: 'Visitors can sign up again. Whoever asked to be told of workshops nearby, and knows that it was full, gets a mail.',
    done: 'Places again',
    asksFirst: false,
  },
  'new-dates': {
    label: 'New dates…',
    seen: 'Visitors will read the new dates at the same address, and calendars move it. Whoever was told of it gets a mail.',
    done: 'New dates',
    asksFirst: false,
  },
  duplicate: {
    label: 'Duplicate to dates…',
    seen: 'Visitors see the copies once they are published.',
    done: 'Duplicated',
    asksFirst: false,
  },
  cancel: {
    label: 'Cancel it…',
    seen: 'It leaves the map. Its page stays and says that it is cancelled, calendars say so, and whoever was told of it or asked about it gets a mail.',
    done: 'Cancelled',
    asksFirst: true,
  },
  reinstate: {
    label: 'It takes place after all',
    seen: 'It is back on the map and in calendars, and visitors can sign up again.',
    done: 'Takes place after all',
    asksFirst: false,
  },
  unpublish: {
    label: 'Unpublish it…',
    seen: 'Visitors will find nothing at its address. It stays here as a draft. If it doesn’t take place, cancel it in place of this: then its page says so.',
    done: 'Unpublished',
    asksFirst: true,
  },
};

/** The status that an action gives a workshop; undefined for those that leave it. */
export const STATUS_AFTER: Partial<Record<WorkshopAction, 'scheduled' | 'full' | 'cancelled'>> = {
  full: 'full',
  'places-again': 'scheduled',
  cancel: 'cancelled',
  reinstate: 'scheduled',
};

/** The most workshops that one request acts on: as many as a list shows. */
export const MOST_WORKSHOPS = 100;
/** The most days that a workshop is duplicated to at once. */
export const MOST_DATES = 30;
const MOST_SESSIONS = 30;
/** The longest date or time that is read, in characters. */
const LONGEST_TYPED = 60;

/** POST /workshop-actions/:action of the admin's API. */
export interface ActionRequest {
  documentIds: string[];
  /** Of `new-dates`: as typed. */
  sessions?: Session[];
  /** Of `duplicate`: the days on which the copies begin, as typed. */
  dates?: string[];
  /** Of `duplicate`: whether visitors see the copies at once; else they are drafts. */
  publish?: boolean;
}

/** A workshop, as lists name it. */
export interface NamedWorkshop {
  documentId: string;
  title: string;
  /** In words, on the clock of the venue; null without dates. */
  when: string | null;
}

/** What came of an action on one workshop. */
export interface ActionResult extends NamedWorkshop {
  /** Why nothing was done; null when it was. */
  problem: string | null;
  /** Of `problem`, what is wrong with which field of the request. */
  fields: Record<string, string>;
  /** Whether visitors see what was done. */
  isSeen: boolean;
  /** Of `duplicate`. */
  copies: NamedWorkshop[];
}

/** What POST /workshop-actions/:action answers, in the order asked for. */
export interface ActionAnswer {
  results: ActionResult[];
}

const IS_CANCELLED = 'It is cancelled. Say first that it takes place after all.';

/**
 * Why an action makes no sense for a workshop as visitors see it (as its draft says, where they don't); null when it does.
 */
export function actionRefusal(action: WorkshopAction, workshop: VisibilityFacts, now: Date): string | null {
  const { availability, published, capacity } = workshop;
  const isCancelled = availability === 'cancelled';
  switch (action) {
    case 'full':
    case 'places-again':
      if (isCancelled) return IS_CANCELLED;
      if (isOver(workshop, now)) return 'It is over: nobody can sign up any more.';
      return action === 'places-again' && placesLeft(workshop) === 0
        ? `All ${capacity} places are taken. Correct “Places taken” in its form.`
        : null;
    case 'new-dates':
      return isCancelled ? IS_CANCELLED : null;
    case 'cancel':
      return published ? null : 'It is a draft, which nobody has seen. Delete it if it is not needed.';
    case 'reinstate':
      if (!isCancelled) return 'It is not cancelled.';
      return isOver(workshop, now) ? 'It is over. Duplicate it to another date.' : null;
    case 'unpublish':
      return published ? null : 'Visitors don’t see it: it is a draft.';
    case 'duplicate':
      return null;
  }
}

/** The actions that would change something about a workshop, as `actionRefusal` has it. */
export const offeredActions = (workshop: VisibilityFacts, now: Date): WorkshopAction[] =>
  WORKSHOP_ACTIONS.filter((action) => {
    if (actionRefusal(action, workshop, now) !== null) return false;
    if (action === 'full') return statusOf(workshop) !== 'full';
    if (action === 'places-again') return workshop.availability === 'full';
    return action !== 'cancel' || workshop.availability !== 'cancelled';
  });

/** What came of an action on one workshop, in a sentence. */
export function resultInWords(action: WorkshopAction, { problem, isSeen, copies }: ActionResult): string {
  if (problem !== null) return problem;
  const seen = copies.length > 1 ? 'Visitors see them now.' : 'Visitors see it now.';
  if (action === 'duplicate')
    return `${copies.length === 1 ? 'One copy' : `${copies.length} copies`}. ${
      isSeen ? seen : 'Drafts: publish them when they are ready.'
    }`;
  const { done } = ACTION_WORDS[action];
  if (action === 'unpublish') return `${done}. It is a draft now.`;
  return `${done}. ${isSeen ? seen : 'It is a draft: visitors see nothing of it.'}`;
}

const typed = (value: unknown): string =>
  typeof value === 'string' && value.length <= LONGEST_TYPED ? value : '';

/**
 * Reads the sessions of `new-dates`.
 * @param today "2026-11-28"
 */
export function sessionsAskedFor(
  sessions: unknown,
  today: string,
): { sessions: Session[]; problems: Problem[] } {
  if (!Array.isArray(sessions) || sessions.length === 0 || sessions.length > MOST_SESSIONS)
    return {
      sessions: [],
      problems: [{ path: ['sessions'], message: `Give it at least one date, and ${MOST_SESSIONS} at most.` }],
    };
  const problems: Problem[] = [];
  const field = (index: number, name: keyof Session, reading: Reading<string>): string => {
    if (reading.problem !== null)
      problems.push({ path: ['sessions', index, name], message: reading.problem });
    return reading.value ?? '';
  };
  const read = sessions.map((session: Partial<Record<keyof Session, unknown>> | null, index): Session => {
    const { date, startTime, endTime } = session ?? {};
    return {
      date: field(index, 'date', readDate(typed(date), today)),
      startTime: field(index, 'startTime', readTime(typed(startTime))),
      endTime: field(index, 'endTime', readTime(typed(endTime))),
    };
  });
  return { sessions: read, problems };
}

/**
 * Reads the days of `duplicate`.
 * @param today "2026-11-28"
 */
export function datesAskedFor(dates: unknown, today: string): { dates: string[]; problems: Problem[] } {
  if (!Array.isArray(dates) || dates.length === 0 || dates.length > MOST_DATES)
    return {
      dates: [],
      problems: [{ path: ['dates'], message: `Give at least one day, and ${MOST_DATES} at most.` }],
    };
  const readings = dates.map((date) => readDate(typed(date), today));
  const read = readings.flatMap(({ value }) => value ?? []);
  const problems = readings.flatMap(({ problem }, index): Problem[] =>
    problem === null ? [] : [{ path: ['dates', index], message: problem }],
  );
  if (new Set(read).size < read.length)
    problems.push({ path: ['dates'], message: 'A day stands there twice. Take one of the two out.' });
  return { dates: read, problems };
}

/** Sessions moved by whole days, so that the first of them is on a day ("2027-03-06"); null when one has no date or time yet. */
export function sessionsFrom(sessions: Partial<Session>[], day: string): Session[] | null {
  const days = sessions.flatMap(({ date }) => date ?? []).sort();
  const [first] = days;
  if (!first) return null;
  const by = Temporal.PlainDate.from(first).until(day, { largestUnit: 'days' });
  const moved = sessions.map(({ date, startTime, endTime }) =>
    date && startTime && endTime
      ? { date: Temporal.PlainDate.from(date).add(by).toString(), startTime, endTime }
      : null,
  );
  return moved.every((session) => session !== null) ? moved : null;
}
