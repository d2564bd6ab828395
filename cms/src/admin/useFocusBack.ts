import { useEffect, useState } from 'react';

/** Leads the focus back to where it was when a dialog opened, once that is gone. Strapi's own does so only for a dialog with a trigger inside. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    },
    [before],
  );
}
