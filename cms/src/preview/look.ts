import type { PreviewName } from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Ability } from '../ownership/reach';
import { hasDrafts } from '../rules/links';
import { dataOf } from '../rules/versions/content';
import { carryOut } from '../scheduled/carry-out';
import { dueBy, type StoredChange, scheduledWhere } from '../scheduled/store';
import type { WORKSHOP } from '../schema/uids';
import { undone } from '../strapi/at-once';
import { modelsOf, rows } from '../strapi/documents';
import { lookingAt } from '../strapi/seen';
import {
  type Documents,
  readableDocuments,
  readerWith,
  requireReadable,
  whereNamed,
} from '../versions/access';
import { presenceOf } from '../versions/history';
import { type DocumentName, heldAt, lastChange } from '../versions/store';
import { type Looked, read } from './credential';

/** Somebody who looks at a preview. */
export interface Viewer {
  looked: Looked;
  ability: Ability;
  /** Their account in the admin. */
  user: unknown;
}

interface Engine {
  engine: { generateUserAbility(user: unknown): Promise<Ability> };
}

/**
 * Who looks, asked anew each time: an account that was closed, or may not read the document any more, sees nothing.
 * @throws UnauthorizedError ForbiddenError NotFoundError
 */
export async function viewerOf(strapi: Core.Strapi, { credential }: PreviewName): Promise<Viewer> {
  const looked = read(strapi, credential);
  const user = await rows(strapi, 'admin::user').findOne({
    where: { id: looked.admin, isActive: true, blocked: { $ne: true } },
    populate: { roles: true },
  });
  if (!user) throw new errors.UnauthorizedError('Your account in the CMS is closed.');
  const { engine } = strapi.service('admin::permission') as unknown as Engine;
  const ability = await engine.generateUserAbility(user);
  await as(strapi, user, () => requireReadable(strapi, looked, readerWith(strapi, ability, looked.uid)));
  return { looked, ability, user };
}

/** Does some work as a signed-in person, whom the rules about partners then know. */
function as<Result>(strapi: Core.Strapi, user: unknown, work: () => Promise<Result>): Promise<Result> {
  const run = strapi.requestContext.run as unknown as (
    context: object,
    work: () => Promise<Result>,
  ) => Promise<Result>;
  return run({ state: { user } }, work);
}

/**
 * Does some work, whose reads see what a preview shows. What has to be written for that, so that every rule has its say, is
 * undone.
 * @throws ValidationError when the version that is asked for can't be shown
 */
export async function look<Result>(
  strapi: Core.Strapi,
  { looked, ability, user }: Viewer,
  { shows, at }: PreviewName,
  work: () => Promise<Result>,
): Promise<Result> {
  const { version } = looked;
  const readable = await as(strapi, user, () => readableDocuments(strapi, ability));
  const revision = await lastChange(strapi);
  const moment = at ?? Date.now();
  const seeing = (what: unknown, drafts: Documents): Promise<Result> => {
    const key = JSON.stringify([revision, at, what, [...drafts]]);
    return lookingAt({ key, at: moment, drafts }, work);
  };
  if (shows === 'live') {
    const due = await dueFor(strapi, readable, moment);
    return afterwards(strapi, due, () =>
      seeing(
        due.map(({ id }) => id),
        new Map(),
      ),
    );
  }
  const drafts = new Map([...readable].filter(([uid]) => hasDrafts(modelsOf(strapi)(uid))));
  if (version === null) return seeing('drafts', drafts);
  return undone(strapi, async () => {
    await write(strapi, looked, version);
    return seeing(looked, drafts);
  });
}

/** Makes the draft of a document say what a version says. */
async function write(strapi: Core.Strapi, document: DocumentName, version: number): Promise<void> {
  const { uid, documentId } = document;
  const held = await heldAt(strapi, document, version);
  if (!held) throw new errors.NotFoundError(`Version ${version} is not kept any more.`);
  const data = dataOf(uid, held.content, modelsOf(strapi), await presenceOf(strapi, uid, held.content));
  await strapi.documents(uid as typeof WORKSHOP).update({ documentId, data: data as object });
}

/** More is not carried out for one preview. */
const MOST_CHANGES = 100;

/** Of what is scheduled and may be read, what is due until a moment. */
async function dueFor(strapi: Core.Strapi, readable: Documents, at: number): Promise<StoredChange[]> {
  const waits = { ...whereNamed(readable), refusal: { $null: true } };
  return dueBy(await scheduledWhere(strapi, waits, MOST_CHANGES), at);
}

/** Does some work in a world where what is due was done, save what would be refused. */
async function afterwards<Result>(
  strapi: Core.Strapi,
  due: StoredChange[],
  work: () => Promise<Result>,
): Promise<Result> {
  if (due.length === 0) return work();
  const refused = new Set<number>();
  for (;;) {
    let change = due[0];
    try {
      return await undone(strapi, async () => {
        for (change of due) if (!refused.has(change.id)) await carryOut(strapi, change);
        change = undefined;
        return work();
      });
    } catch (error) {
      if (!change) throw error;
      refused.add(change.id);
    }
  }
}
