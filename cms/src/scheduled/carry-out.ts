import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { waitToPublish } from '../publishing/turns';
import type { WORKSHOP } from '../schema/uids';
import { refusingAtOnce } from '../strapi/at-once';
import type { Transaction } from '../strapi/documents';
import { publishBesideDraft } from '../versions/published';
import { keepAsOne } from '../versions/rule';
import { type DocumentName, hashOf, heldAt, standing, waitForTurn } from '../versions/store';
import { restoringVersion, writingFor } from '../versions/writer';
import { type StoredChange, takeOut } from './store';

/**
 * Does what is scheduled, in one transaction with taking it out: done once, or not at all, whatever the number of processes
 * and wherever one of them dies. Whoever asked for it was allowed to then; the rules hold as they would if it were done by hand.
 * @returns whether it was done here
 * @throws ApplicationError for what the rules refuse
 */
export async function carryOut(strapi: Core.Strapi, change: StoredChange): Promise<boolean> {
  const { uid, documentId, version } = change;
  const document = { uid, documentId };
  return (await strapi.db.transaction(async ({ trx }) => {
    // In the order in which who publishes by hand waits.
    await waitToPublish(strapi, uid, trx);
    await waitForTurn(strapi, document, trx);
    if (!(await takeOut(strapi, change.id))) return false;
    const act = (): Promise<void> =>
      version === null
        ? keepAsOne(strapi, document, 'unpublished', () =>
            actionsOn(strapi, document).unpublish({ documentId }),
          )
        : restoringVersion(version, () =>
            keepAsOne(strapi, document, 'published', () => publishVersion(strapi, document, version, trx)),
          );
    const writer = { admin: change.admin, name: change.name, source: 'schedule' };
    await refusingAtOnce(strapi, [], () => writingFor(writer, act));
    return true;
  })) as boolean;
}

const actionsOn = (strapi: Core.Strapi, { uid }: DocumentName) => strapi.documents(uid as typeof WORKSHOP);

/** Publishes a document as it was at a version, and leaves its draft as it is. */
export async function publishVersion(
  strapi: Core.Strapi,
  document: DocumentName,
  number: number,
  transaction: Transaction,
): Promise<void> {
  const held = await heldAt(strapi, document, number);
  const draft = await standing(strapi, document);
  if (!held || !draft)
    throw new errors.NotFoundError(draft ? `Version ${number} is not kept any more.` : 'It was deleted.');
  const isDraft = hashOf(held.content) === hashOf(draft.content);
  if (isDraft) await actionsOn(strapi, document).publish({ documentId: document.documentId });
  else await publishBesideDraft(strapi, document, held.content, transaction);
}
