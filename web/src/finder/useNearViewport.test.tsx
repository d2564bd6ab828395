// @vitest-environment jsdom
import { act, useRef } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useNearViewport } from './useNearViewport';

/** What is watched, and how it is told. */
let watched: {
  element: Element;
  options: IntersectionObserverInit | undefined;
  see: (...is: boolean[]) => void;
}[];
let root: Root;
function Place({ isThere = true }: { isThere?: boolean }) {
  const ref = useRef<HTMLParagraphElement>(null);
  const { isNear, isSavingData } = useNearViewport(ref);
  return isThere ? <p ref={ref}>{`near: ${isNear}, saving: ${isSavingData}`}</p> : null;
}
const show = (isThere?: boolean): Promise<void> => act(async () => root.render(<Place isThere={isThere} />));
const said = (): string | undefined => document.querySelector('p')?.textContent ?? undefined;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  watched = [];
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(
        private readonly tell: (entries: { isIntersecting: boolean }[]) => void,
        private readonly options?: IntersectionObserverInit,
      ) {}
      observe(element: Element): void {
        const see = (...is: boolean[]) => this.tell(is.map((isIntersecting) => ({ isIntersecting })));
        watched.push({ element, options: this.options, see });
      }
      disconnect(): void {
        watched = [];
      }
    },
  );
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root') as HTMLElement);
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
});

describe('an element', () => {
  it('is not near on the server', () => {
    expect(renderToString(<Place />)).toBe('<p>near: false, saving: false</p>');
  });

  it('is near once it has come near, and stays so', async () => {
    await show();
    expect([watched[0]?.element.textContent, watched[0]?.options]).toEqual([
      'near: false, saving: false',
      { rootMargin: '400px 0px' },
    ]);
    const [first] = watched;
    await act(async () => first?.see(false, false));
    expect([said(), watched.length]).toEqual(['near: false, saving: false', 1]);
    await act(async () => first?.see(false, true));
    expect([said(), watched.length]).toEqual(['near: true, saving: false', 0]);
  });

  it('is watched no longer than it is there', async () => {
    await show();
    await act(async () => root.unmount());
    expect(watched).toEqual([]);
    root = createRoot(document.getElementById('root') as HTMLElement);
  });

  it('that is not there is not watched', async () => {
    await show(false);
    expect(watched).toEqual([]);
  });
});

describe('a browser', () => {
  it.each<[unknown, boolean]>([
    [{ saveData: true }, true],
    [{ saveData: false }, false],
    [{}, false],
    [undefined, false],
  ])('with the connection %j saves data: %s', async (connection, isSaving) => {
    vi.stubGlobal('navigator', { connection });
    await show();
    expect(said()).toBe(`near: false, saving: ${isSaving}`);
  });
});
