import { createServer } from 'node:net';
import { expect, test, vi } from 'vitest';
import { answers, isLeftOut, type Need } from './needs.ts';
import { freePort } from './ports.ts';

const GREENHOUSE: Need = { name: 'A greenhouse', remedy: 'build one' };

test('tests whose needs are met run everywhere, and nothing is said', () => {
  const say = vi.fn();
  for (const ci of ['', 'true']) expect(isLeftOut(GREENHOUSE, true, { ci, say })).toBe(false);
  expect(say).not.toHaveBeenCalled();
});

test.each([
  [undefined, true, 'are SKIPPED'],
  ['', true, 'are SKIPPED'],
  ['false', true, 'are SKIPPED'],
  ['true', false, 'FAIL, since this is CI'],
  ['1', false, 'FAIL, since this is CI'],
])('with CI=%s, tests whose needs are not met are left out: %s', (ci, expected, said) => {
  const say = vi.fn();
  expect(isLeftOut(GREENHOUSE, false, { ci: ci ?? '', say })).toBe(expected);
  expect(say).toHaveBeenCalledExactlyOnceWith(
    `A greenhouse is missing: tests that need it ${said}. To have it, build one.`,
  );
});

test('what cannot be had everywhere is left out under CI too', () => {
  expect(isLeftOut({ ...GREENHOUSE, isOptional: true }, false, { ci: 'true', say: vi.fn() })).toBe(true);
});

test('it is known whether somebody listens', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  expect(await answers({ host: '127.0.0.1', port })).toBe(true);
  await new Promise((resolve) => server.close(resolve));
  expect(await answers({ host: '127.0.0.1', port: await freePort() })).toBe(false);
});
