import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type History, type Meanwhile, writerInWords } from '../../rules/versions/history';
import { leaveNew, takeCarried, typeOnIn } from './carry';
import { type DraftOf, forgetDraft, keepDraft } from './drafts';
import { isSame, merge, type Touching, type Values } from './merge';
import { writes } from './window';

/** Strapi’s edit form. */
export interface Form {
  values: Values;
  /** What it began with, and begins with again once it is saved. */
  initialValues: Values;
  /** Whether it shows what is published, which nobody edits. */
  disabled: boolean;
  isSubmitting: boolean;
  setValues: (values: Values) => void;
}

/** What somebody else changed while a form was open. */
export interface Conflict {
  meanwhile: Meanwhile[];
  touching: Touching[];
}

/** Milliseconds without a key pressed until what was typed is kept. */
const PAUSE = 400;

/**
 * Watches over what is typed in a form. Whenever something else is stored than the form began with, the form shows it with what
 * was typed (`rebase.ts`); where somebody else stored it, they are told so here before it can be saved over theirs. What is typed
 * is kept in the browser until it is saved.
 */
export function useKeepTyped(form: Form, of: DraftOf) {
  const { get } = useFetchClient();
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const seen = useRef(form.initialValues);
  const typed = useRef({ base: form.initialValues, values: form.values, saved: writes.saved });
  const latest = useRef({ form, of });
  latest.current = { form, of };

  const compare = useCallback(
    (mine: Values, touching: Touching[]): void => {
      const { form, of } = latest.current;
      const { revision } = form.initialValues;
      if (mine.revision === undefined || mine.revision === revision) return;
      meanwhileSince(get, of, Number(mine.revision)).then((meanwhile) => {
        if (meanwhile.length > 0)
          setConflict((unsettled) => ({
            meanwhile,
            touching: together(unsettled?.touching ?? [], touching),
          }));
        else latest.current.form.setValues({ ...latest.current.form.values, revision });
      });
    },
    [get],
  );

  const bring = useCallback(
    (base: Values, mine: Values): void => {
      const { form } = latest.current;
      const theirs = form.initialValues;
      const { values, touching } = merge(base, mine, theirs);
      // Until it is settled, the form says that it comes from the older version: so nobody’s work is overwritten unseen.
      const put = { ...values, revision: mine.revision ?? theirs.revision };
      typed.current = { ...typed.current, base: theirs, values: put };
      form.setValues(put);
      compare(mine, touching);
    },
    [compare],
  );

  const { values, initialValues, disabled, isSubmitting } = form;
  useEffect(() => {
    if (!isSubmitting) return;
    typed.current.saved = writes.saved;
    // What is not settled yet is refused, and asked about again.
    return () => {
      if (writes.saved === typed.current.saved) setConflict((unsettled) => unsettled && { ...unsettled });
    };
  }, [isSubmitting]);

  useEffect(() => {
    if (disabled) return;
    const isReset = seen.current !== initialValues;
    seen.current = initialValues;
    const { base, values: mine, saved } = typed.current;
    if (!isReset) typed.current.values = values;
    else if (writes.saved > saved) {
      typed.current = { base: initialValues, values, saved: writes.saved };
      forgetDraft(latest.current.of);
      setConflict(null);
    } else {
      typed.current = { base: initialValues, values, saved };
      if (!isSame(base, mine)) compare(values, merge(base, mine, initialValues).touching);
    }
  }, [values, initialValues, disabled, compare]);

  useLayoutEffect(() => {
    if (of.documentId === null) return () => leaveNew(latest.current.form.values);
    const carried = takeCarried(of.documentId);
    if (!carried) return;
    if (!isSame(carried.base, carried.typed)) bring(carried.base, carried.typed);
    if (carried.field) typeOnIn(carried.field);
  }, [of.documentId, bring]);

  useKept(typed, latest, values);
  const settle = (settled: Values): void => {
    form.setValues({ ...settled, revision: form.initialValues.revision });
    setConflict(null);
  };
  return { conflict, settle, bring };
}

/** What is to be settled still, and what came to it. */
const together = (before: Touching[], more: Touching[]): Touching[] => [
  ...before.filter(({ path }) => !more.some((each) => each.path === path)),
  ...more,
];

interface Typed {
  base: Values;
  values: Values;
  saved: number;
}

/** Keeps what is typed in the browser, until it is saved. */
function useKept(typed: { current: Typed }, latest: { current: { of: DraftOf } }, values: Values): void {
  const isKept = useRef(false);
  const keep = useCallback(() => {
    const { base, values: mine, saved } = typed.current;
    const { of } = latest.current;
    if (writes.saved > saved) forgetDraft(of);
    else if (!isSame(base, mine)) {
      isKept.current = true;
      keepDraft(of, { base, typed: mine, at: Date.now() });
    } else if (isKept.current) forgetDraft(of);
  }, [typed, latest]);

  useEffect(() => {
    const timer = setTimeout(keep, PAUSE);
    return () => clearTimeout(timer);
  }, [keep, values]);
  useEffect(() => {
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [keep]);
}

type Get = ReturnType<typeof useFetchClient>['get'];

/** What others changed since a version; somebody, when it can’t be told. */
async function meanwhileSince(
  get: Get,
  { model, documentId }: DraftOf,
  revision: number,
): Promise<Meanwhile[]> {
  try {
    const { data } = await get<History>(`/versions/${model}/${documentId}`);
    return data.entries
      .filter(({ number, own, changes }) => number > revision && !own && changes.length > 0)
      .map((entry) => ({ name: writerInWords(entry), at: entry.at, changes: entry.changes }));
  } catch {
    return [{ name: 'Somebody', at: Date.now(), changes: [] }];
  }
}
