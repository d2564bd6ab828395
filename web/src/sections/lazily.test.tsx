// @vitest-environment jsdom
import { act, type ComponentType, Suspense } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lazily } from './lazily';

const Words = ({ words }: { words: string }) => <p>{words}</p>;
const page = (Component: ComponentType<{ words: string }>) => (
  <main>
    <Suspense fallback={null}>
      <Component words="Hello" />
    </Suspense>
  </main>
);

let container: HTMLElement;
let unmount = (): void => {};
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  container = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  act(() => unmount());
  container.remove();
});

describe('a component that is fetched on demand', () => {
  it('is rendered whole on the server once it is loaded', async () => {
    const lazy = lazily(async () => Words);
    await lazy.load();
    expect(renderToString(page(lazy.Component))).toContain('<p>Hello</p>');
  });

  it('is shown at once in the browser once it is loaded', async () => {
    const lazy = lazily(async () => Words);
    await lazy.load();
    const root = createRoot(container);
    unmount = () => root.unmount();
    act(() => root.render(page(lazy.Component)));
    expect(container.textContent).toBe('Hello');
  });

  it('leaves what the server rendered while its code is on its way, and takes it over then', async () => {
    let arrive = (_: typeof Words): void => {};
    const lazy = lazily(() => new Promise<typeof Words>((resolve) => (arrive = resolve)));
    container.innerHTML = renderToString(page(Words));
    const before = container.querySelector('p');
    const onRecoverableError = vi.fn();
    const root = hydrateRoot(container, page(lazy.Component), { onRecoverableError });
    unmount = () => root.unmount();
    await act(async () => {});
    expect(container.querySelector('p')).toBe(before);
    await act(async () => arrive(Words));
    expect(container.querySelector('p')).toBe(before);
    expect(container.textContent).toBe('Hello');
    expect(onRecoverableError).not.toHaveBeenCalled();
  });

  it('leaves what the server rendered when its code can’t be fetched, and asks again when asked to', async () => {
    const fetchCode = vi.fn<() => Promise<typeof Words>>().mockRejectedValue(new Error('offline'));
    const lazy = lazily(fetchCode);
    container.innerHTML = renderToString(page(Words));
    const root = hydrateRoot(container, page(lazy.Component));
    unmount = () => root.unmount();
    await act(async () => {});
    expect(container.textContent).toBe('Hello');
    await expect(lazy.load()).rejects.toThrow('offline');
    fetchCode.mockResolvedValue(Words);
    await lazy.load();
    expect(renderToString(page(lazy.Component))).toContain('Hello');
  });
});
