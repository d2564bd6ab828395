import * as z from 'zod';
import type { Problem } from '../../rules/problem';
import { LONGEST_CELL, MOST_ROWS, MOST_WORKSHOP_ROWS } from '../../rules/spreadsheet/limits';
import { SHEET_FIELDS, type SheetWorkshop } from '../../rules/spreadsheet/sheet';
import { refuse } from '../../strapi/refuse';

const cell = z.string().max(LONGEST_CELL);

// Whatever a sheet can hold is let in: a row that says too much is refused by the rules, and shown, with all the others.
const workshop = z.strictObject({
  rows: z.array(z.int().min(1).max(10_000_000)).min(1).max(MOST_ROWS),
  values: z.strictObject(Object.fromEntries(SHEET_FIELDS.map((field) => [field, cell.optional()]))),
  sessions: z.array(z.strictObject({ date: cell, startTime: cell, endTime: cell })).optional(),
});

const workshops = z.array(workshop).min(1).max(MOST_WORKSHOP_ROWS);
const partner = z.string().max(100).optional();

const rehearsal = z.strictObject({ partner, workshops, publish: z.boolean().optional() });
const order = z.strictObject({
  partner,
  workshops,
  publish: z.boolean(),
  name: z.string().trim().min(1).max(200),
});

/** What is sent to have an import rehearsed. */
export interface RehearsalBody {
  partner?: string;
  workshops: SheetWorkshop[];
  publish?: boolean;
}

/** What is sent to have it done. */
export interface ImportBody extends RehearsalBody {
  publish: boolean;
  name: string;
}

/** @throws ValidationError naming each key that is wrong */
export const rehearsalIn = (body: unknown): RehearsalBody => parsed(rehearsal, body) as RehearsalBody;

/** @throws ValidationError naming each key that is wrong */
export const importIn = (body: unknown): ImportBody => parsed(order, body) as ImportBody;

const MOST_TOLD = 20;

function parsed(schema: z.ZodType, body: unknown): unknown {
  const { data, error } = schema.safeParse(body ?? {});
  const problems = (error?.issues ?? []).slice(0, MOST_TOLD).map(({ path, message }): Problem => {
    const place = path.map((key) => (typeof key === 'number' ? key : String(key)));
    return { path: place, message: `${place.join('.') || 'What you sent'}: ${message}.` };
  });
  refuse(problems);
  return data;
}
