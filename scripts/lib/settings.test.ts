import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readSettings, requireFreePort } from './settings.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'deep-dive-settings-'));
  vi.stubEnv('DATA_DIR', folder);
  for (const name of ['PORT', 'CMS_PORT', 'DEMO_PASSWORD', 'PUBLIC_URL']) vi.stubEnv(name, '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

test('the first start makes secrets that only the owner can read, and later starts keep them', () => {
  const first = readSettings();
  expect(first.env.ADMIN_JWT_SECRET?.length).toBeGreaterThanOrEqual(32);
  expect(statSync(path.join(folder, 'secrets.json')).mode & 0o077).toBe(0);
  expect(readSettings().env.ADMIN_JWT_SECRET).toBe(first.env.ADMIN_JWT_SECRET);
  expect(readSettings().demoPassword).toBe(first.demoPassword);
});

test('a password that was asked for wins over the one that was made', () => {
  vi.stubEnv('DEMO_PASSWORD', 'My-own-password-1');
  expect(readSettings().demoPassword).toBe('My-own-password-1');
});

test.each(['abc', '0', '70000', '80.5', '-1'])('PORT=%s is refused with the remedy', (port) => {
  vi.stubEnv('PORT', port);
  expect(() => readSettings()).toThrow(/PORT is “.*”: give a port number from 1 to 65535/);
});

test('the site and the CMS cannot share a port', () => {
  vi.stubEnv('PORT', '4000');
  vi.stubEnv('CMS_PORT', '4000');
  expect(() => readSettings()).toThrow('PORT and CMS_PORT are both 4000');
});

test('a taken port is refused in one sentence that names another', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await expect(requireFreePort('PORT', port)).rejects.toThrow(
    `Port ${port} is taken: stop what uses it, or choose another with PORT=${port + 1}.`,
  );
  await new Promise((resolve) => server.close(resolve));
  await expect(requireFreePort('PORT', port)).resolves.toBeUndefined();
});
