import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Draft,
  draftOf,
  forgetDraft,
  forgetDraftsOf,
  forgetOldDrafts,
  KEPT_FOR,
  keepDraft,
  MOST_CHARACTERS,
  MOST_DRAFTS,
} from './drafts';

/** A browser's storage, with room for so many characters. */
function storage(room = 5_000_000): Storage {
  const held = new Map<string, string>();
  const used = (): number => [...held].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
  return {
    get length() {
      return held.size;
    },
    key: (index) => [...held.keys()][index] ?? null,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, text) => {
      if (used() - (held.get(key)?.length ?? 0) + text.length > room) throw new Error('QuotaExceededError');
      held.set(key, text);
    },
    removeItem: (key) => void held.delete(key),
    clear: () => held.clear(),
  };
}

const NOW = Date.now();
const of = (documentId: string | null, user = '1') => ({ user, model: 'api::page.page', documentId });
const draft = (text: string, at = NOW): Draft => ({ base: { title: '' }, typed: { title: text }, at });
const keep = (documentId: string | null, text: string, at?: number, user?: string): void =>
  keepDraft(of(documentId, user), draft(text, at));
const kept = (documentId: string | null, user?: string): unknown =>
  draftOf(of(documentId, user))?.typed.title;

function openBrowser(room?: number): void {
  vi.stubGlobal('localStorage', storage(room));
  localStorage.setItem('isLoggedIn', 'true');
}

describe('what is typed is kept in the browser', () => {
  beforeEach(() => openBrowser());

  it('by entry, until it is forgotten', () => {
    keep('a', 'One');
    keep(null, 'New');
    keep('a', 'Two');
    expect([kept('a'), kept(null), kept('b')]).toEqual(['Two', 'New', undefined]);
    forgetDraft(of('a'));
    expect([kept('a'), kept(null)]).toEqual([undefined, 'New']);
  });

  it('for who typed it, and for nobody else who uses the browser', () => {
    keep('a', 'Maya’s');
    expect(kept('a', '11')).toBeUndefined();
    keep('a', 'Max’s', NOW, '11');
    forgetDraftsOf('1');
    expect([kept('a'), kept('a', '11')]).toEqual([undefined, 'Max’s']);
  });

  it('for 30 days, whosever it is', () => {
    keep('old', 'Old', NOW - KEPT_FOR - 1000);
    keep('young', 'Young', NOW - KEPT_FOR + 60_000);
    keep('else', 'Else', NOW - KEPT_FOR - 1000, '2');
    localStorage.setItem('unsaved 1 broken', '{');
    localStorage.setItem('unsavedness', 'another’s');
    expect([kept('old'), kept('young')]).toEqual([undefined, 'Young']);
    expect(localStorage.length).toBe(3);
    forgetOldDrafts(NOW + KEPT_FOR);
    expect([localStorage.getItem('unsavedness'), localStorage.length]).toEqual(['another’s', 2]);
  });

  it('the youngest of it, when there is much', () => {
    for (let number = 0; number < MOST_DRAFTS; number++) keep(`${number}`, 'Text', NOW - 1000 + number);
    keep('5', 'Again', NOW);
    keep('more', 'More', NOW);
    expect([kept('0'), kept('1'), kept('5'), kept('more')]).toEqual([undefined, 'Text', 'Again', 'More']);

    openBrowser();
    const half = 'x'.repeat(MOST_CHARACTERS / 2 - 1000);
    keep('a', half, NOW - 2);
    keep('b', half, NOW - 3);
    keep('c', half, NOW - 1);
    expect([kept('a'), kept('b'), kept('c')]).toEqual([half, undefined, half]);
    keep('c', half + half + half);
    expect([kept('a'), kept('c')]).toEqual([half, undefined]);
  });

  it('in place of older text, where the browser has no more room', () => {
    openBrowser(1000);
    keep('a', 'a'.repeat(300), NOW - 2);
    keep('b', 'b'.repeat(300), NOW - 1);
    keep('c', 'c'.repeat(300));
    expect([kept('a'), kept('b')?.toString().length, kept('c')?.toString().length]).toEqual([
      undefined,
      300,
      300,
    ]);
    keep('c', 'c'.repeat(2000));
    expect(kept('c')).toBeUndefined();
  });

  it('not at all, once its writer has logged out, or where nothing can be kept', () => {
    localStorage.removeItem('isLoggedIn');
    keep('a', 'Late');
    expect(kept('a')).toBeUndefined();

    const nothing = (): never => {
      throw new Error('SecurityError');
    };
    vi.stubGlobal('localStorage', { getItem: nothing, setItem: nothing, removeItem: nothing, key: nothing });
    expect(() => keep('a', 'Text')).not.toThrow();
    expect(kept('a')).toBeUndefined();
    expect(() => forgetDraft(of('a'))).not.toThrow();
    expect(() => forgetDraftsOf('1')).not.toThrow();
  });
});
