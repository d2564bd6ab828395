import { dayInLastZone } from '@deep-dive/shared-types';
import type { Problem } from '../rules/problem';
import type { Session } from '../rules/schedule';
import {
  type ActionRequest,
  datesAskedFor,
  MOST_WORKSHOPS,
  sessionsAskedFor,
  type WorkshopAction,
} from '../rules/workshop-actions';
import { refuse } from '../strapi/refuse';

/** What somebody asks for, read. */
export interface Asked {
  action: WorkshopAction;
  documentIds: string[];
  sessions: Session[];
  dates: string[];
  publish: boolean;
}

const FIELDS: Partial<Record<WorkshopAction, (keyof ActionRequest)[]>> = {
  'new-dates': ['sessions'],
  duplicate: ['dates', 'publish'],
};

/** Ids as Strapi makes them, and longer ones than those. */
const DOCUMENT_ID = /^[a-z0-9]{1,64}$/i;

/** Reads what is asked for. @throws ValidationError naming each field that is wrong */
export function requestIn(action: WorkshopAction, body: unknown, now: Date): Asked {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const { documentIds, sessions, dates, publish } = fields;
  const known = ['documentIds', ...(FIELDS[action] ?? [])];
  const today = dayInLastZone(now);
  const typedSessions = action === 'new-dates' ? sessionsAskedFor(sessions, today) : NONE;
  const typedDates = action === 'duplicate' ? datesAskedFor(dates, today) : NONE;
  refuse([
    ...Object.keys(fields)
      .filter((name) => !known.includes(name))
      .map((name): Problem => ({ path: [name], message: `“${name}” is not part of this.` })),
    ...documentIdProblems(documentIds),
    ...typedSessions.problems,
    ...typedDates.problems,
    ...(publish === undefined || typeof publish === 'boolean'
      ? []
      : [{ path: ['publish'], message: 'publish must be true or false.' }]),
  ]);
  return {
    action,
    documentIds: [...new Set(documentIds as string[])],
    sessions: typedSessions.sessions,
    dates: typedDates.dates,
    publish: publish === true,
  };
}

const NONE = { sessions: [], dates: [], problems: [] };

function documentIdProblems(documentIds: unknown): Problem[] {
  const isList =
    Array.isArray(documentIds) &&
    documentIds.length > 0 &&
    documentIds.every((id) => typeof id === 'string' && DOCUMENT_ID.test(id));
  if (isList && documentIds.length <= MOST_WORKSHOPS) return [];
  const message = isList
    ? `Choose ${MOST_WORKSHOPS} workshops at most.`
    : 'documentIds must be a list of the ids of workshops.';
  return [{ path: ['documentIds'], message }];
}
