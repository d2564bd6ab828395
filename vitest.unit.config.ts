import { defineConfig } from 'vitest/config';

/** Unit tests stand beside the code they are for. */
export default defineConfig({
  test: {
    name: 'unit',
    include: [
      'shared-types/src/**/*.test.ts',
      'cms/{src,seed,config,gazetteer}/**/*.test.ts',
      'web/{src,server,basemap}/**/*.test.{ts,tsx}',
      'scripts/**/*.test.ts',
      'deploy/**/*.test.ts',
      'chaos/**/*.test.ts',
    ],
    testTimeout: 60_000,
    sequence: { groupOrder: 0 },
  },
});
