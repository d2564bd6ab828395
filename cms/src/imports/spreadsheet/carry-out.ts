import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { lookForConcerned } from '../../alerts';
import { daily, putDown, startDaily, type Task, wakeJobs, whenQuiet } from '../../jobs';
import type { ImportState } from '../../rules/spreadsheet/imports';
import type { Content } from '../../rules/versions/content';
import type { Entry } from '../../schema/model';
import { WORKSHOP } from '../../schema/uids';
import { recordTogether } from '../../search';
import { refusingAtOnce } from '../../strapi/at-once';
import type { Transaction } from '../../strapi/documents';
import { TOLD_TOGETHER, type ToldTogether, tellingLater } from '../../strapi/together';
import { publishedContent } from '../../versions/published';
import { lastOrFound } from '../../versions/rule';
import { lastVersion, waitForTurn } from '../../versions/store';
import { writingFor } from '../../versions/writer';
import {
  CHANGED_MEANWHILE,
  eraseOldJournals,
  hold,
  importNumbered,
  type JournalRow,
  nameWorkshop,
  noteImport,
  noteRow,
  type Phase,
  restoreNames,
  rowsFrom,
  type StoredImport,
  underWay,
  writtenRows,
} from './journal';
import { publishNew, writeNew } from './new-workshops';
import { Refused, refusalOf } from './refused';
import { takeBack } from './undo';

/** The task of going on with an import. */
export const IMPORT_TASK = 'spreadsheet-import';
const ERASE = 'spreadsheet-erase';

/** For how long one transaction goes on with further rows, in milliseconds: SQLite keeps all others waiting meanwhile. */
const HELD_FOR = 15;
const MOST_AT_ONCE = 100;
/** New workshops that are written by the same statements: more keep all others waiting for longer than `HELD_FOR`. */
const TOGETHER = 25;
/** For how long one job goes on, in milliseconds; other jobs wait for it. */
const AT_WORK_FOR = 2_000;

type Act<On> = (strapi: Core.Strapi, run: StoredImport, on: On, transaction: Transaction) => Promise<void>;

/** How an import goes on from one state to the next, and what it does with each row in it. */
interface Stage {
  phases: Phase[];
  act: Act<JournalRow>;
  /** What it does with many rows at once that make new workshops. */
  together?: Act<JournalRow[]>;
  next: (run: StoredImport) => ImportState;
  /** Whether a refusal turns the import back; otherwise the row is kept as it is. */
  turnsBack: boolean;
}

const STAGES: Partial<Record<ImportState, Stage>> = {
  writing: {
    phases: ['planned'],
    act: write,
    together: writeNew,
    next: ({ publish }) => (publish ? 'publishing' : 'done'),
    turnsBack: true,
  },
  publishing: {
    phases: ['written'],
    act: publish,
    together: publishNew,
    next: () => 'done',
    turnsBack: true,
  },
  'turning-back': {
    phases: ['written', 'published'],
    act: takeBack,
    next: () => 'refused',
    turnsBack: false,
  },
  undoing: { phases: ['written', 'published'], act: takeBack, next: () => 'undone', turnsBack: false },
};

const workshops = (strapi: Core.Strapi) =>
  strapi.documents(WORKSHOP) as unknown as {
    update(params: { documentId: string; data: Entry }): Promise<Entry | null>;
    publish(params: { documentId: string }): Promise<unknown>;
  };

/** The tasks of this folder. */
export const importTasks = (strapi: Core.Strapi): Record<string, Task> => ({
  // A job that a request woke would act in the name of that request.
  [IMPORT_TASK]: ({ data }) =>
    strapi.requestContext.run(undefined as never, async () => {
      await goOn(strapi, Number(data.import));
      return undefined;
    }) as Promise<undefined>,
  [ERASE]: daily(strapi, ERASE, () => eraseOldJournals(strapi, Date.now())),
});

/** Has journals erased every day of which nothing can be undone any more. To be called in `bootstrap()`. */
export const startErasingJournals = (strapi: Core.Strapi): Promise<void> => startDaily(strapi, ERASE);

/** Puts down that an import goes on, in the transaction at hand. */
export const putDownStep = (strapi: Core.Strapi, id: number): Promise<void> =>
  putDown(strapi, { task: IMPORT_TASK, about: `import:${id}`, data: { import: id } });

/**
 * Goes on with the imports that are not done, and says so: the program ended in the middle of them, or another process is at
 * work. To be called in `bootstrap()`, before jobs are done.
 */
export async function resumeImports(strapi: Core.Strapi): Promise<void> {
  for (const run of await underWay(strapi)) {
    await putDownStep(strapi, run.id);
    strapi.log.warn(
      `The import of “${run.name}” by ${run.who} is not done yet (${run.state}, ${run.position} of ${run.total}): it goes on, and is done whole or not at all.`,
    );
  }
}

async function goOn(strapi: Core.Strapi, id: number): Promise<void> {
  const until = Date.now() + AT_WORK_FOR;
  while (Date.now() < until) {
    if (!(await advance(strapi, id))) return;
    await whenQuiet();
  }
  await putDownStep(strapi, id);
  wakeJobs(strapi);
}

/**
 * Does the next rows of an import, in one transaction with noting them: wherever the program ends, the journal says what was
 * done. @returns whether there is more to do, and it is this one's to do
 */
async function advance(strapi: Core.Strapi, id: number): Promise<boolean> {
  const run = await importNumbered(strapi, id);
  const stage = run && STAGES[run.state];
  if (!stage) return false;
  const isUndoing = run.state === 'undoing';
  const writer = {
    admin: isUndoing ? run.undoAdmin : run.admin,
    name: (isUndoing && run.undoWho) || run.who,
    source: run.source,
  };
  try {
    return (await tellingLater(() =>
      writingFor(writer, () =>
        strapi.db.transaction(async ({ trx }) => {
          if (!(await hold(strapi, run))) return false;
          return actOn(strapi, run, stage, trx);
        }),
      ),
    )) as boolean;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await noteRefusal(strapi, run, stage, error);
    return true;
  }
}

async function actOn(
  strapi: Core.Strapi,
  run: StoredImport,
  stage: Stage,
  transaction: Transaction,
): Promise<boolean> {
  // A refusal undoes the transaction: what is taken back in spite of others' refusals has one of its own.
  const most = stage.turnsBack ? MOST_AT_ONCE : 1;
  const until = Date.now() + HELD_FOR;
  const next = await rowsFrom(strapi, run.id, run.position, stage.phases, most);
  let position = next.length === 0 ? run.total : run.position;
  for (const these of inTurn(next, stage)) {
    await actOnSome(strapi, run, stage, these, transaction);
    position = (these.at(-1)?.position ?? position) + 1;
    if (Date.now() > until) break;
  }
  if (position < run.total) {
    await noteImport(strapi, run.id, { position });
    return true;
  }
  const state = stage.next(run);
  if (STAGES[state]) {
    await noteImport(strapi, run.id, { state, position: 0 });
    return true;
  }
  await end(strapi, { ...run, state }, transaction);
  return false;
}

/** Rows as they are acted on: those that make new workshops several together, others one by one. */
function* inTurn(next: JournalRow[], { together }: Stage): Generator<JournalRow[]> {
  const isNew = (row: JournalRow | undefined): boolean => together !== undefined && row?.fate === 'create';
  for (let from = 0; from < next.length; ) {
    let end = from + 1;
    while (isNew(next[from]) && isNew(next[end]) && end - from < TOGETHER) end++;
    yield next.slice(from, end);
    from = end;
  }
}

async function actOnSome(
  strapi: Core.Strapi,
  run: StoredImport,
  { act, together }: Stage,
  these: JournalRow[],
  transaction: Transaction,
): Promise<void> {
  const [row] = these as [JournalRow];
  try {
    if (together && row.fate === 'create') await together(strapi, run, these, transaction);
    else await refusingAtOnce(strapi, [], () => act(strapi, run, row, transaction));
  } catch (error) {
    throw refusalOf(row, error);
  }
}

/** Turns an import back that a rule refuses, or keeps the row when it is being taken back already. */
async function noteRefusal(
  strapi: Core.Strapi,
  run: StoredImport,
  { turnsBack }: Stage,
  { row, why, cause }: Refused,
): Promise<void> {
  if (cause instanceof Error) strapi.log.error(`Row ${row.rows[0]} of “${run.name}”: ${cause.stack}`);
  await strapi.db.transaction(async () => {
    if (!(await hold(strapi, run))) return;
    if (turnsBack) {
      const reason = `Row ${row.rows[0]}, “${row.title}”: ${why}`;
      await noteImport(strapi, run.id, { state: 'turning-back', position: 0, reason });
    } else await noteRow(strapi, row.id, { phase: 'kept', why });
  });
}

/** Tells all who look at workshops of what changed for visitors, once, as the import is stored as done. */
async function end(strapi: Core.Strapi, run: StoredImport, transaction: Transaction): Promise<void> {
  await noteImport(strapi, run.id, { state: run.state, position: 0, endedAt: Date.now(), underWay: null });
  const shown = (await writtenRows(strapi, run.id)).filter((row) => row.shown);
  const named = shown.map(({ document, title }) => ({ documentId: document ?? '', title, when: null }));
  const documentIds = named.map(({ documentId }) => documentId);
  if (run.state !== 'done') await restoreNames(strapi, run);
  await recordTogether(strapi, WORKSHOP, documentIds);
  await lookForConcerned(strapi, named, transaction);
  await strapi.db.transaction(async ({ onCommit }) => {
    onCommit(async () => {
      strapi.log.info(`The import of “${run.name}” by ${run.who} is ${WORDS[run.state]}.`);
      if (documentIds.length > 0)
        await strapi.eventHub.emit(TOLD_TOGETHER, { uid: WORKSHOP, documentIds } satisfies ToldTogether);
      wakeJobs(strapi);
    });
  });
}

const WORDS: Partial<Record<ImportState, string>> = {
  done: 'done: all of it',
  refused: 'turned back: nothing of it is left',
  undone: 'undone',
};

async function write(
  strapi: Core.Strapi,
  { partner }: StoredImport,
  row: JournalRow,
  transaction: Transaction,
): Promise<void> {
  const { document: documentId, data, ownId } = row;
  if (documentId === null) return;
  const document = { uid: WORKSHOP, documentId };
  await waitForTurn(strapi, document, transaction);
  let before: number | null = null;
  let seenBefore: Content | null = null;
  if (row.fate !== 'same') {
    before = (await lastOrFound(strapi, document))?.number ?? null;
    seenBefore = await publishedContent(strapi, document);
    const saved = before !== null && (await workshops(strapi).update({ documentId, data }));
    if (!saved) throw new errors.NotFoundError('It was deleted meanwhile.');
  }
  await noteRow(strapi, row.id, {
    phase: row.fate === 'same' ? 'undone' : 'written',
    before,
    seenBefore,
    namesBefore: ownId ? await nameWorkshop(strapi, { partner, own: ownId, document: documentId }) : null,
    after: await lastNumber(strapi, documentId),
  });
}

async function publish(
  strapi: Core.Strapi,
  _: StoredImport,
  row: JournalRow,
  transaction: Transaction,
): Promise<void> {
  const { document: documentId } = row;
  if (documentId === null) return;
  await waitForTurn(strapi, { uid: WORKSHOP, documentId }, transaction);
  if ((await lastNumber(strapi, documentId)) !== row.after) return noteRow(strapi, row.id, CHANGED_MEANWHILE);
  await workshops(strapi).publish({ documentId });
  await noteRow(strapi, row.id, {
    phase: 'published',
    after: await lastNumber(strapi, documentId),
    shown: true,
  });
}

const lastNumber = async (strapi: Core.Strapi, documentId: string): Promise<number | null> =>
  (await lastVersion(strapi, { uid: WORKSHOP, documentId }))?.number ?? null;
