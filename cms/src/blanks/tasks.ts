import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { type BlankTask, LONGEST_WHO } from '../rules/blank-tasks';
import { HAS_BLANKS } from '../rules/to-fill';
import { readDate } from '../rules/typed';
import type { Entry } from '../schema/model';
import { FIGURE } from '../schema/uids';
import { rows } from '../strapi/documents';
import { addTable } from '../strapi/tables';

const TASK = 'blanks::task';
/** As many as are read at once: some for each of hundreds of pages. */
const MOST_TASKS = 5000;
const LONGEST_NAME = 255;

export interface StoredTask extends BlankTask {
  id: number;
}

interface Row extends Omit<StoredTask, 'documentId' | 'key' | 'by'> {
  document: string;
  blank: string;
  due: string | null;
}

/** Adds the table of who is to fill in which blank. To be called in `register()`. */
export function addBlankTasks(strapi: Core.Strapi): void {
  addTable(strapi, {
    uid: TASK,
    name: 'blank_tasks',
    columns: {
      uid: { type: 'string' },
      document: { type: 'string' },
      blank: { type: 'string' },
      section: { type: 'integer' },
      place: { type: 'string' },
      who: { type: 'string' },
      due: { type: 'string' },
    },
    indexes: [{ name: 'blank_tasks_document', columns: ['uid', 'document'] }],
  });
}

const stored = (strapi: Core.Strapi) => rows(strapi, TASK);

/** All that was noted, the first first. */
export async function blankTasks(strapi: Core.Strapi): Promise<StoredTask[]> {
  const found: Row[] = await stored(strapi).findMany({ orderBy: [{ id: 'asc' }], limit: MOST_TASKS });
  return found.map(({ document, blank, due, ...row }) => ({
    ...row,
    documentId: document,
    key: blank,
    by: due,
  }));
}

/** Forgets what was noted about blanks that were filled in. */
export async function forgetTasks(strapi: Core.Strapi, tasks: StoredTask[]): Promise<void> {
  if (tasks.length > 0)
    await stored(strapi).deleteMany({ where: { id: { $in: tasks.map(({ id }) => id) } } });
}

/**
 * Notes who is to fill in a blank and by when, in place of what was noted before; forgets it when neither is named.
 * @throws ValidationError NotFoundError
 */
export async function noteTask(strapi: Core.Strapi, body: Entry): Promise<Record<string, never>> {
  const { uid, documentId, key, place } = body;
  const who = typeof body.who === 'string' ? body.who.trim() : '';
  const names = [uid, documentId, key, place];
  const section =
    body.section === null || Number.isInteger(body.section) ? (body.section as number | null) : undefined;
  if (names.some((name) => typeof name !== 'string' || name.length > LONGEST_NAME) || section === undefined)
    throw new errors.ValidationError('This doesn’t say which blank is meant. Load the page again.');
  if (who.length > LONGEST_WHO)
    throw new errors.ValidationError(`“Who” can be ${LONGEST_WHO} characters long. Shorten it.`);
  const due = dayOf(body.by);
  if (!HAS_BLANKS.has(String(uid)) && uid !== FIGURE)
    throw new errors.NotFoundError('There are no blanks of this type.');
  if ((await rows(strapi, String(uid)).count({ where: { documentId } })) === 0)
    throw new errors.NotFoundError('The page was deleted meanwhile. Load this page again.');
  const blank = { uid, document: documentId, blank: key };
  await strapi.db.transaction(async () => {
    const [before]: Row[] = await stored(strapi).findMany({
      where: { ...blank, $or: [{ section }, { place }] },
      orderBy: [{ id: 'asc' }],
      limit: 1,
    });
    if (before)
      await stored(strapi).deleteMany({ where: { ...blank, section: before.section, place: before.place } });
    if (who || due) await stored(strapi).create({ data: { ...blank, section, place, who, due } });
  });
  return {};
}

/** A day as it was typed, or as the database keeps it; null when none was named. @throws ValidationError */
function dayOf(by: unknown): string | null {
  if (by === null || by === undefined || by === '') return null;
  const { value, problem } = readDate(
    String(by).slice(0, LONGEST_NAME),
    new Date().toISOString().slice(0, 10),
  );
  if (problem !== null) throw new errors.ValidationError(problem);
  return value;
}
