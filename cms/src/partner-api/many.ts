import { setTimeout } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { columnChoices } from '../imports/spreadsheet/choices';
import { importNumbered, rehearsedAt, type StoredImport, told } from '../imports/spreadsheet/journal';
import { readSheetApart } from '../imports/spreadsheet/reading';
import { rehearseImport } from '../imports/spreadsheet/rehearse';
import { beginImport } from '../imports/spreadsheet/routes';
import {
  type ApiProblem,
  type ImportTold,
  type ManyTold,
  OUTCOMES,
  outcomeOf,
} from '../rules/partner-api/answers';
import { asSheetWorkshop } from '../rules/partner-api/workshop';
import { unquoted } from '../rules/spreadsheet/cells';
import type { Column } from '../rules/spreadsheet/columns';
import { SHEET_LIMIT } from '../rules/spreadsheet/limits';
import type { Step } from '../rules/spreadsheet/plan';
import type { SheetWorkshop } from '../rules/spreadsheet/sheet';
import { type ReadSheet, SheetError } from '../rules/spreadsheet/understand';
import { cellWhere, columnLetter } from '../rules/spreadsheet/where';
import { asSeen } from '../rules/typed';
import { modelsOf } from '../strapi/documents';
import type { RequestContext } from '../strapi/respond';
import { bodyOf, bytesOf } from '../wire/site-door';
import { inShape, manyGiven, queryOf, sheetOptions, writeOptions } from './asked';
import { type Answer, type Caller, countMany, orUnprocessable, Unprocessable } from './door';
import { conflict } from './workshops';

/** How large many workshops may be as JSON, in bytes. */
const MOST_BYTES = 2_000_000;
/** For how long a call waits for its import, in milliseconds: a program that stops finishes what it began. */
const WAITED_FOR = 15_000;
const LOOKED_EVERY = 100;

/** What is answered about many workshops at once, by route. */
export const manyRoutes = (strapi: Core.Strapi): Record<string, Answer> => ({
  'POST /workshops': orUnprocessable(async (ctx, caller) => {
    await countMany(strapi, ctx, caller);
    const options = queryOf(ctx, writeOptions);
    const sent = inShape(manyGiven(modelsOf(strapi)), await bodyOf(ctx, MOST_BYTES));
    const workshops = sent.workshops.map(({ id, ...rest }, index) =>
      asSheetWorkshop(asSeen(id), index + 1, rest),
    );
    const name = `${caller.token.name}: ${workshops.length} workshops`;
    return bring(strapi, ctx, caller, { ...options, name, source: 'api', workshops, read: null });
  }),
  'POST /imports': orUnprocessable(async (ctx, caller) => {
    await countMany(strapi, ctx, caller);
    const { sheet, partner, ...options } = queryOf(ctx, sheetOptions);
    if (partner !== undefined && partner !== caller.partner.slug)
      throw new Unprocessable([{ field: 'partner', message: otherPartner(caller, partner) }]);
    const read = await readFor(strapi, ctx, caller, { name: options.name, sheet });
    return bring(strapi, ctx, caller, { ...options, source: 'import', workshops: read.workshops, read });
  }),
  'GET /imports/:id': orUnprocessable(async (ctx, { partner }) => {
    queryOf(ctx, {});
    const id = Number((ctx.params as { id: unknown }).id);
    const run = Number.isSafeInteger(id) && id > 0 && id < 2 ** 31 ? await importNumbered(strapi, id) : null;
    if (run?.partner !== partner.documentId) throw new errors.NotFoundError('There is no such import.');
    return standing(strapi, run);
  }),
});

const otherPartner = ({ partner: { name, slug } }: Caller, asked: string): string =>
  `This token is of ${name} (${slug}), and opens nothing of “${asked.slice(0, 60)}”. Take that partner’s own token, or correct the name.`;

async function readFor(
  strapi: Core.Strapi,
  ctx: RequestContext,
  { partner }: Caller,
  { name, sheet }: { name: string; sheet?: string },
): Promise<ReadSheet> {
  const bytes = await bytesOf(ctx, SHEET_LIMIT);
  try {
    const read = await readSheetApart({
      name,
      bytes,
      sheet,
      columns: await columnChoices(strapi, partner.documentId),
      today: new Date().toISOString().slice(0, 10),
    });
    if (sheet !== undefined && read.sheet !== sheet)
      throw new SheetError(
        `There is no sheet “${sheet.slice(0, 60)}” with anything in it. There is ${read.sheets.map((each) => `“${each}”`).join(', ')}.`,
      );
    if (read.workshops.length === 0) throw new SheetError(NO_WORKSHOPS);
    return read;
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    throw new Unprocessable([{ field: 'file', message: error.message }]);
  }
}

const NO_WORKSHOPS =
  'No row of it is a workshop. Write what each column is about above it, and a workshop into each row below.';

interface Brought {
  name: string;
  source: string;
  publish: boolean;
  dryRun: boolean;
  workshops: SheetWorkshop[];
  /** How a spreadsheet was understood; null of JSON. */
  read: ReadSheet | null;
}

async function bring(
  strapi: Core.Strapi,
  ctx: RequestContext,
  caller: Caller,
  { workshops, publish, dryRun, read, name, source }: Brought,
): Promise<ManyTold> {
  const { token, partner, who } = caller;
  const at = await rehearsedAt(strapi, partner.documentId);
  const steps = await rehearseImport(strapi, partner.documentId, workshops, publish);
  const report = reportOf(caller, steps, workshops, read);
  if (dryRun) return { ...report, dryRun, import: null };
  const problems = report.workshops.flatMap(({ problems: found }) => found);
  if (problems.length > 0) throw new Unprocessable(problems);
  if (steps.every(({ report: { fate }, ownId }) => fate === 'same' && ownId === null))
    return { ...report, dryRun, import: null };
  const order = { partner: partner.documentId, name, publish, source, admin: token.admin, who };
  const id = await beginImport(strapi, order, steps, at).catch((error: unknown) => {
    if (!(error instanceof errors.ValidationError)) throw error;
    return conflict(ctx, error.message);
  });
  const run = await waitFor(strapi, id);
  if (run.state === 'refused')
    throw new Unprocessable([
      { field: '', message: run.reason ?? 'It was refused, and nothing was changed.' },
    ]);
  if (run.state !== 'done') {
    ctx.status = 202;
    ctx.set('Location', `${ctx.path.replace(/\/[^/]*$/, '')}/imports/${id}`);
  }
  return { ...report, dryRun, import: await standing(strapi, run) };
}

/** The import as it is once it ended, or once it was waited for long enough. */
async function waitFor(strapi: Core.Strapi, id: number): Promise<StoredImport> {
  const until = Date.now() + WAITED_FOR;
  for (;;) {
    const run = await importNumbered(strapi, id);
    if (!run) throw new Error(`Import ${id} is gone.`);
    const hasEnded = run.state === 'done' || run.state === 'refused';
    if (hasEnded || Date.now() > until) return run;
    await setTimeout(LOOKED_EVERY);
  }
}

async function standing(strapi: Core.Strapi, run: StoredImport): Promise<ImportTold> {
  const { id, name, state, done, total, reason } = await told(strapi, run, Date.now());
  return { id, name, state, done, total, reason };
}

function reportOf(
  { partner: { name, slug } }: Caller,
  steps: Step[],
  workshops: SheetWorkshop[],
  read: ReadSheet | null,
): Omit<ManyTold, 'dryRun' | 'import'> {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as ManyTold['counts'];
  for (const { report } of steps) counts[outcomeOf(report.fate)] += 1;
  return {
    partner: { name, slug },
    sheet: read && {
      name: read.sheet,
      said: read.said,
      columns: read.columns.map(({ name: column, field }, index) => ({
        letter: columnLetter(index),
        name: column,
        field,
      })),
    },
    counts,
    workshops: steps.map(
      ({ report: { rows, fate, title, documentId, changes, remarks, problems } }, index) => {
        const workshop = workshops[index] as SheetWorkshop;
        return {
          id: asSeen(unquoted(workshop.values.id ?? '')) || (documentId ?? null),
          rows,
          outcome: outcomeOf(fate),
          title,
          changes,
          remarks,
          problems: problems.map((problem) =>
            read ? inCell(problem, workshop, read.columns) : inList(problem, index),
          ),
        };
      },
    ),
  };
}

type Found = Step['report']['problems'][number];

function inCell({ field, message }: Found, workshop: SheetWorkshop, columns: Column[]): ApiProblem {
  const { row, letter, name } = cellWhere(field, workshop, columns);
  return {
    field,
    message,
    row,
    ...(letter && { cell: `${letter}${row}` }),
    ...(name && { column: name }),
  };
}

const inList = ({ field, message }: Found, index: number): ApiProblem => ({
  field: `workshops.${index}.${field}`,
  message,
  row: index + 1,
});
