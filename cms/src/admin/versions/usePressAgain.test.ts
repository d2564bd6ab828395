// @vitest-environment jsdom
import { act, createElement, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { usePressAgain } from './usePressAgain';
import { writes } from './window';

let root: Root;
let pressed: string[];
let pressAgain: (keys: KeyboardEvent) => void;

function Form({ isSubmitting }: { isSubmitting: boolean }): ReactNode {
  pressAgain = usePressAgain(isSubmitting);
  return null;
}

const note = ({ key, ctrlKey }: KeyboardEvent): void => {
  pressed.push(`${ctrlKey ? 'Ctrl+' : ''}${key}`);
};
const keys = (key: string) => new KeyboardEvent('keydown', { key, ctrlKey: true });

async function show(isSubmitting: boolean): Promise<void> {
  await act(async () => root.render(createElement(Form, { isSubmitting })));
  await act(async () => vi.runAllTimers());
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  pressed = [];
  root = createRoot(document.body.appendChild(document.createElement('div')));
  window.addEventListener('keydown', note);
  await show(false);
});
afterEach(() => {
  window.removeEventListener('keydown', note);
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

it('presses keys again, once, that came while a save was under way', async () => {
  await show(true);
  pressAgain(keys('s'));
  pressAgain(keys('Enter'));
  writes.saved++;
  expect(pressed).toEqual([]);
  await show(false);
  expect(pressed).toEqual(['Ctrl+Enter']);
  await show(true);
  writes.saved++;
  await show(false);
  expect(pressed).toEqual(['Ctrl+Enter']);
});

it('presses nothing again when the save was refused, not even after the next', async () => {
  await show(true);
  pressAgain(keys('s'));
  await show(false);
  await show(true);
  writes.saved++;
  await show(false);
  expect(pressed).toEqual([]);
});

it('leaves keys alone that come when nothing is being saved', async () => {
  pressAgain(keys('s'));
  await show(true);
  writes.saved++;
  await show(false);
  expect(pressed).toEqual([]);
});
