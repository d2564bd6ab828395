import { CmsUnavailableError, EVERYTHING, NotFoundError } from '@deep-dive/shared-types';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Filled, type Origin, patienceOf, ResponseCache, type ResponseCacheOptions } from './cache';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
let now = 0;

beforeEach(() => {
  now = 1_000_000;
});

function response(text: string, tags: string[] = ['page'], rest: Partial<Filled> = {}): Filled {
  return {
    status: 200,
    contentType: 'text/html',
    body: Buffer.from(text),
    tags,
    freshUntil: now + MINUTE,
    ...rest,
  };
}
const missing = (): Filled => response('none', ['page'], { status: 404 });

function cacheWith(options: Partial<ResponseCacheOptions> = {}) {
  return new ResponseCache({ maxBytes: 1_000_000, now: () => now, ...options });
}

/** A fill that answers when it is told to. */
function heldFill(filled: Filled) {
  let finish = (): void => {};
  const promise = new Promise<Filled>((resolve) => {
    finish = () => resolve(filled);
  });
  return { fill: vi.fn(() => promise), finish };
}

const read = async (cache: ResponseCache, fill: () => Promise<Filled>, key = '/deep-dive') =>
  (await cache.get(key, fill)).body.toString();

const unavailable = () => Promise.reject(new CmsUnavailableError('away'));

describe('a fill that failed', () => {
  it('is not tried again for a while, but at once after an edit', async () => {
    const cache = cacheWith();
    await read(cache, async () => response('one'));
    now += 2 * MINUTE;
    expect(await read(cache, unavailable)).toBe('one');
    const fill = vi.fn(async () => response('two'));
    expect(await read(cache, fill)).toBe('one');
    expect(fill).not.toHaveBeenCalled();
    cache.invalidate(['page']);
    expect(await read(cache, fill)).toBe('two');
  });
});

describe('a fresh entry', () => {
  it('is answered without asking again', async () => {
    const cache = cacheWith();
    const fill = vi.fn(async () => response('one'));
    expect(await read(cache, fill)).toBe('one');
    expect(await read(cache, fill)).toBe('one');
    expect(fill).toHaveBeenCalledTimes(1);
    expect(cache.peek('/deep-dive')?.body.toString()).toBe('one');
  });

  it('is filled once for visitors who come at the same time', async () => {
    const cache = cacheWith();
    const { fill, finish } = heldFill(response('one'));
    const visitors = Promise.all([read(cache, fill), read(cache, fill), read(cache, fill)]);
    finish();
    expect(await visitors).toEqual(['one', 'one', 'one']);
    expect(fill).toHaveBeenCalledTimes(1);
  });
});

describe('an entry past its time', () => {
  it('is refreshed before it is answered', async () => {
    const cache = cacheWith();
    await read(cache, async () => response('old'));
    now += MINUTE;
    expect(await read(cache, async () => response('new'))).toBe('new');
  });

  it('is not asked for again at every request while the CMS fails', async () => {
    const onRefreshError = vi.fn();
    const cache = cacheWith({ onRefreshError });
    await read(cache, async () => response('old'));
    now += MINUTE;
    const fill = vi.fn(unavailable);
    expect(await read(cache, fill)).toBe('old');
    expect(onRefreshError).toHaveBeenCalledTimes(1);
    expect(await read(cache, fill)).toBe('old');
    expect(fill).toHaveBeenCalledTimes(1);
    now += 5_000;
    expect(await read(cache, fill)).toBe('old');
    expect(fill).toHaveBeenCalledTimes(2);
  });
});

describe('while a new entry is waited for', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const silent = (): Promise<Filled> => new Promise(() => {});
  /** How many milliseconds pass until something settles, and what it settles to; at most a minute. */
  async function timed<T>(promise: Promise<T>): Promise<[number, T | undefined]> {
    const start = performance.now();
    let outcome: [number, T | undefined] | undefined;
    void promise.then((value) => {
      outcome = [performance.now() - start, value];
    });
    for (let waited = 0; waited < MINUTE && !outcome; waited += 10) await vi.advanceTimersByTimeAsync(10);
    return outcome ?? [MINUTE, undefined];
  }
  async function cacheWithOld(origin?: Partial<Origin>, isInvalidated = true): Promise<ResponseCache> {
    const cache = cacheWith({ origin: { isDown: false, vouches: () => false, ...origin } });
    await read(cache, async () => response('old'));
    if (isInvalidated) cache.invalidate(['page']);
    else now += MINUTE;
    return cache;
  }

  it.each([true, false])(
    'a visitor waits 300 ms for it, then gets the old one (changed: %s)',
    async (changed) => {
      const cache = await cacheWithOld({}, changed);
      expect(await timed(read(cache, silent))).toEqual([300, 'old']);
    },
  );

  it('what they did not wait for is kept for the next one, and made once', async () => {
    const cache = await cacheWithOld();
    const { fill, finish } = heldFill(response('new'));
    const visitors = [read(cache, fill), read(cache, fill)];
    expect(await timed(Promise.all(visitors))).toEqual([300, ['old', 'old']]);
    finish();
    expect((await timed(read(cache, fill)))[1]).toBe('new');
    expect(fill).toHaveBeenCalledTimes(1);
  });

  it('they wait up to two seconds for what was changed, when the CMS shows that it lives', async () => {
    const vouches = vi.fn(() => true);
    const cache = await cacheWithOld({ vouches });
    const came = performance.now();
    expect(await timed(read(cache, silent))).toEqual([2_000, 'old']);
    expect(vouches).toHaveBeenCalledWith(came);
    const { fill, finish } = heldFill(response('new'));
    setTimeout(finish, 1_500);
    expect(await timed(read(await cacheWithOld({ vouches }), fill))).toEqual([1_500, 'new']);
  });

  it('but not for what is only past its time', async () => {
    const cache = await cacheWithOld({ vouches: () => true }, false);
    expect(await timed(read(cache, silent))).toEqual([300, 'old']);
  });

  it('nobody waits for one that was waited for in vain, until the next change', async () => {
    const cache = await cacheWithOld();
    await timed(read(cache, silent));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await timed(read(cache, silent))).toEqual([0, 'old']);
    cache.invalidate(['page']);
    expect(await timed(read(cache, silent))).toEqual([300, 'old']);
  });

  it('the old one is served at once while the CMS is known to be away, and nothing is asked', async () => {
    const origin = { isDown: true, vouches: () => false };
    const cache = cacheWith({ origin });
    await read(cache, async () => response('old'));
    cache.invalidate(['page']);
    const fill = vi.fn(silent);
    expect(cache.peek('/deep-dive')?.body.toString()).toBe('old');
    expect(await timed(read(cache, fill))).toEqual([0, 'old']);
    expect(fill).not.toHaveBeenCalled();
    origin.isDown = false;
    expect(await timed(read(cache, async () => response('new')))).toEqual([0, 'new']);
  });

  it('a page of several answers waits once for all of them', async () => {
    const answers = cacheWith();
    for (const key of ['a', 'b', 'c']) await answers.get(key, async () => response(`old ${key}`));
    answers.invalidate(['page']);
    const page = async (since: number): Promise<string> => {
      const made: string[] = [];
      for (const key of ['a', 'b', 'c']) made.push((await answers.get(key, silent, since)).body.toString());
      return made.join();
    };
    const [took, text] = await timed(page(performance.now()));
    expect(text).toBe('old a,old b,old c');
    expect(took).toBeLessThan(330);
  });

  it('one that nobody waits for takes its time', async () => {
    const cache = await cacheWithOld();
    const { fill, finish } = heldFill(response('new'));
    setTimeout(finish, 7_000);
    const refreshed = cache.get('/deep-dive', fill, null);
    const [took, entry] = await timed(refreshed);
    expect([took, entry?.body.toString()]).toEqual([7_000, 'new']);
    cache.invalidate(['page']);
    expect((await cache.get('/deep-dive', unavailable, null)).body.toString()).toBe('new');
  });

  it('a fill that may never end does not keep a later change from showing, and does not undo it', async () => {
    const cache = await cacheWithOld();
    const stuck = heldFill(response('stuck'));
    await timed(read(cache, stuck.fill));
    await vi.advanceTimersByTimeAsync(2_000);
    cache.invalidate(['page']);
    expect(await timed(read(cache, async () => response('new')))).toEqual([0, 'new']);
    stuck.finish();
    await vi.advanceTimersByTimeAsync(10);
    expect(await timed(read(cache, unavailable))).toEqual([0, 'new']);
  });

  it('a fill that fails after a change does not keep the next visitor from asking', async () => {
    const cache = await cacheWithOld();
    let fail = (): void => {};
    const failing = (): Promise<Filled> =>
      new Promise((_, reject) => {
        fail = () => reject(new CmsUnavailableError('away'));
      });
    await timed(read(cache, failing));
    cache.invalidate(['page']);
    fail();
    await vi.advanceTimersByTimeAsync(0);
    expect(await timed(read(cache, async () => response('new')))).toEqual([0, 'new']);
  });

  it('a fill that was waited for in vain and ends at last leaves the one that took its place alone', async () => {
    const cache = await cacheWithOld();
    const stuck = heldFill(response('stuck'));
    await timed(read(cache, stuck.fill));
    await vi.advanceTimersByTimeAsync(2_000);
    cache.invalidate(['page']);
    const { fill, finish } = heldFill(response('new'));
    const first = read(cache, fill);
    stuck.finish();
    await vi.advanceTimersByTimeAsync(10);
    const second = read(cache, fill);
    finish();
    expect(await timed(Promise.all([first, second]))).toEqual([0, ['new', 'new']]);
    expect(fill).toHaveBeenCalledTimes(1);
  });

  it('what nobody waits for joins a fill that others have waited for in vain', async () => {
    const cache = await cacheWithOld();
    const { fill, finish } = heldFill(response('new'));
    await timed(read(cache, fill));
    await vi.advanceTimersByTimeAsync(2_000);
    setTimeout(finish, 1_000);
    const [took, entry] = await timed(cache.get('/deep-dive', fill, null));
    expect([took, entry?.body.toString()]).toEqual([1_000, 'new']);
    expect(fill).toHaveBeenCalledTimes(1);
  });

  it('with nothing older, whoever comes late waits for it too', async () => {
    const cache = cacheWith();
    const { fill, finish } = heldFill(response('first'));
    setTimeout(finish, 9_000);
    const early = read(cache, fill);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await timed(read(cache, fill))).toEqual([6_000, 'first']);
    expect(await early).toBe('first');
    expect(fill).toHaveBeenCalledTimes(1);
  });

  it.each([
    [false, 300],
    [true, 2_000],
  ])(
    'what only adds to a page is waited for as long as the page is (the CMS lives: %s)',
    async (lives, ms) => {
      const origin = { isDown: false, vouches: () => lives };
      expect((await timed(patienceOf(origin, performance.now())))[0]).toBe(ms);
      expect((await timed(patienceOf(origin, performance.now() - 100)))[0]).toBe(ms - 100);
      expect((await timed(patienceOf(origin, performance.now() - 5_000)))[0]).toBeLessThanOrEqual(10);
    },
  );

  it('with nothing older, the CMS’s own time limit is waited for', async () => {
    const { fill, finish } = heldFill(response('first'));
    setTimeout(finish, 9_000);
    expect(await timed(read(cacheWith(), fill))).toEqual([9_000, 'first']);
  });

  it('tells a fill whether there is something older', async () => {
    const cache = cacheWith();
    const fill = vi.fn(async (_isRefresh: boolean) => response('one'));
    await cache.get('/deep-dive', fill);
    cache.invalidate(['page']);
    await cache.get('/deep-dive', fill);
    expect(fill.mock.calls).toEqual([[false], [true]]);
  });
});

describe('an invalidated entry', () => {
  it('makes the next visitor wait for the new one', async () => {
    const cache = cacheWith();
    await read(cache, async () => response('old', ['page:1']));
    cache.invalidate(['page:1']);
    expect(cache.peek('/deep-dive')).toBeUndefined();
    expect(await read(cache, async () => response('new'))).toBe('new');
  });

  it('is left alone by changes to other things', async () => {
    const cache = cacheWith();
    await read(cache, async () => response('one', ['page:1']));
    cache.invalidate(['page:2', 'workshop']);
    expect(cache.peek('/deep-dive')).toBeDefined();
    cache.invalidate([EVERYTHING]);
    expect(cache.peek('/deep-dive')).toBeUndefined();
  });

  it('is one of which anything has changed that it was made from', async () => {
    const cache = cacheWith();
    await read(cache, async () => response('one', ['page:1', 'workshop', 'site']));
    cache.invalidate(['workshop']);
    expect(cache.peek('/deep-dive')).toBeUndefined();
  });

  it('is served while the CMS is away, for a week and no longer', async () => {
    const cache = cacheWith();
    await read(cache, async () => response('old'));
    cache.invalidate(['page']);
    expect(await read(cache, unavailable)).toBe('old');
    now += 7 * DAY + 2 * MINUTE;
    await expect(read(cache, unavailable)).rejects.toThrow(CmsUnavailableError);
  });

  it('is gone when the CMS says that the page is', async () => {
    const cache = cacheWith();
    await read(cache, async () => response('old'));
    cache.invalidate(['page']);
    await expect(read(cache, () => Promise.reject(new NotFoundError('gone')))).rejects.toThrow(NotFoundError);
    await expect(read(cache, unavailable)).rejects.toThrow(CmsUnavailableError);
  });
});

describe('a fill that began before a change', () => {
  it('is not kept as fresh, and those who came after the change get the new page', async () => {
    const cache = cacheWith();
    const before = heldFill(response('before the change', ['page:1']));
    const early = read(cache, before.fill);
    cache.invalidate(['page:1']);
    const late = read(cache, async () => response('after the change', ['page:1']));
    before.finish();
    expect(await early).toBe('before the change');
    expect(await late).toBe('after the change');
    expect(cache.peek('/deep-dive')?.body.toString()).toBe('after the change');
  });

  it('is not held on to for being made from old answers either', async () => {
    const cache = cacheWith();
    const before = heldFill(response('before the change', ['page:1'], { upToDate: false }));
    const early = read(cache, before.fill);
    cache.invalidate(['page:1']);
    before.finish();
    await early;
    expect(await read(cache, async () => response('after the change', ['page:1']))).toBe('after the change');
  });

  it('is kept when the change was to something else', async () => {
    const cache = cacheWith();
    const { fill, finish } = heldFill(response('one', ['page:1']));
    const visitor = read(cache, fill);
    cache.invalidate(['workshop']);
    const later = vi.fn(async () => response('two'));
    const next = read(cache, later);
    finish();
    expect([await visitor, await next]).toEqual(['one', 'one']);
    expect(later).not.toHaveBeenCalled();
    expect(cache.peek('/deep-dive')).toBeDefined();
  });
});

describe('a page made from old answers', () => {
  it('is served for a moment and then made again', async () => {
    const cache = cacheWith();
    await read(cache, async () => response('from old answers', ['page'], { upToDate: false }));
    expect(cache.peek('/deep-dive')?.body.toString()).toBe('from old answers');
    now += 5_000;
    expect(cache.peek('/deep-dive')).toBeUndefined();
    expect(await read(cache, async () => response('new'))).toBe('new');
  });
});

describe('a page that did not wait for all of its answers', () => {
  it('is made again as soon as they are there', async () => {
    const cache = cacheWith();
    let arrive = (): void => {};
    const late = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await read(cache, async () => response('in part', ['page'], { upToDate: false, late }));
    expect(await read(cache, async () => response('whole'))).toBe('in part');
    arrive();
    await late;
    expect(await read(cache, async () => response('whole'))).toBe('whole');
  });
});

describe('a missing page', () => {
  it('is remembered as missing until its collection changes', async () => {
    const cache = cacheWith();
    const fill = vi.fn(async () => missing());
    expect((await cache.get('/api/pages/typo', fill)).status).toBe(404);
    await cache.get('/api/pages/typo', fill);
    expect(fill).toHaveBeenCalledTimes(1);
    cache.invalidate(['page']);
    expect(await read(cache, async () => response('published now'), '/api/pages/typo')).toBe('published now');
  });

  it('is never claimed from memory while the CMS is away', async () => {
    const cache = cacheWith();
    await cache.get('/api/pages/typo', async () => missing());
    now += MINUTE;
    await expect(cache.get('/api/pages/typo', unavailable)).rejects.toThrow(CmsUnavailableError);
    const away = cacheWith({ origin: { isDown: true, vouches: () => false } });
    await away.get('/api/pages/typo', async () => missing());
    now += MINUTE;
    expect(away.peek('/api/pages/typo')).toBeUndefined();
  });

  it('takes no room from pages that exist', async () => {
    const cache = cacheWith({ maxBytes: 10_000, maxMissingBytes: 10_000 });
    await read(cache, async () => response('good'));
    for (let i = 0; i < 500; i++) await cache.get(`/api/pages/made-up-${i}`, async () => missing());
    expect(cache.peek('/deep-dive')?.body.toString()).toBe('good');
    expect(cache.peek('/api/pages/made-up-0')).toBeUndefined();
  });
});

describe('an entry that was kept from an earlier run', () => {
  it('is served while the CMS is away, and made anew as soon as it is not', async () => {
    const cache = cacheWith();
    expect(cache.isEmpty).toBe(true);
    cache.restore('/deep-dive', response('old'), now - DAY);
    expect(cache.isEmpty).toBe(false);
    expect(cache.peek('/deep-dive')).toBeUndefined();
    expect(cache.kept('/deep-dive')).toMatchObject({ invalidated: true, storedAt: now - DAY });
    expect(await read(cache, unavailable)).toBe('old');
    now += 5_000;
    expect(await read(cache, async () => response('new'))).toBe('new');
  });

  it('counts its week from when it was made', async () => {
    const cache = cacheWith();
    cache.restore('/deep-dive', response('old', ['page'], { freshUntil: now - 6 * DAY }), now - 7 * DAY);
    expect(await read(cache, unavailable)).toBe('old');
    now += DAY;
    await expect(read(cache, unavailable)).rejects.toThrow(CmsUnavailableError);
  });
});

describe('whoever keeps entries beyond this run', () => {
  it('is told of each that is kept, and of each that is gone', async () => {
    const onChange = vi.fn();
    const cache = cacheWith({ onChange });
    await read(cache, async () => response('one'));
    expect(onChange.mock.calls).toEqual([['/deep-dive', cache.kept('/deep-dive')]]);
    cache.invalidate(['page']);
    await read(cache, async () => response('two'));
    expect(onChange.mock.calls.slice(1)).toEqual([['/deep-dive', cache.kept('/deep-dive')]]);
    cache.invalidate(['page']);
    await read(cache, async () => missing());
    expect(onChange.mock.calls.slice(2)).toEqual([['/deep-dive', undefined]]);
    expect(cache.kept('/deep-dive')).toBeUndefined();
  });

  it('is not told of what is too large to be kept, which is answered all the same', async () => {
    const onChange = vi.fn();
    const cache = cacheWith({ maxBytes: 10_000, onChange });
    expect((await cache.get('/large', async () => response('x'.repeat(6_000)))).body.length).toBe(6_000);
    expect(onChange).not.toHaveBeenCalledWith('/large', expect.anything());
    expect(cache.isEmpty).toBe(true);
  });
});

describe('a fill that is running', () => {
  it('can be waited for, and tells nothing of how it ended', async () => {
    const cache = cacheWith();
    expect(cache.running('/deep-dive')).toBeUndefined();
    const asked = read(cache, unavailable);
    const settled = cache.running('/deep-dive');
    await expect(asked).rejects.toThrow(CmsUnavailableError);
    expect(await settled).toBeUndefined();
    expect(cache.running('/deep-dive')).toBeUndefined();
  });
});

describe('the bound in bytes', () => {
  it('drops what was used longest ago, and says so', async () => {
    const onChange = vi.fn();
    const cache = cacheWith({ maxBytes: 10_000, onChange });
    const big = async () => response('x'.repeat(3_000));
    await cache.get('/first', big);
    await cache.get('/second', big);
    expect(cache.peek('/first')).toBeUndefined();
    expect(cache.peek('/second')).toBeDefined();
    expect(onChange).toHaveBeenCalledWith('/first', undefined);
  });
});
