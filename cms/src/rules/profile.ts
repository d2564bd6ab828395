import { type Attribute, asList, type Entry, type Model } from '../schema/model';
import type { Problem } from './problem';

/** What of a Regional Partner's entry the people who act for it write themselves. */
const OWN = new Set([
  'contactName',
  'email',
  'phone',
  'website',
  'about',
  'costNote',
  'discounts',
  'groupPrices',
  'teachersNeeded',
]);

/** What nobody reads who acts for a partner: other people's accounts, and their own workshops, which have a list. */
const UNREAD = new Set(['admins', 'workshops']);

/** Whether the people who act for a partner read this field of its entry, or a field within it ("discounts.name"). */
export const readsOfProfile = (field: string): boolean => !UNREAD.has(field.split('.')[0] ?? '');

/** Whether they write it. */
export const writesOfProfile = (field: string): boolean => OWN.has(field.split('.')[0] ?? '');

/** Of fields that are to be saved, those they write. */
export const ownOfProfile = (sent: Entry): Entry =>
  Object.fromEntries(Object.entries(sent).filter(([field]) => writesOfProfile(field)));

/** What they changed of what staff keeps, such as the territory. Forms send all they show, so what is as it was is no matter. */
export function profileProblems({ attributes }: Model, stored: Entry, sent: Entry): Problem[] {
  return Object.entries(sent).flatMap(([field, value]): Problem[] => {
    const attribute = attributes[field];
    if (!attribute || writesOfProfile(field) || isSame(attribute, stored[field], value)) return [];
    const label = attribute.pluginOptions?.form?.label ?? field;
    return [
      {
        path: [field],
        message: `“${label}” is kept by our staff. Ask them, and they will change it for you.`,
      },
    ];
  });
}

function isSame(attribute: Attribute, stored: unknown, sent: unknown): boolean {
  if (attribute.type === 'relation') return namesNothing(sent);
  if (attribute.type === 'media') return idOf(stored) === idOf(sent);
  return JSON.stringify(written(stored)) === JSON.stringify(written(sent));
}

/** A relation's field as a form sends it that has not been touched: a wish to connect and to disconnect nothing. */
const namesNothing = (sent: unknown): boolean =>
  sent === undefined ||
  (typeof sent === 'object' &&
    sent !== null &&
    !Array.isArray(sent) &&
    !('set' in sent) &&
    Object.values(sent).every((named) => asList(named).length === 0));

const idOf = (file: unknown): number | null => {
  const id = typeof file === 'object' && file !== null ? (file as Entry).id : file;
  return id ? Number(id) : null;
};

/** A value without what stands in it for the database and for forms, and without what is empty. */
function written(value: unknown): unknown {
  if (value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.length > 0 ? value.map(written) : null;
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([name, held]) => name !== 'id' && !name.startsWith('__') && written(held) !== null)
    .map(([name, held]) => [name, written(held)])
    .sort(([one], [other]) => String(one).localeCompare(String(other)));
}
