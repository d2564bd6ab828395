// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { ScrollMemory } from './scroll-memory';

let memory: ScrollMemory;
let listening: MockInstance<typeof addEventListener>;

beforeEach(() => {
  // The browser's way through its history takes time, too.
  vi.useFakeTimers();
  listening = vi.spyOn(globalThis, 'addEventListener');
  sessionStorage.clear();
  history.pushState(null, '', '/first');
  scroll(0);
  memory = new ScrollMemory();
});
afterEach(() => {
  forgetDocument();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function scroll(y: number): void {
  vi.stubGlobal('scrollY', y);
}
const open = (path: string): void => memory.push(new URL(path, document.URL), false);
/** Goes through the history, and is there; returns the position to restore. */
async function go(delta: number): Promise<number | undefined> {
  history.go(delta);
  await vi.advanceTimersByTimeAsync(10);
  return memory.arrive();
}
const currentKey = (): string => history.state.key;
/** The listeners of a document go with it. */
function forgetDocument(): void {
  for (const [type, listener] of listening.mock.calls) removeEventListener(type, listener);
  listening.mockClear();
}
function reload(): void {
  dispatchEvent(new Event('pagehide'));
  forgetDocument();
  memory = new ScrollMemory();
}

describe('an entry of the history', () => {
  it('is found where it was left, back and forth', async () => {
    scroll(300);
    open('/second');
    scroll(70);
    expect(await go(-1)).toBe(300);
    scroll(310);
    expect(await go(1)).toBe(70);
    scroll(80);
    expect(await go(-1)).toBe(310);
  });

  it('keeps its key, whoever comes back to it', async () => {
    const first = currentKey();
    open('/second');
    const second = currentKey();
    expect([typeof first, typeof second, first === second]).toEqual(['string', 'string', false]);
    await go(-1);
    expect(currentKey()).toBe(first);
    await go(1);
    expect(currentKey()).toBe(second);
  });

  it('starts at the top when its position is not known any more', async () => {
    open('/second');
    history.replaceState({ key: 'of an earlier visit' }, '');
    open('/third');
    expect(await go(-1)).toBe(0);
  });

  it('that the browser added, for a hash, is where the browser scrolled to, and remembered from then on', async () => {
    history.pushState({ by: 'another' }, '', '/first#part');
    expect(memory.arrive()).toBeUndefined();
    expect(history.state).toEqual({ by: 'another', key: expect.any(String) });
    scroll(500);
    expect(await go(-1)).toBe(0);
    expect(await go(1)).toBe(500);
  });

  it('is replaced by one of the same key', () => {
    const [key, { length }] = [currentKey(), history];
    memory.push(new URL('/instead', document.URL), true);
    expect([document.location.pathname, currentKey(), history.length]).toEqual(['/instead', key, length]);
  });
});

describe('a document loaded anew', () => {
  it('knows the positions of the one before', async () => {
    scroll(300);
    open('/second');
    const key = currentKey();
    scroll(70);
    reload();
    expect(currentKey()).toBe(key);
    expect(await go(-1)).toBe(300);
    expect(await go(1)).toBe(70);
  });

  it('knows where it was left itself', async () => {
    open('/second');
    scroll(70);
    reload();
    open('/third');
    reload();
    expect(await go(-1)).toBe(70);
  });

  it('knows the last hundred, and none before', () => {
    for (let entry = 1; entry <= 120; entry++) {
      scroll(entry);
      open(`/page-${entry}`);
    }
    scroll(121);
    dispatchEvent(new Event('pagehide'));
    const kept = JSON.parse(sessionStorage.getItem('scroll-positions') ?? '') as [string, number][];
    expect(kept.map(([, position]) => position)).toEqual(Array.from({ length: 100 }, (_, i) => i + 22));
    expect(kept.at(-1)?.[0]).toBe(currentKey());
  });

  it('starts at the top when what was kept cannot be read', async () => {
    open('/second');
    sessionStorage.setItem('scroll-positions', '[["half');
    forgetDocument();
    memory = new ScrollMemory();
    expect(await go(-1)).toBe(0);
  });

  it('starts at the top when nothing may be kept', async () => {
    scroll(300);
    open('/second');
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('Full', 'QuotaExceededError');
    });
    reload();
    expect(await go(-1)).toBe(0);
  });

  it('is scrolled by the browser; one that is open, or comes back from its cache, never', () => {
    expect(history.scrollRestoration).toBe('manual');
    dispatchEvent(new Event('pagehide'));
    expect(history.scrollRestoration).toBe('auto');
    dispatchEvent(new Event('pageshow'));
    expect(history.scrollRestoration).toBe('manual');
  });
});
