import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';

interface Me {
  partner: { name: string; slug: string } | null;
  site: string | null;
}

const NOBODY: Me = { partner: null, site: null };

/** For whom the person at the screen acts, and where visitors see the site; undefined until the CMS has said so. */
export function useMe(): Me | undefined {
  const { get } = useFetchClient();
  const [me, setMe] = useState<Me>();
  useEffect(() => {
    const controller = new AbortController();
    get<Me>('/ownership/me', { signal: controller.signal })
      .then(({ data }) => setMe(data))
      .catch(() => {
        if (!controller.signal.aborted) setMe(NOBODY);
      });
    return () => controller.abort();
  }, [get]);
  return me;
}
