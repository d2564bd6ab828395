import { useEffect, useRef } from 'react';
import { writes } from './window';

/**
 * Keys that save do nothing while a form is being saved or published. They are pressed again once that is done, so that what was
 * typed since is saved too; but not when it was refused, for the form may then hold what others wrote and nobody has looked at.
 * Keys that publish are not: what was typed since, perhaps half a sentence, would be public.
 * @param isSubmitting whether the form is saving, or publishing
 * @returns what is to be called with keys that came meanwhile
 */
export function usePressAgain(isSubmitting: boolean): (keys: KeyboardEvent) => void {
  const isBusy = useRef(isSubmitting);
  const pressed = useRef<{ keys: KeyboardEvent; savedBefore: number } | null>(null);
  useEffect(() => {
    isBusy.current = isSubmitting;
    if (isSubmitting || !pressed.current) return;
    const { keys, savedBefore } = pressed.current;
    pressed.current = null;
    if (writes.saved === savedBefore) return;
    const { key, ctrlKey, metaKey, shiftKey } = keys;
    // By then all that hears keys knows that the save is done.
    const timer = setTimeout(() =>
      window.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, metaKey, shiftKey })),
    );
    return () => clearTimeout(timer);
  }, [isSubmitting]);
  return (keys) => {
    if (isBusy.current) pressed.current = { keys, savedBefore: writes.saved };
  };
}
