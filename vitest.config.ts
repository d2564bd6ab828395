import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Both cores: most stories wait for a database, a browser or a server.
    maxWorkers: 2,
    reporters: ['default', './scripts/lib/counts-reporter.ts'],
    projects: [
      './vitest.unit.config.ts',
      './cms/vitest.config.mts',
      {
        test: {
          name: 'gallery',
          include: ['web/gallery/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // A browser at work and a server that compiles: not beside the end-to-end tests.
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['web/e2e/**/*.test.ts'],
          globalSetup: './web/e2e/setup.ts',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
