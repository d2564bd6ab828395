/**
 * Whether somebody uses the keyboard just now, rather than a pointer. Each of Radix's menus would listen to every key for it,
 * closed ones too: at each key of a page of forty sections, 85 of them (`edits.ts`).
 */
export const usingKeyboard = { current: false };

const listen = (event: string, isKeyboard: boolean): void =>
  document.addEventListener(
    event,
    () => {
      usingKeyboard.current = isKeyboard;
    },
    { capture: true, passive: true },
  );
listen('keydown', true);
listen('pointerdown', false);
listen('pointermove', false);
