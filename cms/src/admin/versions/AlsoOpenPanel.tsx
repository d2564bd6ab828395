import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { VERSIONED } from '../../rules/versions/content';
import { type Others, othersInWords, SAY_EVERY } from '../../rules/versions/presence';

/** Beside the form: who else has it open. */
export const AlsoOpenPanel: PanelComponent = ({ model, document }) => {
  const documentId = VERSIONED.has(model) ? document?.documentId : undefined;
  const others = useOthers(documentId && `/versions/${model}/${documentId}/open`);
  const words = others && othersInWords(others);
  if (!words) return null;
  return {
    title: 'Also open',
    content: (
      <Typography role="status" textColor="neutral800">
        {words}
      </Typography>
    ),
  };
};

/** Says again and again that this window has a form open, and hears who else has; undefined while nothing is known. */
function useOthers(path: string | undefined): Others | undefined {
  const { put, del } = useFetchClient();
  const [others, setOthers] = useState<Others>();
  useEffect(() => {
    if (!path) return;
    let isOpen = true;
    const say = (): void => {
      if (document.visibilityState === 'hidden') return;
      put<Others>(path)
        .then(({ data }) => {
          if (isOpen) setOthers(data);
        })
        // Nothing depends on it: the next time it may be heard.
        .catch(() => undefined);
    };
    say();
    const timer = setInterval(say, SAY_EVERY);
    document.addEventListener('visibilitychange', say);
    return () => {
      isOpen = false;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', say);
      del(path).catch(() => undefined);
    };
  }, [put, del, path]);
  return others;
}
