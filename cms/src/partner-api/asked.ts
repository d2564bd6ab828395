import * as z from 'zod';
import type { ApiProblem } from '../rules/partner-api/answers';
import { LARGEST_PAGE, MOST_SENT, USUAL_PAGE } from '../rules/partner-api/answers';
import { apiId, workshopGiven } from '../rules/partner-api/workshop';
import { asSeen } from '../rules/typed';
import type { GetModel } from '../schema/model';
import type { RequestContext } from '../strapi/respond';
import { Unprocessable } from './door';

const onOrOff = (otherwise: boolean, words: string) =>
  z
    .enum(['true', 'false'], { error: 'Say true or false.' })
    .default(otherwise ? 'true' : 'false')
    .transform((text) => text === 'true')
    .describe(words);

const wholeNumber = (most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, { error: 'Give a whole number.' })
    .transform(Number)
    .pipe(
      z
        .int()
        .min(1, { error: 'Begin with 1.' })
        .max(most, { error: `Give ${most} at most.` }),
    );

export const writeOptions = {
  dryRun: onOrOff(false, 'true only says what would become of it.'),
  publish: onOrOff(
    true,
    'false makes drafts of what is new or changes: visitors see them once somebody publishes them.',
  ),
};
export const pageOptions = {
  page: wholeNumber(100_000).default(1).describe('From 1 on.'),
  pageSize: wholeNumber(LARGEST_PAGE).default(USUAL_PAGE).describe(`At most ${LARGEST_PAGE}.`),
};
export const sheetOptions = {
  ...writeOptions,
  name: z
    .string()
    .trim()
    .min(1)
    .max(200, { error: 'The name has room for 200 letters.' })
    .default('Workshops')
    .describe('The file’s name.'),
  sheet: z
    .string()
    .max(200)
    .optional()
    .describe('Of a workbook: the name of the sheet that is meant; else that with the most workshops.'),
  partner: z
    .string()
    .max(200)
    .optional()
    .describe('The partner’s web address (“far-west”), to be sure of the right token: any other is refused.'),
};

/** What many are sent as. */
export const manyGiven = (getModel: GetModel) =>
  z.strictObject(
    {
      workshops: z
        .array(workshopGiven(getModel).extend({ id: apiId }), { error: 'Send a list of workshops.' })
        .min(1, { error: 'Send a workshop at least.' })
        .max(MOST_SENT, { error: `Send ${MOST_SENT} workshops at most, and the others after them.` }),
    },
    { error: 'Send an object with a list of workshops.' },
  );

/** What was sent, if it has the shape. @throws Unprocessable naming each field that is wrong */
export function inShape<Schema extends z.ZodType>(schema: Schema, sent: unknown): z.output<Schema> {
  const { data, error } = schema.safeParse(sent);
  if (error) throw new Unprocessable(error.issues.flatMap(problemsOf));
  return data;
}

/** The query of a request. @throws Unprocessable naming each parameter that is wrong or none of these */
export function queryOf<Shape extends z.ZodRawShape>(
  ctx: RequestContext,
  shape: Shape,
): z.output<z.ZodObject<Shape>> {
  const given = new URLSearchParams(ctx.querystring);
  return inShape(z.strictObject(shape), Object.fromEntries(given)) as z.output<z.ZodObject<Shape>>;
}

const LONGEST_KEY = 60;

function problemsOf(issue: z.core.$ZodIssue): ApiProblem[] {
  const field = issue.path.join('.');
  if (issue.code !== 'unrecognized_keys') return [{ field, message: issue.message }];
  return issue.keys.map((key) => {
    const name = key.slice(0, LONGEST_KEY);
    return { field: [...issue.path, name].join('.'), message: `“${name}” is not part of this.` };
  });
}

/** The id in an address, as the importer reads ids. @throws Unprocessable */
export function idOf(ctx: RequestContext): string {
  // The router takes what it can't decode as it stands.
  if (!isDecodable(ctx.path))
    throw new Unprocessable([
      { field: 'id', message: 'Write the id into the address in UTF-8, percent-encoded.' },
    ]);
  const id = asSeen(String((ctx.params as { id: unknown }).id));
  const { error } = apiId.safeParse(id);
  if (error) throw new Unprocessable(error.issues.map(({ message }) => ({ field: 'id', message })));
  return id;
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
