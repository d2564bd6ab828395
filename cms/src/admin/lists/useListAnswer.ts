import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';

/** How long an answer serves, in milliseconds. */
const SERVES_FOR = 5_000;

const asked = new Map<string, { at: number; answer: Promise<unknown> }>();

/**
 * What the CMS answers at a path of the admin's API, for the rows of a list: these are drawn together, and one asks for all of
 * them. Undefined until it has answered, and where it refuses to.
 */
export function useListAnswer<Answer>(path: string): Answer | undefined {
  const { get } = useFetchClient();
  const [answer, setAnswer] = useState<Answer>();
  useEffect(() => {
    let isShown = true;
    const last = asked.get(path);
    const serves = last !== undefined && Date.now() - last.at < SERVES_FOR;
    const coming = serves ? last.answer : get<Answer>(path).then(({ data }) => data);
    if (!serves) asked.set(path, { at: Date.now(), answer: coming });
    coming
      .then((data) => {
        if (isShown) setAnswer(data as Answer);
      })
      .catch(() => undefined);
    return () => {
      isShown = false;
    };
  }, [get, path]);
  return answer;
}
