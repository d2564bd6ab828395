import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { nameWorkshop, requireNoneUnderWay } from '../imports/spreadsheet/journal';
import { rehearseImport } from '../imports/spreadsheet/rehearse';
import type { Step } from '../rules/spreadsheet/plan';
import type { SheetWorkshop } from '../rules/spreadsheet/sheet';
import type { Entry } from '../schema/model';
import { PARTNER, WORKSHOP } from '../schema/uids';
import { refusingAtOnce } from '../strapi/at-once';
import { waitForTurn } from '../versions/store';
import { writingFor } from '../versions/writer';
import { type Caller, Unprocessable } from './door';

/** An import of the partner's is under way, which may be about the same workshops. */
export class ImportUnderWay extends Error {}

/** What becomes of one workshop by the importer's rules. @throws Unprocessable when it is refused */
export async function rehearseOne(
  strapi: Core.Strapi,
  { partner }: Caller,
  workshop: SheetWorkshop,
  publish: boolean,
): Promise<Step> {
  const [step] = await rehearseImport(strapi, partner.documentId, [workshop], publish);
  if (!step) throw new Error('A workshop was rehearsed, and nothing came of it.');
  if (step.report.fate === 'refused') throw new Unprocessable(step.report.problems);
  return step;
}

/** Whether a step has nothing to do. */
export const isNothing = ({ report, ownId }: Step): boolean => report.fate === 'same' && ownId === null;

/**
 * Does for one workshop what the importer says, as it is done by hand: in one transaction, all or nothing. Of two calls of a
 * partner's at a time the second waits, and finds what the first made. @returns what was done, and the workshop's documentId
 * @throws Unprocessable ImportUnderWay
 */
export async function saveOne(
  strapi: Core.Strapi,
  caller: Caller,
  workshop: SheetWorkshop,
  publish: boolean,
): Promise<{ step: Step; documentId: string }> {
  const { token, partner, who } = caller;
  const write = async (trx: Parameters<typeof waitForTurn>[2]) => {
    await waitForTurn(strapi, { uid: PARTNER, documentId: partner.documentId }, trx);
    await requireNoneUnderWay(strapi, partner.documentId, 'send this again', trx).catch((error: unknown) => {
      throw error instanceof errors.ValidationError ? new ImportUnderWay(error.message) : error;
    });
    const step = await rehearseOne(strapi, caller, workshop, publish);
    return { step, documentId: await carryOut(strapi, partner.documentId, step, publish) };
  };
  try {
    return (await writingFor({ admin: token.admin, name: who, source: 'api' }, () =>
      strapi.db.transaction(({ trx }) => write(trx)),
    )) as { step: Step; documentId: string };
  } catch (error) {
    throw error instanceof errors.ApplicationError ? unprocessable(error) : error;
  }
}

async function carryOut(
  strapi: Core.Strapi,
  partner: string,
  { report: { fate, documentId: before }, data, ownId }: Step,
  publish: boolean,
): Promise<string> {
  const documentId = await refusingAtOnce(strapi, [], async () => {
    if (before === undefined) return (await workshops(strapi).create({ data })).documentId;
    if (fate !== 'same') await workshops(strapi).update({ documentId: before, data });
    return before;
  });
  if (ownId) await nameWorkshop(strapi, { partner, own: ownId, document: documentId });
  if (publish && fate !== 'same')
    await refusingAtOnce(strapi, [], () => workshops(strapi).publish({ documentId }));
  return documentId;
}

const workshops = (strapi: Core.Strapi) =>
  strapi.documents(WORKSHOP) as unknown as {
    create(params: { data: Entry }): Promise<{ documentId: string }>;
    update(params: { documentId: string; data: Entry }): Promise<unknown>;
    publish(params: { documentId: string }): Promise<unknown>;
  };

/** What a rule refused as it was saved, of which the rehearsal knew nothing. */
function unprocessable(error: errors.ApplicationError): Unprocessable {
  const { errors: named } = (error.details ?? {}) as { errors?: { path: string[]; message: string }[] };
  return new Unprocessable(
    named?.map(({ path, message }) => ({ field: path.join('.'), message })) ?? [
      { field: '', message: error.message },
    ],
  );
}
