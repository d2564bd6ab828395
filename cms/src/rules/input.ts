import type { Attribute, Entry, GetModel } from '../schema/model';
import type { Problem } from './problem';
import { numberInWords, rangeProblem, readDate, readNumber, readTime } from './typed';
import { canBeDialled, runsCode } from './urls';

/** What PostgreSQL holds of a short text: SQLite would take more, and an entry must be the same on both. */
export const SHORT_TEXT = 255;
const LARGEST_INTEGER = 2_147_483_647;
const LARGEST_BIG_INTEGER = 9_223_372_036_854_775_807n;
const LARGEST_DECIMAL = 100_000_000;

type Path = Problem['path'];

/** What is wrong with one value, in words that follow the field's name; null when nothing is. */
type Check = (value: unknown, attribute: Attribute) => string | null;

const unless = (fits: boolean, problem: string): string | null => (fits ? null : problem);

const isObject = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNumeric = (value: unknown): boolean =>
  (typeof value === 'number' && Number.isFinite(value)) ||
  (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));

const isRowId = (value: unknown): boolean =>
  isNumeric(value) &&
  Number.isInteger(Number(value)) &&
  Number(value) > 0 &&
  Number(value) <= LARGEST_INTEGER;

const isDate = (text: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** What is wrong with a text that is to be more than text. */
const HELD: Record<string, (text: string) => string | null> = {
  address: (url) =>
    unless(!runsCode(url), 'can’t lead to a script. Write an address that begins with https://.'),
  telephone: (number) =>
    unless(canBeDialled(number), 'can’t be dialled. Write it with its area code: (303) 555-0100.'),
};

const text =
  (room?: number): Check =>
  (value, { columnType, maxLength, regex, pluginOptions }) => {
    if (typeof value !== 'string') return 'must be text.';
    const most = Math.min(maxLength ?? Infinity, (columnType?.type !== 'text' && room) || Infinity);
    const { length } = [...value];
    if (length > most)
      return `is too long: it has room for ${numberInWords(most)} letters, and this has ${numberInWords(length)}.`;
    if (regex && value !== '' && !new RegExp(regex).test(value))
      return pluginOptions?.form?.pattern ?? 'is not written as it must be.';
    return value === '' ? null : (HELD[pluginOptions?.form?.holds ?? '']?.(value) ?? null);
  };

const longText = text();
const shortText = text(SHORT_TEXT);

/** Strapi's own pattern for them (createAttributeSchema in its content manager). */
const webAddress: Check = (value, attribute) =>
  shortText(value, attribute) ??
  unless(/^[\w.~-]*$/.test(String(value)), 'can hold letters, digits and hyphens, and nothing else.');

const email: Check = (value, attribute) =>
  shortText(value, attribute) ??
  unless(
    /^([^\s@]+@[^\s@]+\.[^\s@.]+)?$/.test(String(value)),
    'must be an e-mail address, as in pat@example.org.',
  );

const choice: Check = (value, { enum: choices }) =>
  unless(
    !choices || choices.includes(value as string),
    `must be one of ${(choices ?? []).slice(0, 12).join(', ')}${(choices ?? []).length > 12 ? ', …' : ''}.`,
  );

const integer: Check = (value) =>
  unless(
    isNumeric(value) && Number.isInteger(Number(value)) && Math.abs(Number(value)) <= LARGEST_INTEGER,
    'must be a whole number that is not too large.',
  );

const bigInteger: Check = (value) => {
  const isWhole = Number.isSafeInteger(value) || (typeof value === 'string' && /^-?\d{1,19}$/.test(value));
  if (!isWhole) return 'must be a whole number.';
  const size = BigInt(value as string | number);
  return unless(
    size <= LARGEST_BIG_INTEGER && size >= -LARGEST_BIG_INTEGER,
    'must be a smaller whole number.',
  );
};

const decimal: Check = (value) =>
  unless(
    isNumeric(value) && Math.abs(Number(value)) < LARGEST_DECIMAL - 1,
    'must be a number that is not too large.',
  );

const boolean: Check = (value) => unless(typeof value === 'boolean', 'must be true or false.');

const date: Check = (value) =>
  unless(typeof value === 'string' && isDate(value), 'must be a date, as in 2027-03-06.');

const time: Check = (value) =>
  unless(
    typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?$/.test(value),
    'must be a time of day, as in 09:00:00.',
  );

const datetime: Check = (value) =>
  unless(
    // Without the T the engine guesses: it takes “2027-03-06 3” for three at night.
    typeof value === 'string' &&
      isDate(value.slice(0, 10)) &&
      value[10] === 'T' &&
      !Number.isNaN(Date.parse(value)),
    'must be a date and time, as in 2027-03-06T17:00:00.000Z.',
  );

const blocks: Check = (value) =>
  unless(Array.isArray(value) && value.every(isObject), 'must be a list of paragraphs.');

const media: Check = (value) => {
  const isFile = (file: unknown): boolean => isRowId(isObject(file) ? file.id : file);
  return unless(
    Array.isArray(value) ? value.every(isFile) : isFile(value),
    'must be files of the media library.',
  );
};

/** Strapi knows several ways of naming what a relation leads to. */
const relation: Check = (value) => {
  const isLink = (link: unknown): boolean => {
    if (typeof link === 'string') return link.length <= SHORT_TEXT;
    if (!isObject(link)) return isRowId(link);
    return link.documentId === undefined || link.documentId === null
      ? isRowId(link.id)
      : typeof link.documentId === 'string' && (link.id === undefined || isRowId(link.id));
  };
  const isList = (links: unknown): boolean =>
    links === undefined || links === null || (Array.isArray(links) ? links.every(isLink) : isLink(links));
  const isChange = isObject(value) && ['connect', 'disconnect', 'set'].some((key) => key in value);
  return unless(
    isChange ? [value.connect, value.disconnect, value.set].every(isList) : isList(value),
    'must name entries that there are.',
  );
};

const CHECKS: Record<string, Check> = {
  string: shortText,
  email,
  uid: webAddress,
  enumeration: choice,
  password: shortText,
  text: longText,
  richtext: longText,
  integer,
  biginteger: bigInteger,
  decimal,
  float: (value) => unless(isNumeric(value), 'must be a number.'),
  boolean,
  date,
  time,
  datetime,
  timestamp: datetime,
  blocks,
  media,
  relation,
};

/** Why people's writing can't be read, for what the admin's fields send as it was typed. */
const WRITTEN: Record<string, (text: string) => string | null> = {
  date: (text) => readDate(text, '2000-01-01').problem,
  time: (text) => readTime(text).problem,
  datetime: (text) => `We can’t read “${text.slice(0, 40)}” as a date and a time. Give both.`,
  integer: (text) => readNumber(text, { whole: true }).problem,
  biginteger: (text) => readNumber(text, { whole: true }).problem,
  decimal: (text) => readNumber(text).problem,
  float: (text) => readNumber(text).problem,
};

const NUMBERS = new Set(['integer', 'biginteger', 'decimal', 'float']);

/**
 * What of an entry's input no field can hold: values of another kind than the field's, and those too long or too large for
 * the database or the field. Whether a value makes sense is for the other rules. Fields that are missing or null are fine.
 */
export function inputProblems(uid: string, data: Entry, getModel: GetModel, path: Path = []): Problem[] {
  return Object.entries(getModel(uid).attributes).flatMap(([name, attribute]) =>
    valueProblems(data[name], attribute, getModel, [...path, name]),
  );
}

function valueProblems(value: unknown, attribute: Attribute, getModel: GetModel, path: Path): Problem[] {
  if (value === null || value === undefined) return [];
  if (attribute.type === 'component') return componentProblems(value, attribute, getModel, path);
  if (attribute.type === 'dynamiczone') return sectionProblems(value, attribute, getModel, path);
  const name = nameOf(attribute, path);
  const message = CHECKS[attribute.type]?.(value, attribute);
  if (!message) {
    const beyond = NUMBERS.has(attribute.type) ? rangeProblem(Number(value), attribute) : null;
    return beyond ? [{ path, message: `${name}: ${beyond}` }] : [];
  }
  const unread = typeof value === 'string' ? WRITTEN[attribute.type]?.(value) : null;
  return [{ path, message: unread ? `${name}: ${unread}` : `${name} ${message}` }];
}

const nameOf = (attribute: Attribute, path: Path): string =>
  attribute.pluginOptions?.form?.label ?? String(path.at(-1));

function componentProblems(value: unknown, attribute: Attribute, getModel: GetModel, path: Path): Problem[] {
  const name = nameOf(attribute, path);
  if (!attribute.repeatable) return partProblems(value, attribute.component ?? '', name, getModel, path);
  if (!Array.isArray(value)) return [{ path, message: `${name} must be a list.` }];
  const items = value.flatMap((item, index) =>
    partProblems(item, attribute.component ?? '', `${name} ${index + 1}`, getModel, [...path, index]),
  );
  return [...listProblems(value, attribute, name, path), ...items];
}

/** What is wrong with how many there are. */
function listProblems(items: unknown[], { max }: Attribute, name: string, path: Path): Problem[] {
  return max === undefined || items.length <= Number(max)
    ? []
    : [{ path, message: `${name} can hold ${max}, and there are ${items.length}. Remove some.` }];
}

function sectionProblems(value: unknown, attribute: Attribute, getModel: GetModel, path: Path): Problem[] {
  const name = nameOf(attribute, path);
  if (!Array.isArray(value)) return [{ path, message: `${name} must be a list.` }];
  const sections = value.flatMap((item, index) => {
    const kind: unknown = isObject(item) ? item.__component : undefined;
    const known = attribute.components?.find((component) => component === kind);
    if (!known)
      return [
        { path: [...path, index], message: `${name} ${index + 1} must be a section of a kind there is.` },
      ];
    return partProblems(item, known, `${name} ${index + 1}`, getModel, [...path, index]);
  });
  return [...listProblems(value, attribute, name, path), ...sections];
}

function partProblems(
  value: unknown,
  component: string,
  name: string,
  getModel: GetModel,
  path: Path,
): Problem[] {
  if (!isObject(value)) return [{ path, message: `${name} must have fields of its own.` }];
  const { id } = value;
  const known = id === undefined || id === null || isRowId(id);
  return [
    ...(known ? [] : [{ path: [...path, 'id'], message: `${name} must be one there is, or a new one.` }]),
    ...inputProblems(component, value, getModel, path),
  ];
}

/** An entry with null for what stands at some paths in it. */
export function without(entry: Entry, paths: Path[]): Entry {
  const copy = structuredClone(entry);
  for (const path of paths) {
    const parents = path.slice(0, -1).reduce<unknown>((held, key) => (held as Entry)[key], copy);
    (parents as Entry)[path.at(-1) ?? ''] = null;
  }
  return copy;
}

/** Fields that are compared as what they hold, and not as text. */
const COMPARED = new Set([
  'integer',
  'biginteger',
  'decimal',
  'float',
  'date',
  'time',
  'datetime',
  'timestamp',
  'boolean',
]);
const ROW_ID: Attribute = { type: 'integer' };

/** What of a query's filters no field can be compared with. SQLite compares anything; PostgreSQL doesn't. */
export function filterProblems(
  uid: string,
  filters: unknown,
  getModel: GetModel,
  path: Path = [],
): Problem[] {
  if (Array.isArray(filters))
    return filters.flatMap((each, index) => filterProblems(uid, each, getModel, [...path, index]));
  if (!isObject(filters)) return [];
  return Object.entries(filters).flatMap(([key, value]) => {
    const at = [...path, key];
    if (key.startsWith('$')) return filterProblems(uid, value, getModel, at);
    const attribute = key === 'id' ? ROW_ID : getModel(uid).attributes[key];
    if (!attribute) return [];
    const inner = attribute.target ?? attribute.component;
    if (inner) return filterProblems(inner, value, getModel, at);
    return COMPARED.has(attribute.type) ? operandProblems(value, attribute, at) : [];
  });
}

function operandProblems(operand: unknown, attribute: Attribute, path: Path): Problem[] {
  if (Array.isArray(operand))
    return operand.flatMap((each, index) => operandProblems(each, attribute, [...path, index]));
  if (isObject(operand))
    return Object.entries(operand).flatMap(([operator, value]) =>
      /^\$(not)?null$/i.test(operator) ? [] : operandProblems(value, attribute, [...path, operator]),
    );
  if (operand === null || operand === undefined) return [];
  const isYesOrNo = attribute.type === 'boolean' && /^(true|false|1|0)$/.test(String(operand));
  const message = isYesOrNo ? null : CHECKS[attribute.type]?.(operand, attribute);
  return message ? [{ path, message: `${path.join('.')} ${message}` }] : [];
}

/** Where in a body the first text is that is looked for, names of fields included; null when there is none. */
export function findText(value: unknown, isIt: (text: string) => boolean, path: Path = []): Path | null {
  if (typeof value === 'string') return isIt(value) ? path : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, held] of Object.entries(value)) {
    const found = isIt(key) ? path : findText(held, isIt, [...path, key]);
    if (found) return found;
  }
  return null;
}

/** PostgreSQL keeps a NUL character in no text. */
export const holdsNul = (text: string): boolean => text.includes('\0');
