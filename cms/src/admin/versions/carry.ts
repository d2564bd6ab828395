import type { Values } from './merge';

/** The field that somebody types in, and from where to where its text is selected. */
interface TypedIn {
  name: string;
  selection: [number, number] | null;
}

/** What was typed in the form of a new entry after it was saved for the first time. */
export interface Carried {
  documentId: string;
  /** What was saved. */
  base: Values;
  typed: Values;
  field: TypedIn | null;
}

let saved: Pick<Carried, 'documentId' | 'base'> | null = null;
let carried: Carried | null = null;

/** A new entry was saved: Strapi draws a form anew for it, in place of the one in which somebody may be typing. */
export function savedAsNew(documentId: string, base: Values): void {
  saved = { documentId, base };
}

/** The form of a new entry goes, and this is what it shows. */
export function leaveNew(typed: Values): void {
  if (saved) carried = { ...saved, typed, field: fieldTypedIn() };
  saved = null;
}

/** What comes from the form that this entry was made in; once, and for no other entry. */
export function takeCarried(documentId: string | null): Carried | null {
  const taken = carried?.documentId === documentId ? carried : null;
  carried = null;
  return taken;
}

function fieldTypedIn(): TypedIn | null {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || !field.name)
    return null;
  const { name, selectionStart, selectionEnd } = field;
  return {
    name,
    selection: selectionStart === null ? null : [selectionStart, selectionEnd ?? selectionStart],
  };
}

/** Puts the caret where it was, once the form shows what it came with. */
export function typeOnIn({ name, selection }: TypedIn): void {
  const field = document.querySelector<HTMLInputElement>(`form [name="${CSS.escape(name)}"]`);
  field?.focus();
  if (field && selection) requestAnimationFrame(() => field.setSelectionRange(...selection));
}
