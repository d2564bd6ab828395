// @vitest-environment jsdom
import { act, createElement, type ReactNode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useTextField } from './useTextField';

/** What the form has heard, and a way to change it from elsewhere. */
let heard: (string | null)[];
let setElsewhere: (value: string | null) => void;

function Text({ value, onChange }: { value: string | null; onChange: (value: string | null) => void }) {
  const field = useTextField('title', { value, onChange: (_, given) => onChange(given) });
  return createElement('input', {
    value: field.value ?? '',
    onChange: field.onChange,
    onBlur: field.onBlur,
    onKeyDown: field.onKeyDown,
  });
}

function Form(): ReactNode {
  const [value, setValue] = useState<string | null>('Deep');
  setElsewhere = setValue;
  const onChange = (given: string | null): void => {
    heard.push(given);
    setValue(given);
  };
  return createElement(Text, { value, onChange });
}

beforeEach(async () => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'],
  });
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  heard = [];
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () => root.render(createElement(Form)));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

const input = (): HTMLInputElement => document.querySelector('input') as HTMLInputElement;

/** As the browser does when somebody types; React hears of it only where the value was set behind its back. */
async function type(text: string): Promise<void> {
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input(), text);
    input().dispatchEvent(new Event('input', { bubbles: true }));
  });
}

const leave = (): Promise<void> =>
  act(async () => {
    input().dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  });

const press = (key: string, more: KeyboardEventInit = {}): Promise<void> =>
  act(async () => {
    input().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }));
  });

test('A key shows at once, and the form hears of the last one when it has been painted', async () => {
  await type('Deep d');
  await type('Deep di');
  expect(input().value).toBe('Deep di');
  expect(heard).toEqual([]);
  await act(async () => vi.advanceTimersByTime(50));
  expect(heard).toEqual(['Deep di']);
  expect(input().value).toBe('Deep di');
});

test.each<[string, () => Promise<void>]>([
  ['the field is left', leave],
  ['Enter sends the form', () => press('Enter')],
  ['it is saved by keys', () => press('s', { ctrlKey: true })],
])('The form hears of all that is typed before %s', async (_, goOn) => {
  await type('Deep dive');
  await goOn();
  expect(heard).toEqual(['Deep dive']);
});

test('What is emptied holds nothing', async () => {
  await type('');
  await press('Tab');
  expect(heard).toEqual([null]);
});

test('What the form is given from elsewhere shows, also after one has typed', async () => {
  await type('Typed');
  await press('Tab');
  await act(async () => setElsewhere('Restored'));
  expect(input().value).toBe('Restored');
});

test('… but not in place of what is being typed', async () => {
  await type('Deep d');
  await act(async () => setElsewhere('Stored'));
  expect(input().value).toBe('Deep d');
  await act(async () => vi.advanceTimersByTime(50));
  expect(heard).toEqual(['Deep d']);
  expect(input().value).toBe('Deep d');
});
