// @vitest-environment jsdom
import { act, createElement, type FormEvent } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tellLater } from './tell-later';

/** How often the editor was told of what was typed. */
let told: number;

const onInput = (event: FormEvent): void => {
  if (!tellLater(event)) told++;
};

beforeEach(async () => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'],
  });
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  told = 0;
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () => root.render(createElement('p', { onInput, contentEditable: true })));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

const type = (init: InputEventInit): boolean =>
  (document.querySelector('p') as HTMLElement).dispatchEvent(
    new InputEvent('input', { bubbles: true, ...init }),
  );
const LETTER = { inputType: 'insertText', data: 'a' };

test('the editor hears of a letter once the browser has painted it', () => {
  type(LETTER);
  vi.advanceTimersToNextFrame();
  expect(told).toBe(0);
  vi.advanceTimersByTime(1);
  expect(told).toBe(1);
  vi.advanceTimersByTime(1_000);
  expect(told).toBe(1);
});

test.each(['keydown', 'selectionchange', 'pointerdown', 'paste', 'focusout'])(
  '… and before %s is heard of',
  (event) => {
    let before = 0;
    const hear = (): void => {
      before = told;
    };
    document.addEventListener(event, hear, true);
    type(LETTER);
    document.dispatchEvent(new Event(event, { bubbles: true }));
    document.removeEventListener(event, hear, true);
    expect(before).toBe(1);
    vi.advanceTimersByTime(1_000);
    expect(told).toBe(1);
  },
);

test('what is composed or taken back it hears of at once', () => {
  type({ inputType: 'historyUndo' });
  type({ inputType: 'insertCompositionText', data: 'あ' });
  expect(told).toBe(2);
});

test('on Android it hears of all at once', () => {
  vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 (Linux; Android 15; Pixel 9)' });
  type(LETTER);
  expect(told).toBe(1);
});
