import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** Ends the run with one line: "N passed, N failed", and how many were skipped. An error outside any test counts as failed. */
export default class CountsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      for (const test of tests) {
        const { state } = test.result();
        if (state in counts) counts[state as keyof typeof counts]++;
      }
      if (!module.ok() && !tests.some((test) => test.result().state === 'failed')) counts.failed++;
    }
    const skipped = counts.skipped ? `, ${counts.skipped} skipped` : '';
    process.once('exit', () => console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`));
  }
}
