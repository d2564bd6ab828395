import { sectionName } from '../../rules/blanks';
import { plainText } from '../../rules/versions/changes';
import { labelOf } from '../../rules/versions/content';
import { type Attribute, asList, type Entry, type Model } from '../../schema/model';

/** The schemas of a form, as Strapi’s admin has them. */
export interface Schemas {
  type: { attributes: Record<string, unknown> };
  components: Record<string, { attributes: Record<string, unknown>; info: { displayName: string } }>;
}

/** A field of a form as people see it: Section 3 (Opening, “Hello”), “Heading”. */
export function placeOf(path: string, values: Entry, { type, components }: Schemas): string {
  const getModel = (uid: string): Model => components[uid] as unknown as Model;
  let attributes = type.attributes as Record<string, Attribute>;
  let value: unknown = values;
  let attribute: Attribute | undefined;
  const words: string[] = [];
  for (const step of path.split('.')) {
    value = (value as Record<string, unknown> | undefined)?.[step];
    if (/^\d+$/.test(step)) {
      const part = (value ?? {}) as Entry & { __component?: string };
      const uid = attribute?.component ?? part.__component ?? '';
      if (part.__component) words.push(sectionName({ ...part, __component: uid }, Number(step), getModel));
      else words.push(`${words.pop() ?? ''} ${Number(step) + 1}`);
      attributes = (components[uid]?.attributes ?? {}) as Record<string, Attribute>;
      continue;
    }
    attribute = attributes[step];
    if (!attribute) break;
    if (attribute.type !== 'dynamiczone') words.push(labelOf(attribute, step));
    if (attribute.component)
      attributes = (components[attribute.component]?.attributes ?? {}) as typeof attributes;
  }
  return words.join(', ');
}

/** What a form holds in a field, or in a part with several, as text that can be read and copied. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) {
    const isRichText = value.every((item) => typeof item === 'object' && item !== null && 'children' in item);
    return isRichText ? plainText(value) : asList(value).map(textOf).join('\n');
  }
  if ('name' in value && 'mime' in value) return String(value.name);
  return Object.entries(value)
    .filter(([name]) => !['id', '__temp_key__', '__component', 'visible'].includes(name))
    .map(([, held]) => textOf(held))
    .filter(Boolean)
    .join('\n');
}

const MOMENT = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' });

/** When something was, on the clock of who reads it. */
export const momentInWords = (at: number): string => MOMENT.format(at);

/** What a version led to or showed that is no longer there; empty when all of it is. */
export const goneInWords = (gone: string[]): string =>
  gone.length > 0 ? `Gone since, and left empty: ${gone.join('; ')}.` : '';
