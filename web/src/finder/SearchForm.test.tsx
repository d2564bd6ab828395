// @vitest-environment jsdom
import { createCmsClient, formatParsedSearch, parseWorkshopSearch } from '@deep-dive/shared-types';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { startTransition, useLayoutEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CmsContext } from '../queries/cms';
import { SearchForm } from './SearchForm';
import { finderState } from './state';

/**
 * A finder whose answers come when the test says so, drawn as navigation draws them: when there is time. It takes as long
 * as on a slow telephone, for React leaves room for a tap between drawing and effects only after 5 ms.
 */
function TestFinder({ onReady }: { onReady: (arrive: (query: string) => void) => void }) {
  const [query, setQuery] = useState('');
  const [isSearching, setSearching] = useState(false);
  onReady((next) =>
    startTransition(() => {
      setQuery(next);
      setSearching(false);
    }),
  );
  useLayoutEffect(() => {
    const drawnSince = performance.now();
    while (performance.now() - drawnSince < 20);
  });
  return (
    <SearchForm
      finder={finderState(parseWorkshopSearch(query), '/workshops', {
        id: 'workshops',
        kind: null,
        growth: 'pages',
        level: 2,
        isEmbedded: false,
      })}
      action="/workshops"
      today="2027-01-01"
      isSearching={isSearching}
      onSearch={(search) => {
        asked.push(formatParsedSearch(search));
        setSearching(true);
      }}
    />
  );
}

let asked: string[];
beforeEach(() => {
  asked = [];
  vi.stubGlobal(
    'matchMedia',
    vi.fn(() => ({ matches: false })),
  );
  document.body.innerHTML = '<div id="root"></div>';
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** Once the document says something, in the very moment that it does. */
const whenDrawn = (words: string, act: () => void): Promise<void> =>
  new Promise((resolve) => {
    new MutationObserver((_changes, observer) => {
      if (!document.body.textContent?.includes(words)) return;
      observer.disconnect();
      act();
      resolve();
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
const control = <Control extends HTMLElement>(name: string): Control =>
  document.querySelector(`[name="${name}"]`) as Control;

it('keeps what is chosen in the moment in which an earlier answer is drawn', async () => {
  let arrive: (query: string) => void = () => {};
  const root = createRoot(document.getElementById('root') as HTMLElement);
  const isThere = whenDrawn('Filters', () => {});
  root.render(
    <QueryClientProvider client={new QueryClient()}>
      <CmsContext.Provider value={createCmsClient({ baseUrl: '' })}>
        <TestFinder
          onReady={(ready) => {
            arrive = ready;
          }}
        />
      </CmsContext.Provider>
    </QueryClientProvider>,
  );
  await isThere;
  const kind = control<HTMLSelectElement>('kind');
  kind.value = 'intro';
  kind.dispatchEvent(new Event('change', { bubbles: true }));
  expect(asked).toEqual(['?kind=intro']);

  const isDrawn = whenDrawn('Filters (1)', () => control('available').click());
  arrive('?kind=intro');
  await isDrawn;
  expect(control<HTMLInputElement>('available').checked).toBe(true);
  expect(asked).toEqual(['?kind=intro', '?kind=intro&available=true']);
  root.unmount();
});
