import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from './paths.ts';

const SOME_TESTS = `
  import { beforeAll, describe, test } from 'vitest';
  test('runs', () => {});
  describe.skip('left out', () => {
    test('one', () => {});
    test('two', () => {});
  });
  describe('unprepared', () => {
    beforeAll(() => { throw new Error('no database'); });
    test('one', () => {});
    describe('deeper', () => {
      test('two', () => {});
      test.skip('three', () => {});
    });
  });`;

test('the closing line counts what was skipped, and what could not be prepared as failed', {
  timeout: 60_000,
}, () => {
  const parent = path.join(root, '.cache');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(path.join(parent, 'counts-'));
  try {
    writeFileSync(path.join(folder, 'some.test.ts'), SOME_TESTS);
    writeFileSync(path.join(folder, 'vitest.config.ts'), 'export default {};');
    const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
    const reporter = path.join(root, 'scripts/lib/counts-reporter.ts');
    const { stdout, status } = spawnSync(
      process.execPath,
      [vitest, 'run', '--root', folder, '--reporter', reporter],
      { encoding: 'utf8', env: { PATH: process.env.PATH } },
    );
    expect(stdout.trim()).toBe('1 passed, 2 failed, 3 skipped');
    expect(status).toBe(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
