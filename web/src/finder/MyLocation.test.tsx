// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MyLocation } from './MyLocation';

const getCurrentPosition = vi.fn<Geolocation['getCurrentPosition']>();
const onFound = vi.fn<(near: string) => void>();
let root: Root;
beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('navigator', { geolocation: { getCurrentPosition } });
  getCurrentPosition.mockReset();
  onFound.mockReset();
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root') as HTMLElement);
  await act(async () => root.render(<MyLocation onFound={onFound} />));
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
});

const press = (): Promise<void> => act(async () => document.querySelector('button')?.click());
const said = (): string | null | undefined => document.querySelector('[role="status"]')?.textContent;
const find = (latitude: number, longitude: number): Promise<void> =>
  act(async () =>
    getCurrentPosition.mock.lastCall?.[0]({ coords: { latitude, longitude } } as GeolocationPosition),
  );
const fail = (code: number): Promise<void> =>
  act(async () =>
    getCurrentPosition.mock.lastCall?.[1]?.({ code, PERMISSION_DENIED: 1 } as GeolocationPositionError),
  );

describe('the button', () => {
  it('says nothing unasked', () => {
    expect([said(), getCurrentPosition.mock.calls]).toEqual(['', []]);
  });

  it('looks where the visitor is, to about a mile', async () => {
    await press();
    expect([said(), getCurrentPosition.mock.lastCall?.[2]]).toEqual([
      'Looking for where you are…',
      { timeout: 10_000, maximumAge: 600_000 },
    ]);
    await find(39.739_236, -104.990_251);
    expect([said(), onFound.mock.calls]).toEqual(['', [['39.74,-104.99']]]);
  });

  it('tells who refused, and who could not tell', async () => {
    await press();
    await fail(1);
    expect(said()).toBe('Your browser did not share your location. Please type a city or ZIP code instead.');
    await press();
    await fail(3);
    expect(said()).toBe('We could not tell where you are. Please type a city or ZIP code instead.');
    expect(onFound).not.toHaveBeenCalled();
  });

  it('tells that it can’t where the browser can’t', async () => {
    vi.stubGlobal('navigator', {});
    await press();
    expect(said()).toBe('We could not tell where you are. Please type a city or ZIP code instead.');
  });
});
