import { createRulesEngine, type FetchError, useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { Entry } from '../../schema/model';
import { asSent, type Shows } from './as-sent';

/** What the CMS would say if an entry were published now. */
export type Rehearsal =
  | { state: 'under way' | 'unknown' }
  | { state: 'ready'; remarks: string[]; shown?: string }
  | { state: 'refused'; problems: string[] };

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
      post<{ remarks: string[]; shown?: string }>(
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
          setRehearsal(problems.length > 0 ? { state: 'refused', problems } : { state: 'unknown' });
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
function problemsIn(error: FetchError): string[] {
  const { name, message, details } = error.response?.data.error ?? {};
  if (name !== 'ValidationError') return [];
  const { errors = [] } = (details ?? {}) as { errors?: { message: string }[] };
  return errors.length > 0 ? errors.map((each) => each.message) : [message ?? ''];
}
