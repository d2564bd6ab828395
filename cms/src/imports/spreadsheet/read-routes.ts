import { readFile } from 'node:fs/promises';
import { dayInLastZone } from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import * as z from 'zod';
import { COLUMN_ROLES, type ColumnChoice, isOfName, withChoices } from '../../rules/spreadsheet/columns';
import { csvOf } from '../../rules/spreadsheet/export';
import { SHEET_LIMIT, tooLargeWords } from '../../rules/spreadsheet/limits';
import { TEMPLATE } from '../../rules/spreadsheet/template';
import { type ReadSheet, SheetError } from '../../rules/spreadsheet/understand';
import { addAdminRoutes } from '../../strapi/admin-routes';
import { type SentFile, withSentFiles } from '../../strapi/forms';
import type { RequestContext } from '../../strapi/respond';
import { columnChoices, rememberChoices } from './choices';
import { readSheetApart } from './reading';
import { partnerFor } from './whose';

/**
 * The routes of the admin's API below /imports/spreadsheet that read a spreadsheet and give an empty one. Nothing of a file is
 * kept but what was chosen for its columns, for its partner. To be called in `register()`.
 */
export function addReadingRoutes(strapi: Core.Strapi): void {
  addAdminRoutes(strapi, 'imports/spreadsheet', {
    'POST /read': (ctx) => withSentFiles(ctx, (files) => read(strapi, ctx, files)),
    'GET /template': async (ctx) => {
      ctx.set('Content-Type', 'text/csv; charset=utf-8');
      ctx.set('Content-Disposition', 'attachment; filename="workshops-template.csv"');
      return csvOf(TEMPLATE);
    },
  });
}

const settings = z.object({
  partner: z.string().max(100).optional(),
  sheet: z.string().max(200).optional(),
  headerRow: z.coerce.number().int().min(0).max(10_000).optional(),
});

const columns = z
  .array(
    z.object({
      key: z.string().max(300),
      field: z.enum(COLUMN_ROLES).nullable(),
      session: z.int().min(1).max(30).optional(),
    }),
  )
  .max(200);

async function read(
  strapi: Core.Strapi,
  ctx: RequestContext,
  { file = [] }: Record<string, SentFile[]>,
): Promise<ReadSheet> {
  const body = (ctx.request.body ?? {}) as Record<string, unknown>;
  const partner = await partnerFor(strapi, ctx, body.partner);
  const { data } = settings.safeParse(body);
  if (!data) throw new errors.ValidationError('Choose a sheet and a row that there are.');
  const [chosen, ...others] = file;
  if (!chosen || others.length > 0) throw new errors.ValidationError('Choose one spreadsheet.');
  const name = chosen.originalFilename ?? '';
  if (chosen.size > SHEET_LIMIT) throw new errors.PayloadTooLargeError(tooLargeWords(name, chosen.size));
  const mapping = mappingIn(body.mapping);
  if (mapping.some(isOfName)) await rememberChoices(strapi, partner, mapping);
  try {
    return await readSheetApart({
      name,
      bytes: await readFile(chosen.filepath),
      sheet: data.sheet,
      headerRow: data.headerRow,
      columns: withChoices(await columnChoices(strapi, partner), mapping),
      today: dayInLastZone(new Date()),
    });
  } catch (error) {
    throw error instanceof SheetError ? new errors.ValidationError(error.message) : error;
  }
}

/** What was chosen for columns, as far as it can be. @throws ValidationError */
function mappingIn(text: unknown): ColumnChoice[] {
  if (text === undefined) return [];
  const { data } = columns.safeParse(parsed(String(text)));
  if (!data) throw new errors.ValidationError('What was chosen for the columns can’t be read: choose again.');
  return data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
