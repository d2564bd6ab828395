import type { Attribute, Entry, GetModel } from '../schema/model';

/**
 * What no reader sees and no address survives: zero-width spaces, joiners of words and byte order marks. Zero-width joiners
 * within text stay: families of emoji and some scripts are written with them.
 */
const NEVER_SEEN = /[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g;

/**
 * What can't begin or end a text, besides white space: it would stand beside nothing. A long row of it within a text is looked
 * through once, not again from each of its characters on.
 */
const ENDS =
  /^[\s\p{Default_Ignorable_Code_Point}]+|(?<![\s\p{Default_Ignorable_Code_Point}])[\s\p{Default_Ignorable_Code_Point}]+$/gu;

/** Emoji end with one of these. */
const VARIATION = /[\ufe00-\ufe0f]$/;

const TEXT = new Set(['string', 'text', 'email', 'uid', 'richtext']);

/**
 * An entry's data with its texts as they can be seen: without what takes no room, and none of it at their ends. A text that
 * holds nothing else becomes null, and so counts as missing. Rich text keeps the spaces between its parts.
 */
export function withVisibleText(uid: string, data: Entry, getModel: GetModel): Entry {
  const { attributes } = getModel(uid);
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      const attribute = attributes[name];
      return [name, attribute ? cleaned(value, attribute, getModel) : value];
    }),
  );
}

function cleaned(value: unknown, attribute: Attribute, getModel: GetModel): unknown {
  if (value === null || value === undefined) return value;
  if (TEXT.has(attribute.type)) return typeof value === 'string' ? visible(value) || null : value;
  if (attribute.type === 'blocks') return withoutUnseen(value);
  if (attribute.type === 'component' || attribute.type === 'dynamiczone') {
    const part = (item: unknown): unknown => {
      if (typeof item !== 'object' || item === null) return item;
      const kind = attribute.component ?? (item as Entry).__component;
      const known = attribute.component ?? attribute.components?.find((component) => component === kind);
      return known ? withVisibleText(known, item as Entry, getModel) : item;
    };
    return Array.isArray(value) ? value.map(part) : part(value);
  }
  return value;
}

function visible(text: string): string {
  const seen = text.replace(NEVER_SEEN, '');
  const ending = VARIATION.exec(seen)?.[0] ?? '';
  const trimmed = seen.replace(ENDS, '');
  return trimmed && ending ? trimmed + ending : trimmed;
}

function withoutUnseen(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(NEVER_SEEN, '');
  if (Array.isArray(value)) return value.map(withoutUnseen);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, withoutUnseen(held)]));
}
