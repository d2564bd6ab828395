import * as z from 'zod';
import type { GetModel } from '../../schema/model';
import type { ImportEntry } from '../spreadsheet/imports';
import type { Fate } from '../spreadsheet/sheet';
import { apiId, workshopTold } from './workshop';

/** How many workshops can be sent at once; a sheet may have more. */
export const MOST_SENT = 500;
/** How many are told on one page. */
export const LARGEST_PAGE = 100;
export const USUAL_PAGE = 50;

/** What became of a workshop, or would. */
export const OUTCOMES = ['created', 'changed', 'cancelled', 'unchanged', 'refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];

const OUTCOME_OF: Record<Fate, Outcome> = {
  create: 'created',
  change: 'changed',
  cancel: 'cancelled',
  same: 'unchanged',
  refused: 'refused',
};
export const outcomeOf = (fate: Fate): Outcome => OUTCOME_OF[fate];

const words = z.array(z.string());
const outcome = z.enum(OUTCOMES).describe('What became of it; with dryRun, what would.');
const changes = words.describe('What changes, in words.');
const remarks = words.describe('Worth a second look, and no reason to refuse.');
const address = z.string().nullable().describe('Where visitors find it; null while they don’t.');

/** What is wrong with one field. */
const problem = z.strictObject({
  field: z.string().describe('Such as "zip" or "sessions.0.date".'),
  message: z.string(),
  row: z.int().optional().describe('The row of the sheet, or the place in the list, from 1 on.'),
  cell: z.string().optional().describe('The cell of the sheet: "C7", where one can be named.'),
  column: z.string().optional().describe('What the sheet calls its column.'),
});
export type ApiProblem = z.output<typeof problem>;

/** The body of what is not a success. */
export const failure = z.looseObject({
  error: z.looseObject({
    status: z.int(),
    name: z.string(),
    message: z.string(),
    details: z.looseObject({ errors: z.array(problem).optional() }),
  }),
});

const STATES = [
  'writing',
  'publishing',
  'done',
  'turning-back',
  'refused',
  'undoing',
  'undone',
] as const satisfies ImportEntry['state'][];

/** How an import of many stands. */
export const importTold = z.strictObject({
  id: z.int(),
  name: z.string(),
  state: z
    .enum(STATES)
    .describe('"done" is the end, and "refused" with nothing changed; the others go on by themselves.'),
  done: z.int().describe('Steps done.'),
  total: z.int(),
  reason: z.string().nullable().describe('Why it was refused.'),
});
export type ImportTold = z.output<typeof importTold>;

/** What many at once come to. */
export const manyTold = z.strictObject({
  dryRun: z.boolean(),
  partner: z.strictObject({ name: z.string(), slug: z.string() }),
  sheet: z
    .strictObject({
      name: z.string(),
      said: words.describe('How the sheet was understood.'),
      columns: z.array(
        z.strictObject({ letter: z.string(), name: z.string(), field: z.string().nullable() }),
      ),
    })
    .nullable()
    .describe('Of a spreadsheet: how it was understood.'),
  counts: z.strictObject(
    Object.fromEntries(OUTCOMES.map((each) => [each, z.int()])) as Record<Outcome, z.ZodInt>,
  ),
  workshops: z.array(
    z.strictObject({
      id: z.string().nullable(),
      rows: z.array(z.int()).describe('Rows of the sheet, or the place in the list, from 1 on.'),
      outcome,
      title: z.string(),
      changes,
      remarks,
      problems: z.array(problem),
    }),
  ),
  import: importTold.nullable().describe('Null with dryRun, and when nothing was to be done.'),
});
export type ManyTold = z.output<typeof manyTold>;

/** The answers about single workshops. */
export function workshopAnswers(getModel: GetModel) {
  const workshop = workshopTold(getModel);
  const one = z.strictObject({
    id: apiId,
    published: z.boolean().describe('Whether visitors see it.'),
    address,
    workshop,
  });
  return {
    one,
    saved: z.strictObject({
      id: apiId,
      outcome,
      dryRun: z.boolean(),
      changes,
      remarks,
      published: z.boolean().nullable(),
      address,
      workshop: workshop.nullable().describe('As it is now; null with dryRun.'),
    }),
    list: z.strictObject({
      workshops: z.array(one),
      pagination: z.strictObject({ page: z.int(), pageSize: z.int(), pageCount: z.int(), total: z.int() }),
    }),
  };
}
