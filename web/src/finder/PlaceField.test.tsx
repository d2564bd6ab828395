// @vitest-environment jsdom
import { type CmsClient, createCmsClient, type PlaceSuggestion } from '@deep-dive/shared-types';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, createRef } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CmsContext } from '../queries/cms';
import { PlaceField } from './PlaceField';

/** What is suggested for what was typed. */
let known: Record<string, PlaceSuggestion[]>;
const placeSuggestions = vi.fn<CmsClient['placeSuggestions']>();
const onChoose = vi.fn<() => void>();
let root: Root;
let queryClient: QueryClient;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  known = {
    den: [
      { kind: 'city', label: 'Denver, CO', detail: null },
      { kind: 'zip', label: 'Denton, TX', detail: '76201' },
      { kind: 'city', label: 'Denison, IA', detail: null },
    ],
    boise: [{ kind: 'city', label: 'Boise, ID', detail: null }],
  };
  placeSuggestions.mockReset().mockImplementation(async (typed) => ({ suggestions: known[typed] ?? [] }));
  onChoose.mockReset();
  queryClient = new QueryClient();
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root') as HTMLElement);
  const cms: CmsClient = { ...createCmsClient({ baseUrl: '' }), placeSuggestions };
  await act(async () =>
    root.render(
      <QueryClientProvider client={queryClient}>
        <CmsContext.Provider value={cms}>
          <PlaceField near="Boston" inputRef={createRef()} onChoose={onChoose} />
        </CmsContext.Provider>
      </QueryClientProvider>,
    ),
  );
});
afterEach(async () => {
  await act(async () => root.unmount());
  queryClient.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const field = (): HTMLInputElement => document.querySelector('input') as HTMLInputElement;
const list = (): HTMLElement => document.querySelector('[role="listbox"]') as HTMLElement;
const optionsShown = (): (string | null)[] =>
  list().hidden ? [] : [...list().children].map(({ textContent }) => textContent);
const said = (): string | null | undefined => document.querySelector('[role="status"]')?.textContent;
const type = (text: string): Promise<unknown> =>
  act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field(), text);
    field().dispatchEvent(new InputEvent('input', { bubbles: true }));
    await vi.advanceTimersByTimeAsync(0);
  });
/** Presses a key; returns whether it is left to the browser. */
async function press(key: string, how: KeyboardEventInit = {}): Promise<boolean> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...how });
  await act(async () => {
    field().dispatchEvent(event);
    await vi.advanceTimersByTimeAsync(0);
  });
  return !event.defaultPrevented;
}
/** The option that the keys have come to, as it is told, and as it is marked. */
const active = (): (string | null | undefined)[] => {
  const id = field().getAttribute('aria-activedescendant');
  const marked = [...list().children].filter((option) => option.getAttribute('aria-selected') === 'true');
  return [
    id === null ? null : document.getElementById(id)?.textContent,
    ...marked.map((each) => each.textContent),
  ];
};

describe('the field', () => {
  it('has what is looked for, and suggests nothing unasked', () => {
    expect([field().value, list().hidden, said(), field().getAttribute('aria-expanded')]).toEqual([
      'Boston',
      true,
      '',
      'false',
    ]);
    expect(field().getAttribute('aria-controls')).toBe(list().id);
    expect(placeSuggestions).not.toHaveBeenCalled();
  });

  it('suggests places for what is typed, and says how many', async () => {
    await type('den');
    expect(optionsShown()).toEqual(['Denver, CO', 'Denton, TX 76201', 'Denison, IA']);
    expect([said(), field().getAttribute('aria-expanded'), active()]).toEqual([
      '3 suggestions',
      'true',
      [null],
    ]);
    await type('boise');
    expect([optionsShown(), said()]).toEqual([['Boise, ID'], '1 suggestion']);
    await type('x');
    expect([optionsShown(), said()]).toEqual([[], 'No suggestions']);
  });

  it('asks for what counts of what is typed, and for nothing when that is nothing', async () => {
    await type('  den   ver ');
    expect(placeSuggestions.mock.calls.map(([typed]) => typed)).toEqual(['den ver']);
    await type('  ');
    expect([placeSuggestions.mock.calls.length, said()]).toEqual([1, '']);
  });

  it('suggests nothing for what is typed no longer', async () => {
    await type('den');
    let answer = (_: { suggestions: PlaceSuggestion[] }): void => {};
    placeSuggestions.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
    await type('denv');
    expect([optionsShown(), said()]).toEqual([[], '']);
    await type('');
    await act(async () => answer({ suggestions: known.boise ?? [] }));
    expect([optionsShown(), said()]).toEqual([[], '']);
  });

  it('takes any text when nobody answers', async () => {
    placeSuggestions.mockRejectedValue(new Error('away'));
    await type('den');
    expect([field().value, optionsShown(), said()]).toEqual(['den', [], '']);
  });
});

describe('the keys', () => {
  beforeEach(() => type('den'));

  it('go through the suggestions, and stay in the field', async () => {
    expect(await press('ArrowDown')).toBe(false);
    expect(active()).toEqual(['Denver, CO', 'Denver, CO']);
    expect(await press('ArrowUp')).toBe(false);
    expect(active()).toEqual(['Denison, IA', 'Denison, IA']);
    expect(await press('Home')).toBe(true);
    expect(active()).toEqual([null]);
    expect(await press('e')).toBe(true);
  });

  it('choose with Enter', async () => {
    await press('ArrowDown');
    await press('ArrowDown');
    expect(await press('Enter')).toBe(false);
    expect([field().value, optionsShown(), onChoose.mock.calls.length]).toEqual(['Denton, TX', [], 1]);
  });

  it('send what was typed with Enter when nothing is chosen', async () => {
    expect(await press('Enter')).toBe(true);
    expect([optionsShown(), onChoose.mock.calls, field().value]).toEqual([[], [], 'den']);
  });

  it.each<[string, KeyboardEventInit]>([
    ['Escape', {}],
    ['ArrowUp', { altKey: true }],
  ])('close the list with %s; the arrow down opens it again, with nothing chosen', async (key, how) => {
    await press('ArrowDown');
    expect(await press(key, how)).toBe(false);
    expect([optionsShown(), active()[0]]).toEqual([[], null]);
    expect(await press('ArrowUp')).toBe(true);
    expect(await press('Escape')).toBe(true);
    expect(optionsShown()).toEqual([]);
    await press('ArrowDown');
    expect([optionsShown().length, active()]).toEqual([3, [null]]);
  });

  it('are the input method’s while it composes', async () => {
    expect(await press('ArrowDown', { isComposing: true })).toBe(true);
    expect(active()).toEqual([null]);
  });

  it('begin anew with what is typed next', async () => {
    await press('ArrowDown');
    known.denv = known.den ?? [];
    await type('denv');
    expect(active()).toEqual([null]);
  });
});

describe('the pointer', () => {
  beforeEach(() => type('den'));

  it('chooses a suggestion, and leaves the focus in the field', async () => {
    const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
    list().children[1]?.dispatchEvent(down);
    expect(down.defaultPrevented).toBe(true);
    await act(async () => (list().children[1] as HTMLElement).click());
    expect([field().value, optionsShown(), onChoose.mock.calls.length]).toEqual(['Denton, TX', [], 1]);
  });

  it('closes the list when it goes elsewhere', async () => {
    await act(async () => field().focus());
    await act(async () => field().blur());
    expect(optionsShown()).toEqual([]);
  });
});
