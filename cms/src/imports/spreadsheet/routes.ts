import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { wakeJobs } from '../../jobs';
import { partnerOf, partnerUser } from '../../ownership/rule';
import type { ImportEntry, Undone } from '../../rules/spreadsheet/imports';
import { reportOf, type Step } from '../../rules/spreadsheet/plan';
import type { ImportReport } from '../../rules/spreadsheet/sheet';
import { addAdminRoutes } from '../../strapi/admin-routes';
import { jsonOf } from '../../strapi/forms';
import { refuse } from '../../strapi/refuse';
import type { RequestContext } from '../../strapi/respond';
import { writerNow } from '../../versions/writer';
import { importIn, rehearsalIn } from './body';
import { putDownStep } from './carry-out';
import { exportOf } from './export';
import {
  type ImportOrder,
  importNumbered,
  importsWhere,
  noteImport,
  putDownImport,
  rehearsedAt,
  requireNoneUnderWay,
  type StoredImport,
  told,
  undoableUntil,
} from './journal';
import { rehearseImport } from './rehearse';
import { undoneBy } from './undo';
import { partnerFor, requireStaff } from './whose';

const MOST_LISTED = 50;
/** Rows that a refusal names. */
const MOST_NAMED = 10;

/**
 * The routes of the admin's API below /imports/spreadsheet that rehearse an import, do it, tell of it and undo it, and that export.
 * Who acts for a partner imports for that one; staff says for which. To be called in `register()`.
 */
export function addSpreadsheetRoutes(strapi: Core.Strapi): void {
  addAdminRoutes(strapi, 'imports/spreadsheet', {
    'POST /rehearse': async (ctx): Promise<ImportReport> => {
      const { partner, workshops, publish = true } = rehearsalIn(await jsonOf(ctx));
      const whose = await partnerFor(strapi, ctx, partner);
      return reportOf(await rehearseImport(strapi, whose, workshops, publish));
    },
    'POST /': async (ctx) => ({ id: await begin(strapi, ctx) }),
    'GET /': async (ctx): Promise<ImportEntry[]> => {
      const { partner } = ctx.query as { partner?: unknown };
      const own = partnerUser(strapi) !== null || partner !== undefined;
      const where = own ? { partner: await partnerFor(strapi, ctx, partner) } : {};
      if (!own) requireStaff(ctx);
      const now = Date.now();
      const found = await importsWhere(strapi, where, MOST_LISTED);
      return Promise.all(found.map((run) => told(strapi, run, now)));
    },
    'GET /export': async (ctx) => {
      const { partner } = ctx.query as { partner?: unknown };
      const csv = await exportOf(strapi, await partnerFor(strapi, ctx, partner));
      ctx.set('Content-Type', 'text/csv; charset=utf-8');
      ctx.set('Content-Disposition', 'attachment; filename="workshops.csv"');
      return csv;
    },
    'GET /:id': async (ctx): Promise<ImportEntry> =>
      told(strapi, await requireImport(strapi, ctx), Date.now()),
    'POST /:id/undo': async (ctx) => undo(strapi, ctx),
  });
}

async function begin(strapi: Core.Strapi, ctx: RequestContext): Promise<number> {
  const { partner: named, workshops, publish, name } = importIn(await jsonOf(ctx));
  const partner = await partnerFor(strapi, ctx, named);
  const at = await rehearsedAt(strapi, partner);
  const steps = await rehearseImport(strapi, partner, workshops, publish);
  refuseRefused(steps);
  const { admin, name: who } = writerNow(strapi);
  return beginImport(strapi, { partner, name, admin: admin ?? 0, who, publish, source: 'import' }, steps, at);
}

/**
 * Puts down an import of what was rehearsed and isn't refused, all of it or nothing; it is done as soon as can be, and goes on
 * when the program ends meanwhile.
 * @param at when it was rehearsed: what `rehearsedAt` said before
 * @returns its id
 * @throws ValidationError while another import of the partner is under way, or when workshops were made since
 */
export async function beginImport(
  strapi: Core.Strapi,
  order: ImportOrder,
  steps: Step[],
  at: string,
): Promise<number> {
  const planned = steps
    .filter(({ report, ownId }) => report.fate !== 'same' || ownId !== null)
    .map(({ report: { fate, rows: sheetRows, title, documentId = null }, data, ownId }) => ({
      fate,
      rows: sheetRows,
      title,
      document: documentId,
      data,
      ownId,
    }));
  const id = (await strapi.db.transaction(async ({ trx }) => {
    await requireNoneUnderWay(strapi, order.partner, 'import this', trx);
    if ((await rehearsedAt(strapi, order.partner)) !== at)
      throw new errors.ValidationError(
        'Workshops were made meanwhile. Look at what becomes of these rows now, then import them.',
      );
    const stored = await putDownImport(strapi, order, planned, trx);
    await putDownStep(strapi, stored);
    return stored;
  })) as number;
  wakeJobs(strapi);
  return id;
}

/** @throws ValidationError when a row is refused: then none is imported */
function refuseRefused(steps: Step[]): void {
  const refused = steps.flatMap(({ report }, index) =>
    report.fate === 'refused' ? [{ report, index }] : [],
  );
  refuse(
    refused.slice(0, MOST_NAMED).flatMap(
      ({
        report: {
          rows: [row],
          problems,
        },
        index,
      }) =>
        problems.map(({ field, message }) => ({
          path: ['workshops', index, ...field.split('.')],
          message: `Row ${row}: ${message}`,
        })),
    ),
  );
}

/** @throws NotFoundError ForbiddenError */
async function requireImport(strapi: Core.Strapi, ctx: RequestContext): Promise<StoredImport> {
  const id = Number((ctx.params as { id: unknown }).id);
  const run = Number.isSafeInteger(id) && id > 0 && id < 2 ** 31 ? await importNumbered(strapi, id) : null;
  const user = partnerUser(strapi);
  if (!user) requireStaff(ctx);
  const isTheirs = !user || run?.partner === (await partnerOf(strapi, user.id));
  if (!run || !isTheirs) throw new errors.NotFoundError('There is no such import.');
  return run;
}

/** Begins to take an import back; says what will be, and what stays since somebody changed it. */
async function undo(strapi: Core.Strapi, ctx: RequestContext): Promise<Undone> {
  const run = await requireImport(strapi, ctx);
  const until = undoableUntil(run);
  if (until === null || until <= Date.now())
    throw new errors.ValidationError(
      until === null
        ? 'Only an import that is done can be undone.'
        : 'An import can be undone for 30 days, and these are over.',
    );
  const undone = await undoneBy(strapi, run);
  const { admin, name: undoWho } = writerNow(strapi);
  await strapi.db.transaction(async ({ trx }) => {
    await requireNoneUnderWay(strapi, run.partner, 'undo this one', trx);
    await noteImport(strapi, run.id, {
      state: 'undoing',
      position: 0,
      underWay: run.partner,
      undoAdmin: admin ?? 0,
      undoWho,
    });
    await putDownStep(strapi, run.id);
  });
  wakeJobs(strapi);
  return undone;
}
