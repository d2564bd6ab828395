import { execFileSync } from 'node:child_process';
import path from 'node:path';

const cms = path.resolve(import.meta.dirname, '..');

/** Compiles the CMS for the tests, apart from what `npm start` runs, and makes what it reads. */
export default function setup(): void {
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
}
