import { CmsUnavailableError, NotFoundError } from '@deep-dive/shared-types';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Question, Upstream } from './upstream';

type Fate = 'well' | 'dead' | 'silent' | 'failing' | number;
const A = 'http://cms-a:1337';
const B = 'http://cms-b:1337';
const QUESTION: Question = { timeoutMs: 10_000, isRefresh: false };
/** Reads an answer as the site does: anything but 200 and 404 is none. */
const readText = async (response: Response): Promise<string> => {
  if (response.status === 404) throw new NotFoundError('none');
  if (response.status !== 200) throw new CmsUnavailableError(`answered ${response.status}`);
  return response.text();
};

/** By address, or by address and path; a number is how many milliseconds it takes. */
let fates: Map<string, Fate>;
let asked: { host: string; path: string; at: number }[];
let upstream: Upstream;
const lines: string[] = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.spyOn(console, 'error').mockImplementation((line) => void lines.push(line));
  vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(line));
  lines.length = 0;
  fates = new Map();
  asked = [];
});
afterEach(() => {
  upstream.close();
  vi.useRealTimers();
});

const network: typeof fetch = (input, init) => {
  const { origin, host, pathname: path } = new URL(String(input));
  asked.push({ host, path, at: performance.now() });
  const fate = fates.get(origin + path) ?? fates.get(origin) ?? 'well';
  return new Promise((resolve, reject) => {
    init?.signal?.throwIfAborted();
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
    const answer = (): void => resolve(new Response(host, { status: fate === 'failing' ? 503 : 200 }));
    if (fate === 'dead') reject(new TypeError('fetch failed', { cause: new Error('ECONNREFUSED') }));
    else if (typeof fate === 'number') setTimeout(answer, fate);
    else if (fate !== 'silent') answer();
  });
};
const start = (urls = [A], random = () => 1): Upstream => {
  upstream = new Upstream({ urls, fetch: network, random });
  return upstream;
};
const ask = (path = '/api/pages/a', question: Partial<Question> = {}) =>
  upstream.ask(path, { ...QUESTION, ...question }, readText);
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
interface Outcome {
  /** The answer, or the name of the error. */
  said: string;
  /** Milliseconds it took. */
  after: number;
}
/** What promises come to, and when; time passes meanwhile. */
async function outcomes(promises: Promise<string>[]): Promise<Outcome[]> {
  const since = performance.now();
  const after = (): number => performance.now() - since;
  let isOver = false;
  const settled = Promise.all(
    promises.map((promise) =>
      promise.then(
        (said) => ({ said, after: after() }),
        (error: Error) => ({ said: error.name, after: after() }),
      ),
    ),
  );
  void settled.then(() => {
    isOver = true;
  });
  await pass(0);
  while (!isOver) await vi.advanceTimersToNextTimerAsync();
  return settled;
}
const outcome = async (promise: Promise<string>): Promise<Outcome> => {
  const [one] = await outcomes([promise]);
  if (!one) throw new Error('There is one for each promise');
  return one;
};
const many = (count: number, question?: Partial<Question>) =>
  Array.from({ length: count }, (_, i) => ask(`/api/pages/${i}`, question));
const probes = (host = 'cms-a:1337') => asked.filter((one) => one.host === host && one.path === '/readyz');
async function untilDown(): Promise<void> {
  await outcome(ask());
  while (!upstream.isDown) await pass(10);
}

describe('an address that answers nothing', () => {
  it('that refuses connections is known to be away at once', async () => {
    start();
    fates.set(A, 'dead');
    expect((await outcome(ask())).said).toBe('CmsUnavailableError');
    await pass(60);
    expect(upstream.isDown).toBe(true);
    expect(lines).toEqual([
      'The CMS at cms-a:1337 does not answer (ECONNREFUSED); it is asked now and then until it does.',
    ]);
  });

  it('that is silent is known to be away after two probes in vain, and what was asked is given up', async () => {
    start();
    fates.set(A, 'silent');
    const { said, after } = await outcome(ask());
    expect(said).toBe('CmsUnavailableError');
    expect(after).toBeGreaterThan(2_000);
    expect(after).toBeLessThan(2_300);
    expect(upstream.isDown).toBe(true);
  });

  it('that says it lives and lets requests hang is away after five', async () => {
    start();
    fates.set(A, 'silent').set(`${A}/readyz`, 'well');
    for (const one of await outcomes(many(5))) expect(one.after).toBeLessThanOrEqual(10_010);
    expect(upstream.isDown).toBe(true);
    await pass(20_000);
    expect(upstream.isDown, 'its probes do not help it').toBe(true);
    fates.clear();
    await pass(4_100);
    expect(upstream.isDown).toBe(false);
  });

  it('that fails for one page only is not away, and others are not given up', async () => {
    start();
    fates.set(`${A}/api/pages/broken`, 'failing').set(`${A}/api/pages/slow`, 3_000);
    const slow = ask('/api/pages/slow');
    await pass(0);
    for (let i = 0; i < 20; i++)
      expect((await outcome(ask('/api/pages/broken'))).said).toBe('CmsUnavailableError');
    expect((await outcome(slow)).said).toBe('cms-a:1337');
    expect(upstream.isDown).toBe(false);
    expect(lines).toEqual([]);
  });

  it('is never blamed for what it does not have, or for a visitor who went away', async () => {
    start();
    await expect(
      upstream.ask('/x', QUESTION, () => Promise.reject(new NotFoundError('none'))),
    ).rejects.toThrow(NotFoundError);
    fates.set(A, 50);
    const visitor = new AbortController();
    const asking = ask('/uploads/x', { signal: visitor.signal });
    const reason = new Error('gone');
    visitor.abort(reason);
    await expect(asking).rejects.toBe(reason);
    await pass(1_000);
    expect(probes()).toEqual([]);
  });
});

describe('while it is away', () => {
  it('it is asked after pauses that grow, one probe at a time, and by nobody else', async () => {
    start();
    fates.set(A, 'dead');
    await untilDown();
    const from = asked.length;
    await pass(12_500);
    const times = asked.slice(from).map(({ at }) => at);
    const pauses = times.slice(1).map((at, i) => Math.round(at - (times[i] ?? 0)));
    expect(pauses).toEqual([1_000, 2_000, 3_000, 3_000, 3_000]);
    expect(asked.slice(from).every(({ path }) => path === '/readyz')).toBe(true);
    expect((await outcome(ask('/api/pages/a', { isRefresh: true }))).after).toBeLessThan(10);
    expect(asked.at(-1)?.path).toBe('/readyz');
  });

  it('the pauses are of random length', async () => {
    const numbers = [0.5, 0.1, 0.9, 0.3];
    start([A], () => numbers.shift() ?? 1);
    fates.set(A, 'dead');
    await untilDown();
    const from = asked.length;
    await pass(3_000);
    const times = asked.slice(from).map(({ at }) => at);
    expect(times.slice(1).map((at, i) => Math.round(at - (times[i] ?? 0)))).toEqual(
      [100, 1_800, 900].slice(0, 2),
    );
  });

  it('who has nothing older to be shown waits a moment at most', async () => {
    start();
    fates.set(A, 'silent');
    await untilDown();
    for (let i = 0; i < 20; i++) {
      const { said, after } = await outcome(ask());
      expect(said).toBe('CmsUnavailableError');
      expect(after).toBeLessThanOrEqual(305);
    }
  });

  it('it is back as soon as somebody in need asks, or it says that something changed', async () => {
    start();
    fates.set(A, 'dead');
    await untilDown();
    await pass(2_000);
    fates.clear();
    expect((await outcome(ask())).said).toBe('cms-a:1337');
    fates.set(A, 'dead');
    await untilDown();
    await pass(2_000);
    fates.clear();
    await upstream.nudge();
    expect(upstream.isDown).toBe(false);
    expect(lines.at(-1)).toBe('The CMS at cms-a:1337 answers again.');
  });

  it('it is not back before it gives a real answer', async () => {
    start();
    fates.set(A, 'dead');
    await untilDown();
    fates.set(A, 'failing').set(`${A}/readyz`, 'well');
    await pass(10_000);
    expect(upstream.isDown).toBe(true);
  });
});

describe('waiting for the CMS', () => {
  it('is worth it when it has answered meanwhile', async () => {
    start();
    fates.set(A, 900).set(`${A}/readyz`, 5);
    const since = performance.now();
    expect(upstream.vouches(since)).toBe(false);
    const asking = ask();
    await pass(299);
    expect(upstream.vouches(since)).toBe(true);
    await pass(1_000);
    await asking;
  });

  it('is not when a probe goes unanswered, or a request runs for longer than any should', async () => {
    start();
    fates.set(A, 'silent');
    const since = performance.now();
    const asking = ask();
    await pass(299);
    expect(upstream.vouches(since)).toBe(false);
    fates.set(`${A}/readyz`, 'well');
    await pass(1_500);
    expect(upstream.vouches(since)).toBe(true);
    await pass(400);
    expect(upstream.vouches(performance.now() - 200)).toBe(false);
    await outcome(asking);
  });

  it('is not when others wait in line', async () => {
    start();
    fates.set(A, 500).set(`${A}/readyz`, 'well');
    const since = performance.now();
    const refreshes = many(40, { isRefresh: true });
    await pass(299);
    expect(upstream.vouches(since)).toBe(false);
    await outcomes(refreshes);
  });
});

describe('many questions at once', () => {
  it('are asked sixteen at a time where something older is at hand, and nobody in need stands behind them', async () => {
    start();
    fates.set(A, 100).set(`${A}/readyz`, 'well');
    const refreshes = many(100, { isRefresh: true });
    await pass(50);
    expect(asked.length).toBe(16);
    expect((await outcome(ask('/api/pages/new'))).after).toBeLessThanOrEqual(105);
    for (const { said } of await outcomes(refreshes)) expect(said).toBe('cms-a:1337');
  });

  it('wait in line no longer than an answer may take', async () => {
    start();
    fates.set(A, 9_000).set(`${A}/readyz`, 'well');
    const said = (await outcomes(many(40, { isRefresh: true }))).map((one) => one.said);
    expect(said.filter((one) => one === 'cms-a:1337')).toHaveLength(16);
    expect(said.filter((one) => one === 'CmsUnavailableError')).toHaveLength(24);
    expect(upstream.isDown, 'who had to wait is no reason to think it is away').toBe(false);
  });
});

describe('a CMS that is asked no more', () => {
  it('is not probed either, and nobody is told of it', async () => {
    start();
    fates.set(A, 'dead');
    await untilDown();
    upstream.close();
    const before = asked.length;
    lines.length = 0;
    await pass(20_000);
    expect([asked.length, lines]).toEqual([before, []]);
  });

  it('is not watched while what it was asked runs on', async () => {
    start();
    fates.set(A, 3_000);
    const asking = ask();
    upstream.close();
    expect((await outcome(asking)).said).toBe('cms-a:1337');
    expect(probes()).toHaveLength(0);
  });
});

describe('two addresses', () => {
  it('what one of them does not have is not asked of the other', async () => {
    start([A, B]);
    const asking = upstream.ask('/x', QUESTION, () => Promise.reject(new NotFoundError('none')));
    await expect(asking).rejects.toThrow(NotFoundError);
    expect(asked).toHaveLength(1);
  });

  it('are worth waiting for as soon as one has answered, and while neither is late', async () => {
    start([A, B]);
    fates.set(A, 900).set(B, 10).set(`${A}/readyz`, 'silent');
    const since = performance.now();
    const both = many(2);
    await pass(20);
    expect(upstream.vouches(since)).toBe(true);
    await outcomes(both);
  });

  it('one that is in doubt is asked only while the other is away', async () => {
    start([A, B]);
    fates.set(A, 'failing').set(`${A}/readyz`, 'silent');
    await outcomes(many(2));
    asked = [];
    for (let i = 0; i < 6; i++) expect((await outcome(ask(`/api/pages/${i}`))).said).toBe('cms-b:1337');
    expect(asked.filter(({ host, path }) => host === 'cms-a:1337' && path !== '/readyz')).toEqual([]);
  });

  it('share what there is to ask', async () => {
    start([A, B]);
    fates.set(A, 20).set(B, 20);
    await outcomes(many(20));
    for (const host of ['cms-a:1337', 'cms-b:1337'])
      expect(asked.filter((one) => one.host === host)).toHaveLength(10);
  });

  it('the one that is slow is asked less', async () => {
    start([A, B]);
    fates.set(A, 900).set(B, 20).set(`${A}/readyz`, 'well');
    for (let i = 0; i < 20; i++) {
      void ask(`/api/pages/${i}`);
      await pass(30);
    }
    const askedOfA = asked.filter(({ host, path }) => host === 'cms-a:1337' && path !== '/readyz');
    expect(askedOfA.length).toBeLessThan(5);
    await pass(1_000);
  });

  it('what a silent one was asked is asked of the other, long before its time is up', async () => {
    start([A, B]);
    fates.set(A, 'silent').set(B, 20);
    for (const { said, after } of await outcomes(many(2))) {
      expect(said).toBe('cms-b:1337');
      expect(after).toBeLessThan(1_200);
    }
  });

  it('one that was in doubt takes its part again', async () => {
    start([A, B]);
    fates.set(`${A}/api/pages/a`, 'failing').set(`${B}/api/pages/a`, 'failing');
    await outcome(ask());
    await pass(200);
    fates.clear();
    asked = [];
    for (let i = 0; i < 10; i++) await outcome(ask(`/api/pages/${i}`));
    expect(asked.filter((one) => one.host === 'cms-a:1337')).toHaveLength(5);
  });

  it('tell the operator which of them is away, without a password in its address', async () => {
    start(['http://user:secret@cms-a:1337', B]);
    fates.set('http://cms-a:1337', 'dead');
    expect(await upstream.check()).toEqual([
      { name: 'cms-a:1337', isReachable: false },
      { name: 'cms-b:1337', isReachable: true },
    ]);
  });

  it('one that is back is asked when the other has just failed', async () => {
    start([A, B]);
    fates.set(A, 'dead');
    await outcomes(many(4));
    await pass(5_000);
    fates.set(A, 'well').set(B, 'dead');
    expect((await outcome(ask())).said).toBe('cms-a:1337');
  });

  it('whatever becomes of them, a question is answered while one is well, and all is well in the end', async () => {
    const fate = fc.constantFrom<Fate>('well', 'dead', 'silent', 'failing');
    const step = fc.record({ a: fate, b: fate, pause: fc.integer({ min: 4_100, max: 8_000 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        fates.clear();
        start([A, B]);
        let wasWell = { a: true, b: true };
        for (const { a, b, pause } of steps) {
          const isWell = { a: a === 'well', b: b === 'well' };
          fates.set(A, a).set(B, b);
          const [one, refresh] = await Promise.all([
            outcome(ask()),
            outcome(ask('/api/site', { isRefresh: true })),
          ]);
          if ((isWell.a && wasWell.a) || (isWell.b && wasWell.b)) expect(one.said).toMatch(/^cms-/);
          if (!isWell.a && !isWell.b) expect(one.said).toBe('CmsUnavailableError');
          wasWell = isWell;
          expect(one.after).toBeLessThan(5_000);
          expect(refresh.after).toBeLessThan(5_000);
          await pass(pause);
        }
        fates.clear();
        await pass(5_000);
        expect(upstream.isDown).toBe(false);
        for (let i = 0; i < 4; i++) expect((await outcome(ask())).after).toBeLessThan(10);
        upstream.close();
      }),
      { numRuns: 40 },
    );
  });
});
