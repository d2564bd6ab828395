import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { makeTemplates } from './template';

const cms = path.resolve(import.meta.dirname, '..');

/** Compiles the CMS for the tests, apart from what `npm start` runs, and makes what it reads and begins with. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const run = (...args: string[]): void => {
    execFileSync('npx', args, { cwd: cms, stdio: ['ignore', 'inherit', 'inherit'] });
  };
  run('tsx', 'gazetteer/build.ts');
  run(
    'tsc',
    '-p',
    '.',
    '--outDir',
    '.tmp/test-dist',
    '--incremental',
    '--tsBuildInfoFile',
    '.tmp/test.tsbuildinfo',
  );
  const { templates, drop } = await makeTemplates();
  project.provide('templates', templates);
  return drop;
}
