import { isObject, isParts, isSame, KEY, merge, samePlaces, type Values } from './merge';

/** What a form begins with, and what it shows. */
interface Form {
  initialValues: Values;
  values: Values;
}

/**
 * What an open form becomes once its entry is stored otherwise, as after each save: what was typed since stays, and all else is
 * as it is stored.
 * @param stored the entry now; another entry than the form's, or what is published of it, takes its place whole
 */
export function rebased(form: Form, stored: Values, isReadOnly: boolean): Form {
  const { initialValues: base, values: mine } = form;
  const isOther = base.documentId === undefined || base.documentId !== stored.documentId;
  if (isOther || isReadOnly) return { initialValues: stored, values: stored };
  const initialValues = withKeysOf(base, stored) as Values;
  if (isSame(base, mine)) return { initialValues, values: initialValues };
  const { values } = merge(base, mine, initialValues);
  // Whether it may overwrite what is stored is for `useKeepTyped` to say.
  return { initialValues, values: { ...values, ...('revision' in mine && { revision: mine.revision }) } };
}

/** The entry, its parts called as the form calls them where they stand in the same places. */
function withKeysOf(form: unknown, stored: unknown): unknown {
  if (isParts(form) && isParts(stored))
    return samePlaces(form, stored) ? stored.map((part, index) => withKeysOf(form[index], part)) : stored;
  if (!isObject(form) || !isObject(stored)) return stored;
  const named = Object.entries(stored).map(([name, held]) => [name, withKeysOf(form[name], held)]);
  return { ...Object.fromEntries(named), ...(KEY in form && KEY in stored && { [KEY]: form[KEY] }) };
}
