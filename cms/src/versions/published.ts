import type { Core } from '@strapi/strapi';
import { rememberPublished } from '../publishing/gate';
import { type Content, contentOf, dataOf } from '../rules/versions/content';
import { WORKSHOP } from '../schema/uids';
import { modelsOf, type Transaction } from '../strapi/documents';
import { withDraftAside } from './aside';
import { presenceOf } from './history';
import { WholeReader } from './reading';
import { type DocumentName, hashOf, standing } from './store';

/** What visitors see of a document of a type with drafts; null when they see nothing. */
export async function publishedContent(
  strapi: Core.Strapi,
  { uid, documentId }: DocumentName,
): Promise<Content | null> {
  const row = await WholeReader.read(strapi, uid, { documentId, publishedAt: { $notNull: true } });
  return row && contentOf(uid, row, modelsOf(strapi));
}

/** Whether what visitors see of a document is what its draft says. */
export async function isPublishedAsItStands(strapi: Core.Strapi, document: DocumentName): Promise<boolean> {
  const published = await publishedContent(strapi, document);
  const draft = await standing(strapi, document);
  return published !== null && draft !== null && hashOf(published) === hashOf(draft.content);
}

/** Publishes some content of a document, and leaves its draft as it is: in the transaction at hand, in its turn (`waitForTurn`). */
export async function publishBesideDraft(
  strapi: Core.Strapi,
  document: DocumentName,
  content: Content,
  transaction: Transaction,
): Promise<void> {
  const { uid, documentId } = document;
  const actions = strapi.documents(uid as typeof WORKSHOP);
  // Strapi publishes the draft, whatever it says.
  await withDraftAside(strapi, document, transaction, async () => {
    const data = dataOf(uid, content, modelsOf(strapi), await presenceOf(strapi, uid, content));
    await actions.update({ documentId, data: data as object });
    await actions.publish({ documentId });
  });
  // Putting the draft back took back that it has been published before.
  if (uid === WORKSHOP) await rememberPublished(strapi, [documentId]);
}
