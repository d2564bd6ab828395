import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';

/**
 * What the CMS answers at a path of the admin's API; undefined until it has.
 * @param version when it changes, the CMS is asked again
 */
export function useAnswer<Answer>(path: string, version = ''): Answer | 'failed' | undefined {
  const { get } = useFetchClient();
  const [answer, setAnswer] = useState<Answer | 'failed'>();
  useEffect(() => {
    const controller = new AbortController();
    get<Answer>(path, { signal: controller.signal })
      .then(({ data }) => setAnswer(data))
      .catch(() => {
        if (!controller.signal.aborted) setAnswer('failed');
      });
    return () => controller.abort();
  }, [get, path, version]);
  return answer;
}
