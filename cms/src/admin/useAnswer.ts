import { isFetchError, useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';

const FORBIDDEN = 403;

/**
 * What the CMS answers at a path of the admin's API; undefined until it has.
 * @param version when it changes, the CMS is asked again
 */
export function useAnswer<Answer>(path: string, version = ''): Answer | 'failed' | undefined {
  const answer = useAnswerOrRefusal<Answer>(path, version);
  return answer === 'refused' ? 'failed' : answer;
}

/** The same, for who may not have an answer to be told so: “refused”, and not that it failed. */
export function useAnswerOrRefusal<Answer>(
  path: string,
  version = '',
): Answer | 'failed' | 'refused' | undefined {
  const { get } = useFetchClient();
  const [answer, setAnswer] = useState<Answer | 'failed' | 'refused'>();
  useEffect(() => {
    const controller = new AbortController();
    get<Answer>(path, { signal: controller.signal })
      .then(({ data }) => setAnswer(data))
      .catch((error: unknown) => {
        if (controller.signal.aborted) return;
        setAnswer(isFetchError(error) && error.status === FORBIDDEN ? 'refused' : 'failed');
      });
    return () => controller.abort();
  }, [get, path, version]);
  return answer;
}
