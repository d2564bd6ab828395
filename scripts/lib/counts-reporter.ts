import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node';

/**
 * Ends the run with one line: "N passed, N failed", and how many were skipped. An error outside any test counts as failed, and
 * so does every test that could not run because what was to be prepared for it failed.
 */
export default class CountsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      const before = counts.failed;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'skipped' && wasToRun(test)) counts.failed++;
        else if (state in counts) counts[state as keyof typeof counts]++;
      }
      if (!module.ok() && counts.failed === before) counts.failed++;
    }
    const skipped = counts.skipped ? `, ${counts.skipped} skipped` : '';
    process.once('exit', () => console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`));
  }
}

/** Whether a test was kept from running by a failure in the preparations around it: nobody asked for it to be skipped. */
function wasToRun(test: TestCase): boolean {
  if (test.options.mode !== 'run') return false;
  for (let around = test.parent; ; around = around.parent) {
    if (around.errors().length > 0) return true;
    if (around.type === 'module') return false;
  }
}
