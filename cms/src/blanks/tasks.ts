import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { type BlankTask, LONGEST_WHO, notesOf } from '../rules/blank-tasks';
import { dayBefore } from '../rules/counts';
import { type BlankName, HAS_BLANKS, rowsOf } from '../rules/to-fill';
import { readDate } from '../rules/typed';
import type { Entry } from '../schema/model';
import { populateFor } from '../schema/populate';
import { FIGURE } from '../schema/uids';
import { modelsOf, rows } from '../strapi/documents';
import { addTable } from '../strapi/tables';

const TASK = 'blanks::task';
/** As many as are read at once: some for each of hundreds of pages. */
const MOST_TASKS = 5000;
const LONGEST_NAME = 255;

export interface StoredTask extends BlankTask {
  id: number;
  /** When it was noted, in milliseconds since the epoch. */
  at: number;
}

interface Row extends Omit<StoredTask, 'documentId' | 'key' | 'by' | 'rows' | 'at'> {
  document: string;
  blank: string;
  due: string | null;
  /** `rows` as JSON; null with `at` in those of earlier versions. */
  sections: string | null;
  at: number | string | null;
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
      section: { type: 'string' },
      place: { type: 'string' },
      who: { type: 'string' },
      due: { type: 'string' },
      sections: { type: 'text' },
      // Milliseconds since the epoch.
      at: { type: 'biginteger' },
    },
    indexes: [{ name: 'blank_tasks_document', columns: ['uid', 'document'] }],
  });
}

const stored = (strapi: Core.Strapi) => rows(strapi, TASK);

/** All that was noted, or of a document, the first first. */
export async function blankTasks(
  strapi: Core.Strapi,
  where: { uid?: string; document?: string } = {},
): Promise<StoredTask[]> {
  const found: Row[] = await stored(strapi).findMany({
    where,
    orderBy: [{ id: 'asc' }],
    limit: MOST_TASKS,
  });
  return found.map(({ document, blank, due, sections, at, ...row }) => ({
    ...row,
    documentId: document,
    key: blank,
    by: due,
    rows: sections === null ? [row.section] : (JSON.parse(sections) as string[]),
    at: Number(at ?? 0),
  }));
}

/** For how long a note is kept whatever becomes of its blank, in milliseconds: the section it is about may not be saved yet. */
const KEPT_FOR = 24 * 60 * 60 * 1000;

/** Forgets what was noted about blanks that are gone, unless it was noted a short time ago. */
export async function forgetTasks(strapi: Core.Strapi, gone: StoredTask[], now: number): Promise<void> {
  await forget(
    strapi,
    gone.filter(({ at }) => at < now - KEPT_FOR),
  );
}

async function forget(strapi: Core.Strapi, tasks: StoredTask[]): Promise<void> {
  if (tasks.length > 0)
    await stored(strapi).deleteMany({ where: { id: { $in: tasks.map(({ id }) => id) } } });
}

/**
 * Notes who is to fill in a blank and by when, in place of what was noted before; forgets it when neither is named.
 * @throws ValidationError NotFoundError
 */
export async function noteTask(strapi: Core.Strapi, body: Entry): Promise<Record<string, never>> {
  const name = nameIn(body);
  const { uid, documentId, key, section, place } = name;
  const who = typeof body.who === 'string' ? body.who.trim() : '';
  if (who.length > LONGEST_WHO)
    throw new errors.ValidationError(`“Who” can be ${LONGEST_WHO} characters long. Shorten it.`);
  const due = dayOf(body.by);
  if (!HAS_BLANKS.has(uid) && uid !== FIGURE)
    throw new errors.NotFoundError('There are no blanks of this type.');
  const draft: Entry | null = await rows(strapi, uid).findOne({
    where: { documentId, publishedAt: null },
    populate: populateFor(uid, modelsOf(strapi)),
  });
  if (!draft) throw new errors.NotFoundError('The page was deleted meanwhile. Load this page again.');
  const sections = rowsOf(draft.sections);
  await strapi.db.transaction(async () => {
    const tasks = await blankTasks(strapi, { uid, document: documentId });
    await forget(strapi, notesOf(name, tasks, sections));
    if (who || due)
      await stored(strapi).create({
        data: {
          ...{ uid, document: documentId, blank: key, section, place, who, due },
          sections: JSON.stringify(sections),
          at: Date.now(),
        },
      });
  });
  return {};
}

/** @throws ValidationError */
function nameIn({ uid, documentId, key, section, place }: Entry): BlankName {
  const names = [uid, documentId, key, section, place];
  if (names.some((name) => typeof name !== 'string' || name.length > LONGEST_NAME))
    throw new errors.ValidationError('This doesn’t say which blank is meant. Load the page again.');
  return { uid, documentId, key, section, place } as BlankName;
}

/** A day as it was typed, or as the database keeps it; null when none was named. @throws ValidationError */
function dayOf(by: unknown): string | null {
  if (by === null || by === undefined || by === '') return null;
  const { value, problem } = readDate(String(by).slice(0, LONGEST_NAME), dayBefore(Date.now(), 0));
  if (problem !== null) throw new errors.ValidationError(problem);
  return value;
}
