// @vitest-environment jsdom
import { act, useRef } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useClosing } from './useClosing';

function Menu() {
  const menu = useRef<HTMLDetailsElement>(null);
  useClosing(menu);
  return (
    <>
      <details ref={menu}>
        <summary>Menu</summary>
        <a href="/inside">Inside</a>
      </details>
      <a href="/behind">Behind</a>
    </>
  );
}

const container = document.createElement('div');
let root: ReturnType<typeof createRoot>;
const get = <E extends HTMLElement>(selector: string) => container.querySelector<E>(selector) as E;
const isOpen = () => get<HTMLDetailsElement>('details').open;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  document.body.append(container);
  root = createRoot(container);
  act(() => root.render(<Menu />));
  get<HTMLDetailsElement>('details').open = true;
});
afterEach(() => act(() => root.unmount()));

it('closes when the focus goes where the menu may hide it, and stays open while it is inside', () => {
  get('a[href="/inside"]').focus();
  expect(isOpen()).toBe(true);
  get('a[href="/behind"]').focus();
  expect(isOpen()).toBe(false);
});

it('closes with Escape and gives the focus back', () => {
  get('a[href="/inside"]').focus();
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown' }));
  expect(isOpen()).toBe(true);
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  expect([isOpen(), document.activeElement?.tagName]).toEqual([false, 'SUMMARY']);
});

it('closes at a press elsewhere', () => {
  get('summary').dispatchEvent(new Event('pointerdown', { bubbles: true }));
  expect(isOpen()).toBe(true);
  get('a[href="/behind"]').dispatchEvent(new Event('pointerdown', { bubbles: true }));
  expect(isOpen()).toBe(false);
});
