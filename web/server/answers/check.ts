import { createHash } from 'node:crypto';
import type { AnswerAddress, Page } from '@deep-dive/shared-types';
import { Ajv, type ValidateFunction } from 'ajv';
import * as z from 'zod';
import schemas from './schemas.json' with { type: 'json' };
import { problemWithTile, TILE_TYPE } from './tile';

/** What an answer is to be: JSON in the shape of an address, or a tile of the map. */
export type AnswerKind = AnswerAddress | 'tile';

/** An answer as it came. */
export interface RawAnswer {
  status: number;
  contentType: string;
  body: Buffer;
  /** What it depends on, as the CMS says with every answer of its own. */
  tags: string[];
}

/** What is wrong with an answer, in words for the operator. */
export interface Flaw {
  problem: string;
  /** Of a page: what is left of it without the sections that are not in their shape. It will do where there is nothing better. */
  remainder?: Buffer;
}

/** Changes with the shape of any answer. */
export const SHAPES_VERSION = createHash('sha256').update(JSON.stringify(schemas)).digest('hex').slice(0, 16);

const JSON_TYPE = /^application\/(.+\+)?json\b/;
const ROOT = 'answers';
const ajv = new Ajv({
  strict: false,
  formats: { 'date-time': isInstant, 'time-zone': isTimeZone },
}).addSchema(schemas, ROOT);

/**
 * Looks whether an answer is what it should be: of the right type, whole, and in the shape that shared-types gives it;
 * or a refusal (404, 400) in the words of the CMS itself, as a proxy or another program before it would not say it. An empty
 * list is in the shape of every list, so it counts only with the CMS's tags.
 * Fields nobody knows and sections this build can't show are fine: the CMS may be a version ahead.
 */
export function flawIn(kind: AnswerKind, { status, contentType, body, tags }: RawAnswer): Flaw | undefined {
  if (status !== 200)
    return isRefusal(status, contentType, body)
      ? undefined
      : { problem: `it is no ${status} of the CMS’s own` };
  if (!typeOf(kind).test(contentType)) return { problem: `its type is ${contentType || 'not said'}` };
  if (kind === 'tile') {
    const problem = problemWithTile(body);
    return problem === undefined ? undefined : { problem };
  }
  const json = parse(body);
  if (json === undefined) return { problem: `its ${body.length} bytes are no JSON` };
  if (Array.isArray(json) && json.length === 0 && tags.length === 0)
    return { problem: 'an empty list could be anybody’s, and this one has no Cache-Tag' };
  const problem = problemWith(validator(`Answers/properties/${pointer(kind)}`), json);
  if (problem === undefined) return undefined;
  return { problem, remainder: kind === '/api/pages/:slug' ? withoutFlawedSections(json) : undefined };
}

function typeOf(kind: AnswerKind): RegExp {
  return kind === 'tile' ? TILE_TYPE : JSON_TYPE;
}

const refusal = z.object({
  data: z.null(),
  error: z.object({ status: z.number(), name: z.string(), message: z.string() }),
});

/**
 * Whether a 400 or 404 is the CMS's own, and not of something that stands before it or in its place. The shape is that of
 * `formatApplicationError` and `formatHttpError` in @strapi/core.
 */
export function isRefusal(status: number, contentType: string, body: Buffer): boolean {
  if (!JSON_TYPE.test(contentType)) return false;
  const error = refusal.safeParse(parse(body)).data?.error;
  return error?.status === status && (status === 400 || (status === 404 && error.name === 'NotFoundError'));
}

function withoutFlawedSections(json: unknown): Buffer | undefined {
  const { sections } = (json ?? {}) as Partial<Page>;
  if (!Array.isArray(sections)) return undefined;
  const isSound = validator('Section');
  const page = { ...(json as Page), sections: sections.filter((section) => isSound(section)) };
  return validator('Page')(page) ? Buffer.from(JSON.stringify(page)) : undefined;
}

function validator(definition: string): ValidateFunction {
  const found = ajv.getSchema(`${ROOT}#/definitions/${definition}`);
  if (!found) throw new Error(`${definition} is not in schemas.json: run \`npm run generate\``);
  return found as ValidateFunction;
}

/** The first thing that is wrong with a value, and where ("/sections/0/heading must be string"). */
function problemWith(validate: ValidateFunction, value: unknown): string | undefined {
  if (validate(value)) return undefined;
  const { instancePath = '', message = 'is wrong' } = validate.errors?.[0] ?? {};
  return `${instancePath || 'it'} ${message}`;
}

/** A key as a JSON pointer in a URL fragment has it. */
function pointer(key: string): string {
  return encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text));
}

const timeZones = new Map<string, boolean>();
/** Making a formatter is slow, and there are a few hundred zones. */
const MOST_TIME_ZONES = 1_000;

function isTimeZone(name: string): boolean {
  let isKnown = timeZones.get(name);
  if (isKnown === undefined) {
    isKnown = canFormatIn(name);
    if (timeZones.size < MOST_TIME_ZONES) timeZones.set(name, isKnown);
  }
  return isKnown;
}

function canFormatIn(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}
