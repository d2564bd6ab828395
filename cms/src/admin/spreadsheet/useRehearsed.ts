import { isFetchError, useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';
import type { ImportReport, SheetWorkshop } from '../../rules/spreadsheet/sheet';
import { ADDRESS, asForm } from './request';

/** How long somebody has typed nothing before what they typed is looked at. */
const PAUSE_MS = 600;

/** What a rehearsal said last, of workshops that may have been mended since. */
export interface Rehearsed {
  report: ImportReport | null;
  isStale: boolean;
  problem: string;
}

/** What would become of workshops, asked again whenever one is mended. */
export function useRehearsed(
  partner: string,
  workshops: SheetWorkshop[] | undefined,
  publish: boolean,
): Rehearsed {
  const { post } = useFetchClient();
  const [answer, setAnswer] = useState<{ of: unknown; publish: boolean; report: ImportReport }>();
  const [problem, setProblem] = useState('');
  const isAnswered = useRef(false);
  useEffect(() => {
    if (!workshops || workshops.length === 0) return;
    const controller = new AbortController();
    const timer = setTimeout(
      () => {
        post<ImportReport>(`${ADDRESS}/rehearse`, asForm({ partner, workshops, publish }), {
          signal: controller.signal,
        })
          .then(({ data }) => {
            isAnswered.current = true;
            setAnswer({ of: workshops, publish, report: data });
            setProblem('');
          })
          .catch((error: unknown) => {
            if (!controller.signal.aborted)
              setProblem(isFetchError(error) ? error.message : 'It could not be looked at just now.');
          });
      },
      isAnswered.current ? PAUSE_MS : 0,
    );
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [post, partner, workshops, publish]);
  const isSameSheet = answer?.report.workshops.length === workshops?.length;
  return {
    report: answer && isSameSheet ? answer.report : null,
    isStale: answer?.of !== workshops || answer?.publish !== publish,
    problem,
  };
}
