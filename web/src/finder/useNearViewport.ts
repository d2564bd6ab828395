import { type RefObject, useEffect, useState } from 'react';

/** How far below or above the screen "near" begins. */
const MARGIN = '400px 0px';

/** Whether an element has come near the screen, and whether the visitor's browser asks to save data. False on the server. */
export function useNearViewport(ref: RefObject<Element>): { isNear: boolean; isSavingData: boolean } {
  const [isNear, setNear] = useState(false);
  const [isSavingData, setSavingData] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    setSavingData(savesData());
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        setNear(true);
        observer.disconnect();
      },
      { rootMargin: MARGIN },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return { isNear, isSavingData };
}

/** The Network Information API is not everywhere, and TypeScript does not know it. */
function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
