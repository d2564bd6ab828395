import type { Values } from './merge';

/** What somebody wrote in a form and didn't save, as their browser keeps it. */
export interface Draft {
  /** What the form began with. */
  base: Values;
  typed: Values;
  /** Milliseconds since the epoch. */
  at: number;
}

/** Whose draft it is, and of which entry. To nobody else is it offered. */
export interface DraftOf {
  /** The account's id. */
  user: string;
  model: string;
  /** Null of an entry that is new. */
  documentId: string | null;
}

const PREFIX = 'unsaved';

/** Milliseconds for which a draft is kept. */
export const KEPT_FOR = 30 * 24 * 60 * 60 * 1000;
/** How many drafts a browser keeps, and how many characters of them: browsers have room for five million. */
export const MOST_DRAFTS = 40;
export const MOST_CHARACTERS = 2_000_000;

/** Strapi's own: there while somebody is logged in, in any window. */
const LOGGED_IN = 'isLoggedIn';

const keyOf = ({ user, model, documentId }: DraftOf): string =>
  [PREFIX, user, model, documentId ?? 'new'].join(' ');

/**
 * Keeps what was typed, in place of the oldest drafts where there are too many. A browser that has no room for it, or that keeps
 * nothing, goes without. Nothing is kept once somebody has logged out: their form is closed after that.
 */
export function keepDraft(of: DraftOf, { at, base, typed }: Draft): void {
  try {
    if (localStorage.getItem(LOGGED_IN) === null) return;
    const key = keyOf(of);
    const text = JSON.stringify({ at, base, typed });
    const others = keptDrafts().filter((kept) => kept.key !== key);
    const isRoom = (): boolean =>
      others.length < MOST_DRAFTS &&
      text.length + others.reduce((length, kept) => length + kept.text.length, 0) <= MOST_CHARACTERS;
    const isPut = (): boolean => isRoom() && canSet(key, text);
    if (text.length > MOST_CHARACTERS) others.length = 0;
    while (!isPut()) {
      const oldest = others.sort((a, b) => b.savedAt() - a.savedAt()).pop();
      localStorage.removeItem(oldest?.key ?? key);
      if (!oldest) break;
    }
  } catch {
    // A browser that keeps nothing goes without.
  }
}

function canSet(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** What was typed and not saved; null when there is nothing of the kind, or it is older than `KEPT_FOR`. */
export function draftOf(of: DraftOf): Draft | null {
  forgetOldDrafts(Date.now());
  try {
    return draftIn(localStorage.getItem(keyOf(of)));
  } catch {
    return null;
  }
}

function draftIn(text: string | null): Draft | null {
  try {
    const draft: unknown = JSON.parse(text ?? 'null');
    return isDraft(draft) ? draft : null;
  } catch {
    return null;
  }
}

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' && value !== null && 'base' in value && 'typed' in value && 'at' in value;

interface Kept {
  key: string;
  text: string;
  /** Milliseconds since the epoch; 0 of what is no draft. */
  savedAt: () => number;
}

/** The drafts of everybody who uses this browser, or of one of them. */
function keptDrafts(user?: string): Kept[] {
  const prefix = user === undefined ? `${PREFIX} ` : `${PREFIX} ${user} `;
  return Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '')
    .filter((key) => key.startsWith(prefix))
    .map((key) => {
      const text = localStorage.getItem(key) ?? '';
      return { key, text, savedAt: () => draftIn(text)?.at ?? 0 };
    });
}

/**
 * Forgets the drafts that are older than `KEPT_FOR`, whosever they are.
 * @param now milliseconds since the epoch
 */
export const forgetOldDrafts = (now: number): void =>
  forgetWhere(() => keptDrafts().filter(({ savedAt }) => savedAt() < now - KEPT_FOR));

/** Forgets all drafts of somebody who leaves this browser. */
export const forgetDraftsOf = (user: string): void => forgetWhere(() => keptDrafts(user));

export const forgetDraft = (of: DraftOf): void => forgetWhere(() => [{ key: keyOf(of) }]);

function forgetWhere(found: () => Pick<Kept, 'key'>[]): void {
  try {
    for (const { key } of found()) localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
