import type { PreviewAbout, PreviewRevision } from '@deep-dive/shared-types';
import { useEffect, useRef, useState } from 'react';
import { previewAddress } from './addresses';
import type { PreviewState } from './state';

/** Milliseconds between two looks whether something was saved. */
const LOOK_EVERY = 1_000;

/** How a preview fares: as fresh as the last save, without word from the CMS, or over. */
export type Status = 'fresh' | 'away' | 'ended';

/**
 * What a preview shows, as it is saved: looks every second, while somebody sees the preview, whether something was saved, and
 * then asks anew what is shown and calls `onSaved`.
 */
export function useFresh(
  { name, about: first, revision }: PreviewState,
  onSaved: () => void,
): { about: PreviewAbout; status: Status } {
  const [about, setAbout] = useState(first);
  const [status, setStatus] = useState<Status>('fresh');
  const saved = useRef(onSaved);
  useEffect(() => {
    saved.current = onSaved;
  });
  const base = previewAddress(name);

  useEffect(() => {
    let known = revision;
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    const look = async (): Promise<void> => {
      clearTimeout(timer);
      if (!document.hidden) {
        const now = await ask<PreviewRevision>(`${base}/api/revision`);
        if (isOver) return;
        if (typeof now === 'object' && now.revision !== known) {
          const fresh = await ask<PreviewAbout>(`${base}/api/about`);
          if (isOver) return;
          if (typeof fresh === 'object') {
            known = now.revision;
            setAbout(fresh);
            saved.current();
          }
        }
        const next = typeof now === 'object' ? 'fresh' : now;
        setStatus(next);
        if (next === 'ended') return;
      }
      timer = setTimeout(look, LOOK_EVERY);
    };
    timer = setTimeout(look, LOOK_EVERY);
    const onVisible = (): void => void look();
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [base, revision]);

  return { about, status };
}

async function ask<Answer extends object>(address: string): Promise<Answer | 'away' | 'ended'> {
  try {
    const response = await fetch(address);
    if (response.ok) return (await response.json()) as Answer;
    return response.status < 500 && response.status !== 429 ? 'ended' : 'away';
  } catch {
    return 'away';
  }
}
