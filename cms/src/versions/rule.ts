import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { VERSIONED } from '../rules/versions/content';
import type { Done } from '../rules/versions/history';
import type { Rule } from '../strapi/documents';
import { requireDeleted } from './bring-back';
import { requireNewest } from './conflicts';
import { type DocumentName, hashOf, keep, lastVersion, standing, type Version, waitForTurn } from './store';
import { bringingBackNow, restoringNow, type Writer, writerNow } from './writer';

const DONE: Record<string, Done> = {
  create: 'created',
  clone: 'copied',
  update: 'saved',
  discardDraft: 'discarded',
  publish: 'published',
  unpublish: 'unpublished',
  delete: 'deleted',
};

/** What leaves the draft as it was. */
const KEEPS_CONTENT = new Set<Done>(['unpublished', 'deleted']);

const NOBODY: Writer = { admin: null, name: '', source: 'found', opening: null };

/** The document that is being changed; without its id while it is new. */
const underWay = new AsyncLocalStorage<Partial<DocumentName>>();

interface Result {
  documentId?: string;
  entries?: { documentId: string }[];
}

/**
 * Keeps a version of every change, stored together with it or not at all, and refuses a change that was made from an older
 * version than the last. To stand around all rules that change what is saved, and within those that act several times.
 */
export function versionsRule(strapi: Core.Strapi): Rule {
  return async (asked, next) => {
    const { uid, action, params } = asked;
    const returning = action === 'create' ? bringingBackNow() : undefined;
    const done = returning ? 'brought-back' : DONE[action];
    if (!done || !VERSIONED.has(uid)) return next();
    const around = underWay.getStore();
    // Another rule's part in the same change: what comes of it is kept as one version.
    if (around?.uid === uid && (around.documentId ?? params.documentId) === params.documentId) return next();
    const isNew = done === 'created' || done === 'copied';
    return strapi.db.transaction(async ({ trx }) => {
      const before = returning ?? (isNew ? null : { uid, documentId: params.documentId ?? '' });
      let last: Version | null = null;
      if (before) {
        await waitForTurn(strapi, before, trx);
        if (returning) {
          await requireDeleted(strapi, returning);
          asked.params = { ...params, data: { ...params.data, documentId: returning.documentId } };
        }
        last = await lastOrFound(strapi, before);
        if (!last || (last.action === 'deleted' && !returning)) return next();
        await requireNewest(strapi, before, last);
      }
      const result = (await underWay.run(before ?? { uid }, next)) as Result | null;
      const documentId = before?.documentId ?? result?.documentId ?? result?.entries?.[0]?.documentId;
      if (!documentId || result?.entries?.length === 0) return result;
      await keepChange(strapi, { uid, documentId }, done, last);
      return result;
    });
  };
}

/** Keeps several actions on a document as one change of it, in the transaction at hand. */
export async function keepAsOne(
  strapi: Core.Strapi,
  document: DocumentName,
  done: Done,
  change: () => Promise<unknown>,
): Promise<void> {
  const last = await lastOrFound(strapi, document);
  await underWay.run(document, change);
  await keepChange(strapi, document, done, last);
}

/** The last version of a document. One that has none because it was there before versions were kept gets its first now. */
export async function lastOrFound(strapi: Core.Strapi, document: DocumentName): Promise<Version | null> {
  const last = await lastVersion(strapi, document);
  if (last) return last;
  const found = await standing(strapi, document);
  if (!found) return null;
  const { content, savedAt } = found;
  const hash = hashOf(content);
  await keep(strapi, document, { ...NOBODY, number: 1, action: 'found', at: savedAt, hash, content });
  return lastVersion(strapi, document);
}

async function keepChange(
  strapi: Core.Strapi,
  document: DocumentName,
  done: Done,
  last: Version | null,
): Promise<void> {
  const now = KEEPS_CONTENT.has(done) ? null : await standing(strapi, document);
  const hash = now ? hashOf(now.content) : (last?.hash ?? '');
  // What says the same as before is no other version.
  if (done === 'saved' && hash === last?.hash) return;
  const restored = restoringNow();
  await keep(strapi, document, {
    ...writerNow(strapi),
    number: (last?.number ?? 0) + 1,
    action: done === 'saved' && restored !== undefined ? 'restored' : done,
    restored,
    at: Date.now(),
    hash,
    content: now && hash !== last?.hash ? now.content : null,
  });
}
