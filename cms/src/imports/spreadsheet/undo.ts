import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Undone } from '../../rules/spreadsheet/imports';
import { dataOf } from '../../rules/versions/content';
import type { Entry } from '../../schema/model';
import { WORKSHOP } from '../../schema/uids';
import { modelsOf, type Transaction } from '../../strapi/documents';
import { presenceOf } from '../../versions/history';
import { publishBesideDraft } from '../../versions/published';
import { keepAsOne } from '../../versions/rule';
import { hashOf, heldAt, lastNumbers, lastVersion, waitForTurn } from '../../versions/store';
import { restoringVersion } from '../../versions/writer';
import { forgetName, type JournalRow, noteRow, type StoredImport, writtenRows } from './journal';

const EDITED = 'It was changed after the import, and stays as it is now.';

/** What undoing an import takes back now, and what stays since somebody changed it. */
export async function undoneBy(strapi: Core.Strapi, { id }: StoredImport): Promise<Undone> {
  const written = await writtenRows(strapi, id);
  const last = await lastNumbers(
    strapi,
    WORKSHOP,
    written.map(({ document }) => document ?? ''),
  );
  const named = written.map(({ document, title, after }) => ({
    documentId: document ?? '',
    title,
    isSame: last.get(document ?? '') === after,
  }));
  return {
    undone: named.filter(({ isSame }) => isSame).map(({ isSame: _, ...row }) => row),
    kept: named.filter(({ isSame }) => !isSame).map(({ isSame: _, ...row }) => ({ ...row, why: EDITED })),
  };
}

/** Gives a workshop back what it said before the import, or takes it out that the import made; as long as nobody changed it since. */
export async function takeBack(
  strapi: Core.Strapi,
  _: StoredImport,
  row: JournalRow,
  transaction: Transaction,
): Promise<void> {
  const { document: documentId } = row;
  if (documentId === null) return;
  const document = { uid: WORKSHOP, documentId };
  await waitForTurn(strapi, document, transaction);
  const last = await lastVersion(strapi, document);
  if (last?.number !== row.after) {
    await noteRow(strapi, row.id, { phase: 'kept', why: EDITED });
    return;
  }
  if (row.before === null) {
    await workshops(strapi).delete({ documentId });
    await forgetName(strapi, documentId);
  } else await giveBack(strapi, documentId, row, row.before, transaction);
  await noteRow(strapi, row.id, { phase: 'undone' });
}

async function giveBack(
  strapi: Core.Strapi,
  documentId: string,
  { phase, seenBefore }: JournalRow,
  before: number,
  transaction: Transaction,
): Promise<void> {
  const document = { uid: WORKSHOP, documentId };
  const held = await heldAt(strapi, document, before);
  if (!held) throw new errors.NotFoundError(`Version ${before} is not kept any more.`);
  const isThere = await presenceOf(strapi, WORKSHOP, held.content);
  const data = dataOf(WORKSHOP, held.content, modelsOf(strapi), isThere);
  await restoringVersion(before, () => workshops(strapi).update({ documentId, data }));
  if (phase !== 'published') return;
  if (!seenBefore) await workshops(strapi).unpublish({ documentId });
  else if (hashOf(seenBefore) === hashOf(held.content))
    await restoringVersion(before, () => workshops(strapi).publish({ documentId }));
  else
    await keepAsOne(strapi, document, 'published', () =>
      publishBesideDraft(strapi, document, seenBefore, transaction),
    );
}

const workshops = (strapi: Core.Strapi) =>
  strapi.documents(WORKSHOP) as unknown as {
    update(params: { documentId: string; data: Entry }): Promise<unknown>;
    publish(params: { documentId: string }): Promise<unknown>;
    unpublish(params: { documentId: string }): Promise<unknown>;
    delete(params: { documentId: string }): Promise<unknown>;
  };
