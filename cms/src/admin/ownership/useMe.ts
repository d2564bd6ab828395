import { useAnswer } from '../useAnswer';

interface Me {
  partner: { documentId: string; name: string; slug: string } | null;
  site: string | null;
}

/** For whom the person at the screen acts, and where visitors see the site; undefined while the CMS has not said so. */
export function useMe(): Me | undefined {
  const me = useAnswer<Me>('/ownership/me');
  return me === 'failed' ? undefined : me;
}
