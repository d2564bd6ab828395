import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildWhatIsMissing } from './lib/build.ts';
import { root } from './lib/paths.ts';
import { run } from './lib/steps.ts';

/** Builds what is missing, then runs every test; further arguments go to Vitest (`npm test -- --project unit`). */
await run(async () => {
  await buildWhatIsMissing();
  const vitest = spawn(
    process.execPath,
    [path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...process.argv.slice(3)],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
  process.exitCode = await new Promise<number>((resolve) =>
    vitest.once('exit', (code) => resolve(code ?? 1)),
  );
});
