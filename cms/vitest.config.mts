import { defineProject } from 'vitest/config';

/** Stories told to a CMS that has really started. One after another: Strapi keeps itself in a global. */
export default defineProject({
  test: {
    name: 'cms',
    root: import.meta.dirname,
    include: ['test/**/*.test.ts'],
    globalSetup: './test/setup.ts',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    sequence: { groupOrder: 1 },
  },
});
