import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useSyncExternalStore } from 'react';
import type { QuotedFigure } from '../../rules/to-fill';

export type Figures = ReadonlyMap<string, QuotedFigure>;

/** For how long what the CMS said of its figures does, in milliseconds: a form has many texts, and each asks. */
const FRESH_FOR = 20_000;

let figures: Figures | null = null;
let askedAt = 0;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The figures that text can quote, by key; null while they aren't known. */
export function useFigures(): Figures | null {
  const { get } = useFetchClient();
  useEffect(() => {
    if (Date.now() - askedAt < FRESH_FOR) return;
    askedAt = Date.now();
    // With a signal of its own: without one it would end with this text, and others wait for the answer as well.
    get<QuotedFigure[]>('/blanks/figures', { signal: new AbortController().signal })
      .then(({ data }) => {
        figures = new Map(data.map((figure) => [figure.key, figure]));
        for (const listener of listeners) listener();
      })
      // Without them text is written as before; the next text that is opened asks again.
      .catch(() => {
        askedAt = 0;
      });
  }, [get]);
  return useSyncExternalStore(subscribe, () => figures);
}
