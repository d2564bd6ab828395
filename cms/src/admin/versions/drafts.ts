import type { Values } from './merge';

/** What somebody wrote in a form and didn't save, as their browser keeps it. */
export interface Draft {
  /** What the form began with. */
  base: Values;
  typed: Values;
  /** Milliseconds since the epoch. */
  at: number;
}

/** Whose draft it is, and of which entry. */
export interface DraftOf {
  user: string;
  model: string;
  /** Null of an entry that is new. */
  documentId: string | null;
}

const keyOf = ({ user, model, documentId }: DraftOf): string =>
  ['unsaved', user, model, documentId ?? 'new'].join(' ');

/** Keeps what was typed. A browser that has no room for it, or that keeps nothing, goes without. */
export function keepDraft(of: DraftOf, draft: Draft): void {
  try {
    localStorage.setItem(keyOf(of), JSON.stringify(draft));
  } catch {
    forgetDraft(of);
  }
}

/** What was typed and not saved; null when there is nothing of the kind. */
export function draftOf(of: DraftOf): Draft | null {
  try {
    const draft: unknown = JSON.parse(localStorage.getItem(keyOf(of)) ?? 'null');
    return isDraft(draft) ? draft : null;
  } catch {
    return null;
  }
}

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' && value !== null && 'base' in value && 'typed' in value && 'at' in value;

export function forgetDraft(of: DraftOf): void {
  try {
    localStorage.removeItem(keyOf(of));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
