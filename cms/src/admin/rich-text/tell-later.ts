import type { FormEvent } from 'react';
import { onceShown } from '../forms/once-shown';

/** What comes before anything else is read of a text or done with it: another key, the caret's place, a click, leaving. */
const BEFORE = [
  'keydown',
  'beforeinput',
  'compositionstart',
  'selectionchange',
  'pointerdown',
  'cut',
  'copy',
  'paste',
  'drop',
  'focusout',
] as const;

let untold: { text: Element; listening: AbortController; cancel: () => void } | null = null;

/**
 * To be called where a text hears of input. A letter that the browser has written already shows at once, and slate-react, with
 * all that follows from what the text holds, hears of it right after the browser has painted it, and before anything else happens.
 * @returns true where slate-react is not to hear of it yet; it then keeps what it would have done until the next input
 */
export function tellLater({ nativeEvent, currentTarget }: FormEvent): boolean {
  const isLetter = nativeEvent instanceof InputEvent && nativeEvent.inputType === 'insertText';
  // Android’s keyboards compose all that is typed, and slate-react keeps an account of that.
  if (!isLetter || nativeEvent.isComposing || /Android/.test(navigator.userAgent)) return false;
  untold?.cancel();
  untold?.listening.abort();
  const listening = new AbortController();
  for (const type of BEFORE) window.addEventListener(type, tell, { capture: true, signal: listening.signal });
  untold = { text: currentTarget, listening, cancel: onceShown(tell) };
  return true;
}

function tell(): void {
  if (!untold) return;
  const { text, listening, cancel } = untold;
  untold = null;
  listening.abort();
  cancel();
  text.dispatchEvent(new Event('input', { bubbles: true }));
}
