import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Ability } from '../ownership/reach';
import { hasDrafts } from '../rules/links';
import {
  type DocumentSchedule,
  momentAskedFor,
  type ScheduleAnswer,
  type ScheduledChange,
  type ScheduleRequest,
  type WholeSchedule,
} from '../rules/scheduled';
import { editLink, nameOf } from '../rules/uses';
import type { Entry } from '../schema/model';
import type { WORKSHOP } from '../schema/uids';
import { rehearse } from '../strapi/at-once';
import { modelsOf } from '../strapi/documents';
import { refuse } from '../strapi/refuse';
import { type Reader, requireReadable, whereReadable } from '../versions/access';
import { lastOrFound } from '../versions/rule';
import { type DocumentName, heldAt, waitForTurn } from '../versions/store';
import { writerNow } from '../versions/writer';
import { forget, putDown, type StoredChange, scheduledWhere } from './store';

/** More than this waits for no document. */
const MOST = 20;
const MOST_LISTED = 200;

const readBy = (change: StoredChange, admin: number | null): ScheduledChange => {
  const { id, uid, documentId, action, version, at, timeZone, name, refusal } = change;
  return {
    id,
    uid,
    documentId,
    action,
    version,
    at,
    timeZone,
    name,
    refusal,
    own: change.admin === admin,
  };
};

/**
 * What is scheduled for a document, or was refused.
 * @throws NotFoundError ForbiddenError
 */
export async function scheduleOf(
  strapi: Core.Strapi,
  { uid, documentId }: DocumentName,
  reader: Reader,
): Promise<DocumentSchedule> {
  const entity = await requireReadable(strapi, { uid, documentId }, reader);
  const { admin } = writerNow(strapi);
  const changes = await scheduledWhere(strapi, { uid, document: documentId }, MOST_LISTED);
  return {
    changes: changes.map((change) => readBy(change, admin)),
    mayChange: hasDrafts(modelsOf(strapi)(uid)) && !reader.checker.cannot.publish(entity),
  };
}

/** What is scheduled or was refused, of what somebody may read. */
export async function wholeSchedule(strapi: Core.Strapi, ability: Ability): Promise<WholeSchedule> {
  const { admin } = writerNow(strapi);
  const getModel = modelsOf(strapi);
  const whole: WholeSchedule = [];
  const where = await whereReadable(strapi, ability);
  for (const change of await scheduledWhere(strapi, where, MOST_LISTED)) {
    const { uid, documentId } = change;
    const content = (await heldAt(strapi, change, change.version ?? undefined))?.content ?? {};
    const title = nameOf(uid, content, getModel);
    whole.push({ ...readBy(change, admin), title, link: editLink(uid, documentId, getModel) });
  }
  return whole;
}

/**
 * Puts down that a document goes live as it stands now, or is taken offline, at a time.
 * @throws NotFoundError ForbiddenError ValidationError
 */
export async function scheduleChange(
  strapi: Core.Strapi,
  document: DocumentName,
  reader: Reader,
  request: Partial<Record<keyof ScheduleRequest, unknown>>,
): Promise<ScheduleAnswer> {
  await requirePublisher(strapi, document, reader);
  const { at, problems } = momentAskedFor(request, Date.now());
  refuse(problems);
  if (at === null) throw new errors.ValidationError('Choose a time that is still to come.');
  const action = request.action as ScheduleRequest['action'];
  const timeZone = String(request.timeZone);
  const { uid, documentId } = document;

  const stored = (await strapi.db.transaction(async ({ trx }) => {
    await waitForTurn(strapi, document, trx);
    const waiting = await scheduledWhere(
      strapi,
      { uid, document: documentId, refusal: { $null: true } },
      MOST,
    );
    if (waiting.length >= MOST)
      throw new errors.ValidationError(`${MOST} changes wait already. Cancel one of them first.`);
    if (waiting.some((change) => change.at === at))
      refuse([{ path: ['time'], message: 'Something else is scheduled for that time. Choose another.' }]);
    const version = action === 'publish' ? await versionSeen(strapi, document, request.version) : null;
    const { admin, name } = writerNow(strapi);
    if (admin === null) throw new errors.ForbiddenError('Sign in to schedule something.');
    return putDown(strapi, { uid, documentId, action, version, at, timeZone, admin, name });
  })) as StoredChange;
  return {
    change: readBy(stored, stored.admin),
    problems: action === 'publish' ? await problemsNow(strapi, document) : [],
  };
}

/** The number of the version that holds what a document says now, which has to be the one that was seen. */
async function versionSeen(strapi: Core.Strapi, document: DocumentName, seen: unknown): Promise<number> {
  await lastOrFound(strapi, document);
  const held = await heldAt(strapi, document);
  if (!held) throw new errors.NotFoundError('There is no such entry.');
  // A form says 0 of an entry that was there before versions were kept, and hasn't changed since.
  if (seen !== held.number && !(seen === 0 && held.number === 1))
    throw new errors.ValidationError(
      'This was changed after you opened it. Reload the page, look at what it says now, then schedule it.',
    );
  return held.number;
}

/** What would keep a document from being published now. It may be put right until then: by what goes live before it. */
async function problemsNow(strapi: Core.Strapi, { uid, documentId }: DocumentName): Promise<string[]> {
  try {
    await rehearse(strapi, [], () => strapi.documents(uid as typeof WORKSHOP).publish({ documentId }));
    return [];
  } catch (error) {
    if (!(error instanceof errors.ValidationError)) throw error;
    return error.message.split('\n');
  }
}

/**
 * Takes something off the schedule, refused or waiting.
 * @throws NotFoundError ForbiddenError
 */
export async function cancelChange(
  strapi: Core.Strapi,
  document: DocumentName,
  reader: Reader,
  id: number,
): Promise<Record<string, never>> {
  await requirePublisher(strapi, document, reader);
  const where = { id, uid: document.uid, document: document.documentId };
  if ((await scheduledWhere(strapi, where, 1)).length === 0)
    throw new errors.NotFoundError('That is done already, or was cancelled.');
  await forget(strapi, where);
  return {};
}

async function requirePublisher(strapi: Core.Strapi, document: DocumentName, reader: Reader): Promise<Entry> {
  const entity = await requireReadable(strapi, document, reader);
  if (!hasDrafts(modelsOf(strapi)(document.uid)))
    throw new errors.ValidationError('This is live as soon as it is saved: nothing can be scheduled.');
  if (reader.checker.cannot.publish(entity))
    throw new errors.ForbiddenError('Your account may not publish this entry.');
  return entity;
}
