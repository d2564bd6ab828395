// @vitest-environment jsdom
import type { PreviewAbout, PreviewName } from '@deep-dive/shared-types';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { Preview } from './Preview';

const name: PreviewName = { credential: 'a.b.c', shows: 'drafts', at: null };
const about: PreviewAbout = {
  title: '“Deep Dive” (Page)',
  path: '/deep-dive',
  form: 'https://cms.example.org/admin/1',
  version: null,
  problems: [],
  until: 0,
};

let root: Root;
/** What the site answers below the preview's "/api", by path: a body, or a status. */
let answers: Record<string, object | number>;
let reloaded: Mock<() => void>;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );
  answers = { '/revision': { revision: 1 }, '/about': about };
  vi.stubGlobal(
    'fetch',
    vi.fn(async (address: string) => {
      const answer = answers[address.replace('/preview/a.b.c/api', '')] ?? 404;
      if (typeof answer === 'number') return new Response('{}', { status: answer });
      return Response.json(answer);
    }),
  );
  reloaded = vi.fn();
  vi.spyOn(HTMLIFrameElement.prototype, 'contentWindow', 'get').mockReturnValue({
    location: { reload: reloaded },
  } as unknown as Window);
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root') as HTMLElement);
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const show = (changes: Partial<PreviewAbout> = {}, asked: PreviewName = name): Promise<void> =>
  act(async () =>
    root.render(<Preview state={{ name: asked, about: { ...about, ...changes }, revision: 1 }} />),
  );
const second = (): Promise<unknown> => act(() => vi.advanceTimersByTimeAsync(1_000));
const text = (): string => document.body.textContent ?? '';
const frames = (): string[] => [...document.querySelectorAll('iframe')].map(({ title }) => title);
const labelled = (words: string): HTMLInputElement =>
  [...document.querySelectorAll('label')].find(({ textContent }) => textContent === words)
    ?.control as HTMLInputElement;

describe('a preview', () => {
  it('shows its page on a phone and on a desk, or on one of them', async () => {
    await show();
    expect(frames()).toEqual(['The page on a phone', 'The page on a desktop']);
    expect(document.querySelector('iframe')?.getAttribute('src')).toBe('/preview/a.b.c/page/deep-dive');
    await act(async () => labelled('Desktop').click());
    expect(frames()).toEqual(['The page on a desktop']);
  });

  it('follows every save, and leaves the frames alone until then', async () => {
    await show();
    await second();
    expect(reloaded).not.toHaveBeenCalled();
    answers['/revision'] = { revision: 2 };
    answers['/about'] = { ...about, title: '“Deeper Dive” (Page)', problems: ['It has no words.'] };
    await second();
    expect(reloaded).toHaveBeenCalledTimes(2);
    expect(document.querySelector('h1')?.textContent).toBe('“Deeper Dive” (Page)');
    expect(text()).toContain('One thing keeps it from being published');
    await second();
    expect(reloaded).toHaveBeenCalledTimes(2);
  });

  it('says so while the CMS is away, and when it has ended', async () => {
    await show();
    answers['/revision'] = 503;
    await second();
    expect(text()).toContain('The CMS doesn’t answer just now.');
    answers['/revision'] = { revision: 1 };
    await second();
    expect(text()).toContain('Only you see this.');
    answers['/revision'] = 401;
    await second();
    expect(text()).toContain('This preview has ended');
    const asked = vi.mocked(fetch).mock.calls.length;
    await second();
    expect(fetch).toHaveBeenCalledTimes(asked);
  });

  it('asks nothing while nobody sees it, and at once when somebody does', async () => {
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    await show();
    await second();
    expect(fetch).not.toHaveBeenCalled();
    hidden.mockReturnValue(false);
    await act(async () => {
      document.dispatchEvent(new Event('visibilitychange'));
    });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('of what can’t be shown says what to do', async () => {
    await show({ path: null, problems: ['Add at least one date.', 'Add the venue.'] });
    expect(frames()).toEqual([]);
    expect(text()).toContain('Fill in what is missing');
    expect(text()).toContain('2 things keep it from being published');
  });

  it('of what visitors don’t see says so', async () => {
    await show({ path: null });
    expect(text()).toContain('Visitors don’t see this on the site.');
  });

  it('shows as of when it is, on the reader’s clock', async () => {
    const at = new Date(2027, 2, 6, 9, 30).getTime();
    await show({ version: 3 }, { ...name, shows: 'live', at });
    expect(labelled('As of').value).toBe('2027-03-06T09:30');
    expect(labelled('Show').value).toBe('live');
    expect(document.querySelector('h1')?.textContent).toContain('as of version 3');
  });
});
