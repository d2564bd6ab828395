import { createRulesEngine, type FetchError, useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { Problem } from '../../rules/problem';
import type { ToFill } from '../../rules/to-fill';
import type { Entry } from '../../schema/model';
import { asSent, type Shows } from './as-sent';

/** What the CMS would say if an entry were published now. */
export type Rehearsal = (
  | { state: 'under way' | 'unknown' }
  | { state: 'ready'; remarks: string[]; shown?: string }
  | { state: 'refused'; problems: Problem[] }
) & {
  /** What is still to be filled in, as far as it is known. */
  toFill?: ToFill;
};

interface Attribute {
  conditions?: { visible?: unknown };
}

/** How long somebody has to pause before the CMS is asked, in milliseconds. */
const PAUSE = 900;

/**
 * Asks the CMS what it would say if what stands in a form were published, again after each pause in typing.
 * @param path the entry's, in the content manager's API
 */
export function useRehearsal(path: string, values: Entry, attributes: Record<string, Attribute>): Rehearsal {
  const { post } = useFetchClient();
  const [rehearsal, setRehearsal] = useState<Rehearsal>({ state: 'under way' });
  useEffect(() => {
    const controller = new AbortController();
    const rules = createRulesEngine();
    const shows: Shows = (name) => {
      const visible = attributes[name]?.conditions?.visible;
      return !visible || rules.evaluate(visible as Parameters<typeof rules.evaluate>[0], values);
    };
    const ask = (): void => {
      post<{ remarks: string[]; shown?: string; toFill?: ToFill }>(
        `${path}/actions/publish?rehearse=true`,
        asSent(values, shows),
        {
          signal: controller.signal,
        },
      )
        .then(({ data }) => setRehearsal({ state: 'ready', ...data }))
        .catch((error: FetchError) => {
          if (controller.signal.aborted) return;
          const problems = problemsIn(error);
          const { toFill } = (error.response?.data.error?.details ?? {}) as { toFill?: ToFill };
          setRehearsal((before) =>
            problems.length > 0
              ? { state: 'refused', problems, toFill: toFill ?? before.toFill }
              : { state: 'unknown', toFill: before.toFill },
          );
        });
    };
    const pause = setTimeout(ask, PAUSE);
    return () => {
      clearTimeout(pause);
      controller.abort();
    };
  }, [post, path, values, attributes]);
  return rehearsal;
}

/** Why it would be refused; nothing when the CMS could not say. */
function problemsIn(error: FetchError): Problem[] {
  const { name, message, details } = error.response?.data.error ?? {};
  if (name !== 'ValidationError') return [];
  const { errors = [] } = (details ?? {}) as { errors?: Problem[] };
  return errors.length > 0 ? errors : [{ path: [], message: message ?? '' }];
}
