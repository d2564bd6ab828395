import { CmsUnavailableError, type CountHandOver, MOST_COUNTS } from '@deep-dive/shared-types';
import { beforeEach, expect, it, vi } from 'vitest';
import { RefusedError } from '../intake/intake-cms';
import { VisitCounts } from './visit-counts';

let now: number;
let isOn: boolean;
let fails: Error | undefined;
let sent: CountHandOver[];

beforeEach(() => {
  now = Date.parse('2027-01-15T23:59:00Z');
  isOn = true;
  fails = undefined;
  sent = [];
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

const start = (): VisitCounts =>
  new VisitCounts({
    cms: {
      ask: async (_path, shape, { body }) => {
        sent.push(body as CountHandOver);
        if (fails) throw fails;
        return shape.parse({ taken: true });
      },
    },
    isOn: () => isOn,
    now: () => now,
  });

it('sums of a day are handed over once', async () => {
  const counts = start();
  for (let time = 0; time < 3; time++) counts.add('view', '/deep-dive');
  counts.add('nothing', '989-WA');
  now += 120_000;
  counts.add('view', '/deep-dive');
  await counts.close();
  expect(sent).toEqual([
    {
      key: expect.stringMatching(/^[\w-]{43}$/),
      counts: [
        { day: '2027-01-15', kind: 'view', subject: '/deep-dive', count: 3 },
        { day: '2027-01-15', kind: 'nothing', subject: '989-WA', count: 1 },
        { day: '2027-01-16', kind: 'view', subject: '/deep-dive', count: 1 },
      ],
    },
  ]);
});

it('what is not answered is handed over again under its key, and what came since under another', async () => {
  const counts = start();
  counts.add('view', '/deep-dive');
  fails = new CmsUnavailableError('away');
  await counts.handOver();
  counts.add('view', '/deep-dive');
  await counts.handOver();
  fails = undefined;
  await counts.handOver();
  await counts.handOver();
  const [first, again, ...last] = sent;
  expect(again).toEqual(first);
  expect(last.map(({ key }) => key === first?.key)).toEqual([true, false]);
  expect(last.map((each) => each.counts[0]?.count)).toEqual([1, 1]);
  await counts.close();
  expect(sent).toHaveLength(4);
});

it('what the CMS refuses is given up', async () => {
  const counts = start();
  counts.add('view', '/deep-dive');
  fails = new RefusedError([{ field: 'counts', message: 'No' }]);
  await counts.handOver();
  fails = undefined;
  await counts.close();
  expect(sent).toHaveLength(1);
});

it('nothing is counted or sent while it is switched off, nor what was counted before', async () => {
  const counts = start();
  counts.add('view', '/deep-dive');
  isOn = false;
  counts.add('view', '/deep-dive');
  await counts.handOver();
  isOn = true;
  await counts.close();
  expect(sent).toEqual([]);
});

it('made-up names fill neither the memory nor the CMS', async () => {
  const counts = start();
  for (let name = 0; name < 10_000; name++) counts.add('view', `/${name}`);
  counts.add('view', `/${'x'.repeat(5_000)}`);
  await counts.close();
  expect(sent.every((each) => each.counts.length <= MOST_COUNTS)).toBe(true);
  expect(sent.flatMap((each) => each.counts).length).toBeLessThan(5_000);
});

it('a process that stops doesn’t wait for a CMS that hangs', async () => {
  const counts = new VisitCounts({ cms: { ask: () => new Promise(() => {}) }, isOn: () => true });
  counts.add('view', '/deep-dive');
  const began = performance.now();
  await counts.close();
  expect(performance.now() - began).toBeLessThan(2_500);
});
