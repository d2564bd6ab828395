// @vitest-environment jsdom
import type { WorkshopResult } from '@deep-dive/shared-types';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, type Mock, vi } from 'vitest';
import { aResult } from '../testing/samples';
import { CardFrame } from './CardFrame';

const ADMIN = 'https://cms.example.org';

let root: Root;
let told: Mock<(message: unknown, to: string) => void>;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );
  told = vi.fn();
  vi.spyOn(window.parent, 'postMessage').mockImplementation(told as unknown as typeof window.postMessage);
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root') as HTMLElement);
  act(() => root.render(<CardFrame admin={ADMIN} />));
});
afterEach(() => {
  act(() => root.unmount());
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const say = (data: unknown, origin = ADMIN, source: Window | null = window.parent): void =>
  act(() => void window.dispatchEvent(new MessageEvent('message', { data, origin, source })));
const show = (card: Partial<WorkshopResult>): void => say({ card: aResult(card) });
const text = (): string => document.body.textContent ?? '';

it('tells the admin, and nobody else, that it listens', () => {
  expect(told.mock.calls).toEqual([[{ height: 0 }, ADMIN]]);
});

it('shows the workshop as lists do, and follows as it is written', () => {
  show({ title: 'CS Fundamentals: Deep Dive in Yakima' });
  expect(text()).toContain('Yakima');
  show({ title: 'CS Fundamentals: Deep Dive in Omak', slug: 'another' });
  expect(text()).toContain('Omak');
  expect(text()).not.toContain('Yakima');
});

it('leads nowhere: there is nothing there yet', () => {
  show({ slug: 'one', registrationUrl: 'https://example.org' });
  show({ slug: 'two', registrationUrl: 'https://example.org/2' });
  expect(document.querySelectorAll('a').length).toBeGreaterThan(1);
  expect(document.querySelectorAll('[href]')).toHaveLength(0);
});

it('listens to nobody but the admin around it', () => {
  say({ card: aResult() }, 'https://elsewhere.example');
  say({ card: aResult() }, ADMIN, null);
  for (const nothing of [null, 'card', {}, { card: null }]) say(nothing);
  expect(text()).toBe('');
});
