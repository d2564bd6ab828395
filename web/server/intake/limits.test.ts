import { afterEach, expect, it, vi } from 'vitest';
import { answers, isLeftOut, REDIS } from '../../../scripts/lib/needs.ts';
import { IntakeLimits, type LimitsOptions, TooManyError } from './limits';

const open: IntakeLimits[] = [];
afterEach(() => {
  for (const limits of open.splice(0)) limits.close();
});

function limitsWith(options: LimitsOptions): IntakeLimits {
  const limits = new IntakeLimits({ secret: 'a-secret-of-this-test', ...options });
  open.push(limits);
  return limits;
}

const few = { network: { points: 2, seconds: 600 }, all: { points: 3, seconds: 60 } };

it('what is refused by one count is taken from no other', async () => {
  const limits = limitsWith({ allowances: few });
  for (let sent = 0; sent < 3; sent++) await limits.take(['network', `${sent}`], ['all', '']);
  for (let sent = 0; sent < 5; sent++)
    await expect(limits.take(['network', 'x'], ['all', ''])).rejects.toThrow(TooManyError);
  await limits.take(['network', 'x']);
  await limits.take(['network', 'x']);
  await expect(limits.take(['network', 'x'])).rejects.toThrow(TooManyError);
});

it('what is given back may be had again, and looking costs nothing', async () => {
  const limits = limitsWith({ allowances: few });
  for (let sent = 0; sent < 5; sent++) await (await limits.take(['network', 'x']))();
  for (let looked = 0; looked < 5; looked++) await limits.check(['network', 'x']);
  await limits.take(['network', 'x']);
  await limits.take(['network', 'x']);
  const tooMany: TooManyError = await limits.check(['network', 'x']).then(
    () => expect.unreachable(),
    (error) => error,
  );
  expect(tooMany.seconds).toBeGreaterThan(590);
  expect(tooMany.seconds).toBeLessThanOrEqual(600);
});

it('while Redis is away, a process counts for itself, at once', async () => {
  const limits = limitsWith({ redisUrl: 'redis://127.0.0.1:1', allowances: few });
  const startedAt = performance.now();
  await limits.take(['network', 'x']);
  await limits.take(['network', 'x']);
  await expect(limits.take(['network', 'x'])).rejects.toThrow(TooManyError);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});

const redisUrl = `redis://${REDIS.host}:${REDIS.port}`;

it.skipIf(isLeftOut(REDIS, await answers(REDIS)))('all processes count together in Redis', async () => {
  const shared = { redisUrl, redisPrefix: `test-${process.pid}-${performance.now()}`, allowances: few };
  const [one, other] = [limitsWith(shared), limitsWith(shared)];
  // Until both are connected, each counts for itself.
  await vi.waitFor(async () => {
    const of = `${performance.now()}`;
    for (const limits of [one, other]) await limits.take(['network', of]);
    await expect(one.check(['network', of])).rejects.toThrow(TooManyError);
  }, 10_000);
  await one.take(['network', 'x']);
  await other.take(['network', 'x']);
  await expect(one.take(['network', 'x'])).rejects.toThrow(TooManyError);
  await expect(other.take(['network', 'x'])).rejects.toThrow(TooManyError);
});
