import type { Core } from '@strapi/strapi';
import type { ScheduledAction } from '../rules/scheduled';
import type { Entry } from '../schema/model';
import { rows } from '../strapi/documents';
import { addTable } from '../strapi/tables';
import type { DocumentName } from '../versions/store';

/** Something to be done to a document at a time, as it is stored: what is done is taken out. */
export interface StoredChange extends DocumentName {
  id: number;
  action: ScheduledAction;
  /** The number of the version to be published; null when the document is to be unpublished. */
  version: number | null;
  /** Milliseconds since the epoch. */
  at: number;
  timeZone: string;
  /** Id of the admin's account that asked for it, and what it was called then. */
  admin: number;
  name: string;
  /** Why it could not be done; null while it waits. */
  refusal: string | null;
}

interface Row extends Omit<StoredChange, 'documentId' | 'at'> {
  document: string;
  at: number | string;
}

const CHANGE = 'scheduled::change';

/** Adds the table of what is scheduled. To be called in `register()`. */
export function addScheduledChanges(strapi: Core.Strapi): void {
  addTable(strapi, {
    uid: CHANGE,
    name: 'scheduled_changes',
    columns: {
      uid: { type: 'string' },
      document: { type: 'string' },
      action: { type: 'string' },
      version: { type: 'integer' },
      at: { type: 'biginteger' },
      timeZone: { type: 'string' },
      admin: { type: 'integer' },
      name: { type: 'string' },
      refusal: { type: 'text' },
    },
    indexes: [
      { name: 'scheduled_changes_at', columns: ['at'] },
      { name: 'scheduled_changes_document', columns: ['uid', 'document'] },
    ],
  });
}

const changes = (strapi: Core.Strapi) => rows(strapi, CHANGE);

const asStored = ({ document, at, ...row }: Row): StoredChange => ({
  ...row,
  documentId: document,
  at: Number(at),
});

/** What is scheduled or was refused, the next first, and in the order it was asked for where times are the same. */
export async function scheduledWhere(
  strapi: Core.Strapi,
  where: Entry,
  most: number,
): Promise<StoredChange[]> {
  const found: Row[] = await changes(strapi).findMany({
    where,
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    limit: most,
  });
  return found.map(asStored);
}

/** What waits, the next first. */
export const waiting = (strapi: Core.Strapi, most: number): Promise<StoredChange[]> =>
  scheduledWhere(strapi, { refusal: { $null: true } }, most);

/** Of what waits, what is to be done by a time (milliseconds since the epoch). */
export const dueBy = (changes: StoredChange[], now: number): StoredChange[] =>
  changes.filter(({ at }) => at <= now);

/** Puts something down to be done. */
export async function putDown(
  strapi: Core.Strapi,
  { documentId, ...change }: Omit<StoredChange, 'id' | 'refusal'>,
): Promise<StoredChange> {
  return asStored(await changes(strapi).create({ data: { ...change, document: documentId } }));
}

/**
 * Takes something out, in the transaction at hand. False when it is gone, or is no longer waiting: another process took it, or
 * somebody cancelled it.
 */
export async function takeOut(strapi: Core.Strapi, id: number): Promise<boolean> {
  const { count } = await changes(strapi).deleteMany({ where: { id, refusal: { $null: true } } });
  return count === 1;
}

/** Notes why something that waits could not be done. It stays, for the one who asked for it. */
export async function noteRefusal(strapi: Core.Strapi, id: number, refusal: string): Promise<void> {
  await changes(strapi).updateMany({ where: { id, refusal: { $null: true } }, data: { refusal } });
}

/** Forgets what is scheduled for a document, or was refused. */
export async function forget(strapi: Core.Strapi, where: Entry): Promise<void> {
  await changes(strapi).deleteMany({ where });
}
