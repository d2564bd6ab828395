import type { Core } from '@strapi/strapi';
import { type Ability, readsEveryEntry, seesType } from '../ownership/reach';
import { partnerOf, partnerUser } from '../ownership/rule';
import { editLink, nameOf } from '../rules/uses';
import { VERSIONED } from '../rules/versions/content';
import type { Recent } from '../rules/versions/history';
import type { Entry } from '../schema/model';
import { WORKSHOP } from '../schema/uids';
import { modelsOf, rows } from '../strapi/documents';
import { heldAt, lastChanged } from './store';

const SHOWN = 8;

/** What changed last, of what somebody may read: a person who acts for a partner, that partner's workshops alone. */
export async function recentChanges(strapi: Core.Strapi, ability: Ability): Promise<Recent> {
  const getModel = modelsOf(strapi);
  const changed = await lastChanged(strapi, await whereReadable(strapi, ability), SHOWN);
  const recent: Recent = [];
  for (const { uid, documentId, number, action, restored, at, name, source } of changed) {
    const content = (await heldAt(strapi, { uid, documentId }))?.content ?? {};
    const link = action === 'deleted' ? null : editLink(uid, documentId, getModel);
    const title = nameOf(uid, content, getModel);
    recent.push({ number, action, restored, at, name, source, title, link });
  }
  return recent;
}

/** Which rows, of those that name a document, are of what somebody may read. */
export async function whereReadable(strapi: Core.Strapi, ability: Ability): Promise<Entry> {
  const user = partnerUser(strapi);
  const types = [...VERSIONED].filter((uid) => seesType(ability, uid) && readsEveryEntry(ability, uid));
  const own = user ? await workshopsOf(strapi, await partnerOf(strapi, user.id)) : [];
  return {
    $or: [
      { uid: { $in: types.filter((uid) => !user || uid !== WORKSHOP) } },
      { uid: WORKSHOP, document: { $in: own } },
    ],
  };
}

async function workshopsOf(strapi: Core.Strapi, partner: string | null): Promise<string[]> {
  if (!partner) return [];
  const own: { documentId: string }[] = await rows(strapi, WORKSHOP).findMany({
    where: { partner: { documentId: partner }, publishedAt: null },
    select: ['documentId'],
  });
  return own.map(({ documentId }) => documentId);
}
