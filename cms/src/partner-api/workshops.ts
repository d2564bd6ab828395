import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { outcomeOf } from '../rules/partner-api/answers';
import { asSheetWorkshop, type WorkshopGiven, workshopGiven } from '../rules/partner-api/workshop';
import { modelsOf } from '../strapi/documents';
import type { RequestContext } from '../strapi/respond';
import { bodyOf } from '../wire/site-door';
import { idOf, inShape, pageOptions, queryOf, writeOptions } from './asked';
import { type Answer, type Caller, orUnprocessable } from './door';
import { ImportUnderWay, isNothing, rehearseOne, saveOne } from './save';
import { documentNamed, pageOf, toldOf } from './told';

/** How large one workshop may be as JSON, in bytes. */
const MOST_BYTES = 256_000;
/** Seconds after which a call may be tried again while an import is under way. */
const TRY_AGAIN = 10;

/** What is answered about single workshops, by route. */
export const workshopRoutes = (strapi: Core.Strapi): Record<string, Answer> => ({
  'GET /workshops': orUnprocessable(async (ctx, { partner }) => {
    const { page, pageSize } = queryOf(ctx, pageOptions);
    const { told, total } = await pageOf(strapi, partner.documentId, { page, pageSize });
    return {
      workshops: told,
      pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total },
    };
  }),
  'GET /workshops/:id': orUnprocessable(async (ctx, { partner }) => {
    queryOf(ctx, {});
    return requireTold(strapi, partner.documentId, await requireNamed(strapi, partner.documentId, idOf(ctx)));
  }),
  'PUT /workshops/:id': orUnprocessable(async (ctx, caller) => {
    const { dryRun, publish } = queryOf(ctx, writeOptions);
    const id = idOf(ctx);
    const sent = inShape(workshopGiven(modelsOf(strapi)), await bodyOf(ctx, MOST_BYTES));
    return change(strapi, ctx, caller, { id, sent, publish, dryRun });
  }),
  'DELETE /workshops/:id': orUnprocessable(async (ctx, caller) => {
    const { dryRun } = queryOf(ctx, { dryRun: writeOptions.dryRun });
    const id = idOf(ctx);
    const { documentId } = caller.partner;
    const { published } = await requireTold(strapi, documentId, await requireNamed(strapi, documentId, id));
    // What visitors never saw is called off as quietly.
    return change(strapi, ctx, caller, { id, sent: { status: 'cancelled' }, publish: published, dryRun });
  }),
});

const noSuch = () => new errors.NotFoundError('You have no workshop with this id.');

async function requireNamed(strapi: Core.Strapi, partner: string, id: string): Promise<string> {
  const documentId = await documentNamed(strapi, partner, id);
  if (documentId === null) throw noSuch();
  return documentId;
}

async function requireTold(strapi: Core.Strapi, partner: string, documentId: string) {
  const [told] = await toldOf(strapi, partner, [documentId]);
  if (!told) throw noSuch();
  return told;
}

interface Change {
  id: string;
  sent: WorkshopGiven;
  publish: boolean;
  dryRun: boolean;
}

async function change(
  strapi: Core.Strapi,
  ctx: RequestContext,
  caller: Caller,
  { id, sent, publish, dryRun }: Change,
): Promise<unknown> {
  const workshop = asSheetWorkshop(id, 1, sent);
  const rehearsed = await rehearseOne(strapi, caller, workshop, publish);
  const said = ({ report: { fate, changes, remarks } }: typeof rehearsed) => ({
    outcome: outcomeOf(fate),
    dryRun,
    changes,
    remarks,
  });
  if (dryRun) return { id, ...said(rehearsed), published: null, address: null, workshop: null };
  const { documentId: own } = caller.partner;
  if (isNothing(rehearsed))
    return { ...said(rehearsed), ...(await requireTold(strapi, own, rehearsed.report.documentId ?? '')) };
  try {
    const { step, documentId } = await saveOne(strapi, caller, workshop, publish);
    if (step.report.fate === 'create') ctx.status = 201;
    return { ...said(step), ...(await requireTold(strapi, own, documentId)) };
  } catch (error) {
    if (error instanceof ImportUnderWay) conflict(ctx, error.message);
    throw error;
  }
}

/** Answers that it can't be now, and when to try again. */
export function conflict(ctx: RequestContext, words: string): never {
  ctx.set('Retry-After', String(TRY_AGAIN));
  ctx.throw(409, words);
}
