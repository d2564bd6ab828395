/** The values of Strapi’s edit form, or of a part of it. */
export type Values = Record<string, unknown>;

/** A field that two people changed, each to something else. */
export interface Touching {
  /** Where it is in the form that came of both: “sections.2.heading”. */
  path: string;
  mine: unknown;
  theirs: unknown;
}

export interface Merged {
  values: Values;
  /** Where the form has mine, and theirs is something else. */
  touching: Touching[];
}

/** A form with theirs in place of mine where both changed something. */
export function withTheirs(values: Values, touching: Touching[]): Values {
  const result = structuredClone(values);
  // The last first: what goes moves up what stands behind it.
  for (const { path, theirs } of [...touching].reverse()) {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    const holder = steps.reduce<Values | undefined>(
      (held, step) => held?.[step] as Values | undefined,
      result,
    );
    if (Array.isArray(holder) && theirs === undefined) holder.splice(Number(last), 1);
    else if (holder) holder[last] = theirs;
  }
  return result;
}

/** What Strapi’s form adds to the parts of a list, and draws each by: with another key, a part is drawn anew and loses the caret. */
export const KEY = '__temp_key__';

export type Part = Values & { id?: number; __component?: string };
type Result = { value: unknown; touching: Touching[] };

/**
 * Puts what two people wrote from one beginning together, field by field: what only one of them changed is as that one wants
 * it, what both changed is mine, and named. Parts of lists, as sections are, are told apart by their ids. Strapi refuses ids
 * that are gone, so what the others threw away and I changed comes without.
 */
export function merge(base: Values, mine: Values, theirs: Values): Merged {
  const { value, touching } = mergeFields(base, mine, theirs, []);
  return { values: value as Values, touching };
}

function mergeFields(base: Values, mine: Values, theirs: Values, path: string[]): Result {
  const value: Values = {};
  const touching: Touching[] = [];
  for (const name of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const merged = isIdentity(name)
      ? { value: theirs[name], touching: [] }
      : mergeValue(base[name], mine[name], theirs[name], [...path, name]);
    if (merged.value !== undefined) value[name] = merged.value;
    touching.push(...merged.touching);
  }
  return { value, touching };
}

const isIdentity = (name: string): boolean => name === 'id' || name === KEY || name === 'revision';

function mergeValue(base: unknown, mine: unknown, theirs: unknown, path: string[]): Result {
  if (isSame(base, mine) || isSame(mine, theirs)) return { value: theirs, touching: [] };
  if (isParts(base) && isParts(mine) && isParts(theirs)) {
    const merged = mergeParts(base, mine, theirs, path);
    if (merged) return merged;
  } else if (isPart(base) && isPart(mine) && isPart(theirs)) return mergeFields(base, mine, theirs, path);
  if (isSame(base, theirs)) return { value: mine, touching: [] };
  return { value: withoutIds(mine), touching: [{ path: path.join('.'), mine, theirs }] };
}

/** Null when nothing says which parts are which. */
function mergeParts(base: Part[], mine: Part[], theirs: Part[], path: string[]): Result | null {
  const sameParts = isSame(base, theirs) || samePlaces(base, theirs);
  const known = new Map(base.map((part, index) => [keyOf(part), sameParts ? theirs[index] : undefined]));
  const theirPart = (part: Part): Part | undefined =>
    known.get(keyOf(part)) ?? theirs.find((each) => part.id !== undefined && keyOf(each) === keyOf(part));
  const basePart = (part: Part): Part | undefined => base.find((each) => keyOf(each) === keyOf(part));
  if (base.length > 0 && theirs.length > 0 && !base.some(theirPart)) return null;

  const order = (parts: Part[]): string => JSON.stringify(parts.map(keyOf));
  const skeleton = sameParts || order(base) === order(theirs) ? mine : theirOrder(base, mine, theirs);
  const parts: Part[] = [];
  const touching: Touching[] = [];
  const taken = new Set<unknown>(theirs.map((part) => part[KEY]));
  for (const part of skeleton) {
    const their = theirs.includes(part) ? part : theirPart(part);
    const my = mine.find((each) => each === part || (each.id !== undefined && keyOf(each) === keyOf(part)));
    const origin = basePart(part);
    const here = [...path, String(parts.length)];
    if (!their) {
      if (origin && my) touching.push({ path: here.join('.'), mine: my, theirs: undefined });
      const key = taken.has(part[KEY]) ? freeKey(taken) : part[KEY];
      taken.add(key);
      parts.push({ ...(withoutIds(part) as Part), [KEY]: key });
    } else if (my && origin) {
      const merged = mergeFields(origin, my, their, here);
      parts.push(merged.value as Part);
      touching.push(...merged.touching);
    } else parts.push(their);
  }
  return { value: parts, touching };
}

/** Their order, with what I added after the part it stood behind, and without what one of us threw away and the other left alone. */
function theirOrder(base: Part[], mine: Part[], theirs: Part[]): Part[] {
  const has = (parts: Part[], part: Part): boolean =>
    part.id !== undefined && parts.some((each) => keyOf(each) === keyOf(part));
  const origin = (part: Part): Part | undefined => base.find((each) => keyOf(each) === keyOf(part));
  const result = theirs.filter((part) => has(mine, part) || !has(base, part) || !isSame(origin(part), part));
  let before = -1;
  for (const part of mine) {
    const at = part.id === undefined ? -1 : result.findIndex((each) => keyOf(each) === keyOf(part));
    if (at >= 0) before = at;
    else if (!has(base, part) || (!has(theirs, part) && !isSame(origin(part), part)))
      result.splice(++before, 0, part);
  }
  return result;
}

const keyOf = ({ __component = '', id, [KEY]: key }: Part): string => `${__component} ${id ?? `new ${key}`}`;

export const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether one list is another as it was stored: the same parts in the same places, of which some have got their ids. */
export const samePlaces = (before: Part[], stored: Part[]): boolean =>
  before.length === stored.length &&
  before.every(({ id, __component }, index) => {
    const part = stored[index];
    return part?.__component === __component && (id === undefined || part?.id === id);
  });

export const isParts = (value: unknown): value is Part[] =>
  Array.isArray(value) && value.every((part) => isObject(part) && KEY in part);

/** A component; neither a file nor what a relation field holds. */
const isPart = (value: unknown): value is Part =>
  isObject(value) && !('mime' in value) && !('connect' in value) && !('disconnect' in value);

/** Whether two values say the same, whichever rows they are stored in. */
export const isSame = (a: unknown, b: unknown): boolean => comparable(a) === comparable(b);

const comparable = (value: unknown): string => JSON.stringify(sorted(withoutIds(value)) ?? null);

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .filter(
        (name) => name !== KEY && name !== 'revision' && value[name] !== undefined && value[name] !== null,
      )
      .sort()
      .map((name) => [name, sorted(value[name])]),
  );
};

/** The value without the ids of components; files and what relation fields hold keep theirs. */
function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (!isPart(value) || 'documentId' in value) return value;
  const { id: _, ...rest } = value;
  return Object.fromEntries(Object.entries(rest).map(([name, held]) => [name, withoutIds(held)]));
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A key that no other part has. Strapi makes later ones of it, so it is one of those of the library `fractional-indexing`. */
function freeKey(taken: ReadonlySet<unknown>): string {
  for (const first of DIGITS) if (!taken.has(`a${first}`)) return `a${first}`;
  for (const first of DIGITS)
    for (const second of DIGITS) if (!taken.has(`b${first}${second}`)) return `b${first}${second}`;
  throw new Error('There are more parts in a list than Strapi lets there be.');
}
