import type { Core } from '@strapi/strapi';
import type { Ability } from '../ownership/reach';
import { editLink, nameOf } from '../rules/uses';
import type { Recent } from '../rules/versions/history';
import { modelsOf } from '../strapi/documents';
import { whereReadable } from './access';
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
