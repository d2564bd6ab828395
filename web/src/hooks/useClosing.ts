import { type RefObject, useEffect } from 'react';

/** Closes an open disclosure as a menu closes: with Escape, and when one presses or moves the focus elsewhere, which it may hide. */
export function useClosing(menu: RefObject<HTMLDetailsElement>): void {
  useEffect(() => {
    const close = (event: Event): void => {
      const details = menu.current;
      if (!details?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        if (details.contains(document.activeElement)) details.querySelector('summary')?.focus();
      } else if (event.target instanceof Node && details.contains(event.target)) return;
      details.open = false;
    };
    const events = ['keydown', 'pointerdown', 'focusin'];
    for (const name of events) document.addEventListener(name, close);
    return () => {
      for (const name of events) document.removeEventListener(name, close);
    };
  }, [menu]);
}
