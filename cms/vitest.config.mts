import { defineProject } from 'vitest/config';

/** Stories told to a CMS that has really started. A process for each file: Strapi keeps itself in a global. */
export default defineProject({
  test: {
    name: 'cms',
    root: import.meta.dirname,
    include: ['test/**/*.test.ts'],
    globalSetup: './test/setup.ts',
    pool: 'forks',
    isolate: true,
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    sequence: { groupOrder: 1 },
  },
});
