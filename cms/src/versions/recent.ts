import type { Core } from '@strapi/strapi';
import type { Ability } from '../ownership/reach';
import { editLink, nameOf } from '../rules/uses';
import type { Recent } from '../rules/versions/history';
import { modelsOf } from '../strapi/documents';
import { whereReadable } from './access';
import { mayBringBack } from './bring-back';
import { heldAt, lastChanged } from './store';

const SHOWN = 8;
const MOST_SHOWN = 40;

/**
 * What changed last, and no more than so many, of what somebody may read: a person who acts for a partner, that partner's
 * workshops alone.
 */
export async function recentChanges(strapi: Core.Strapi, ability: Ability, most = SHOWN): Promise<Recent> {
  const getModel = modelsOf(strapi);
  const changed = await lastChanged(strapi, await whereReadable(strapi, ability), Math.min(most, MOST_SHOWN));
  const recent: Recent = [];
  for (const { uid, documentId, number, action, restored, at, name, source } of changed) {
    const content = (await heldAt(strapi, { uid, documentId }))?.content ?? {};
    const isGone = action === 'deleted';
    const link = isGone ? null : editLink(uid, documentId, getModel);
    const title = nameOf(uid, content, getModel);
    const bringBack =
      isGone && (await mayBringBack(strapi, { ability }, uid, content))
        ? `/versions/${uid}/${documentId}/bring-back`
        : null;
    recent.push({ number, action, restored, at, name, source, title, link, bringBack });
  }
  return recent;
}
