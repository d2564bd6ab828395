import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FaultyProxy, type Lie } from './proxy.ts';

let target: Server;
let proxy: FaultyProxy;
let reached: string[];
let verdict: 'pass' | 'cut before' | 'cut after';

beforeEach(async () => {
  reached = [];
  verdict = 'pass';
  target = createServer((request, response) => {
    reached.push(`${request.method} ${request.url}`);
    response.end('the truth');
  });
  await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve));
  proxy = await FaultyProxy.start((target.address() as AddressInfo).port, () => verdict);
});
afterEach(async () => {
  await proxy.close();
  target.closeAllConnections();
  await new Promise((resolve) => target.close(resolve));
});

const ask = async (withinMs = 5_000): Promise<string> => {
  const response = await fetch(`${proxy.url}/page`, { signal: AbortSignal.timeout(withinMs) });
  return `${response.status} ${await response.text()}`;
};
const reasonOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'it was answered',
    (error: Error & { cause?: NodeJS.ErrnoException }) => error.cause?.code ?? error.name,
  );

test('it carries faithfully and counts requests, on one connection as on many', async () => {
  for (let count = 0; count < 3; count++) expect(await ask()).toBe('200 the truth');
  await fetch(`${proxy.url}/healthz`);
  expect([proxy.requests, proxy.probes]).toEqual([3, 1]);
  expect(reached).toHaveLength(4);
  proxy.forgetRequests();
  expect([proxy.requests, proxy.probes]).toEqual([0, 0]);
});

test('it refuses, and listens again on the same port', async () => {
  await ask();
  await proxy.refuse();
  expect(await reasonOf(ask())).toBe('ECONNREFUSED');
  await proxy.pass();
  expect(await ask()).toBe('200 the truth');
});

test('it keeps silent: requests are taken and counted, and nothing reaches the target', async () => {
  proxy.silent();
  expect(await reasonOf(ask(200))).toBe('TimeoutError');
  expect(proxy.requests).toBe(1);
  expect(reached).toEqual([]);
  await proxy.pass();
  expect(await ask()).toBe('200 the truth');
});

test('it is late by as much as it was told', async () => {
  proxy.slow(150);
  const from = performance.now();
  expect(await ask()).toBe('200 the truth');
  expect(performance.now() - from).toBeGreaterThanOrEqual(145);
});

test('it lies, with the target none the wiser', async () => {
  const lie: Lie = { name: 'nothing', status: 404, contentType: 'application/json', body: '{}' };
  proxy.lie(lie);
  expect(await ask()).toBe('404 {}');
  proxy.lie({ ...lie, brokenOff: true });
  expect(await reasonOf(ask())).not.toBe('it was answered');
  expect(reached).toEqual([]);
  await proxy.pass();
  expect(await ask()).toBe('200 the truth');
});

test('it cuts open connections', async () => {
  proxy.slow(60_000);
  const waiting = reasonOf(ask());
  await expect.poll(() => reached.length).toBe(1);
  proxy.cut();
  expect(await waiting).toMatch(/ECONNRESET|UND_ERR_SOCKET/);
});

test('it cuts a connection before or after the target has what was sent', async () => {
  verdict = 'cut before';
  expect(await reasonOf(ask())).not.toBe('it was answered');
  expect(reached).toEqual([]);
  verdict = 'cut after';
  expect(await reasonOf(ask())).not.toBe('it was answered');
  await expect.poll(() => reached).toEqual(['GET /page']);
});
