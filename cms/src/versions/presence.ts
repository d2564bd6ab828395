import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { OPEN_FOR, type Others } from '../rules/versions/presence';
import { rows } from '../strapi/documents';
import { addTable } from '../strapi/tables';
import { type Reader, requireReadable } from './access';
import type { DocumentName } from './store';
import { writerNow } from './writer';

const OPENING = 'versions::opening';

/** Adds the table of which window of whose has the form of which document open. To be called in `register()`. */
export function addOpenings(strapi: Core.Strapi): void {
  addTable(strapi, {
    uid: OPENING,
    name: 'openings',
    columns: {
      uid: { type: 'string' },
      document: { type: 'string' },
      opening: { type: 'string' },
      admin: { type: 'integer' },
      name: { type: 'string' },
      // When the window last said so, in milliseconds since the epoch.
      at: { type: 'biginteger' },
    },
    indexes: [
      { name: 'openings_window', columns: ['uid', 'document', 'opening'], type: 'unique' },
      { name: 'openings_at', columns: ['at'] },
    ],
  });
}

const openings = (strapi: Core.Strapi) => rows(strapi, OPENING);

/**
 * Notes that a window has the form of a document open, and tells who else has. Windows that no longer say so are forgotten.
 * @param now milliseconds since the epoch
 * @throws NotFoundError ForbiddenError ValidationError
 */
export async function noteOpen(
  strapi: Core.Strapi,
  document: DocumentName,
  reader: Reader,
  now: number,
): Promise<Others> {
  await requireReadable(strapi, document, reader);
  const { opening, admin, name } = writerNow(strapi);
  if (!opening)
    throw new errors.ValidationError('The header “x-opening”, which names the window, is missing.');
  const form = { uid: document.uid, document: document.documentId };
  await openings(strapi).deleteMany({ where: { at: { $lt: now - OPEN_FOR } } });
  const own = { ...form, opening };
  const said = { admin, name, at: now };
  const { count } = await openings(strapi).updateMany({ where: own, data: said });
  if (count === 0)
    await openings(strapi)
      .create({ data: { ...own, ...said } })
      .catch(async (error: Error) => {
        // The window said so twice at once.
        if ((await openings(strapi).count({ where: own })) === 0) throw error;
      });
  const others: { admin: number; name: string }[] = await openings(strapi).findMany({
    where: { ...form, opening: { $ne: opening } },
    orderBy: [{ id: 'asc' }],
  });
  const byAccount = new Map(others.map((other) => [other.admin, other]));
  return {
    names: [...byAccount.values()].filter((other) => other.admin !== admin).map((other) => other.name),
    own: byAccount.has(admin ?? 0),
  };
}

/** Notes that a window has closed the form of a document. */
export async function noteClosed(
  strapi: Core.Strapi,
  { uid, documentId }: DocumentName,
): Promise<Record<string, never>> {
  const { opening } = writerNow(strapi);
  if (opening) await openings(strapi).deleteMany({ where: { uid, document: documentId, opening } });
  return {};
}
