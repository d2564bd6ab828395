// Puts small faults into the code, one at a time, and tells which of them no unit test notices: `npm run mutants`, or
// `FOLDER=web/src/map npm run mutants` for one folder, as all of them take hours.

/** The folders whose tests are held to it. */
const FOLDERS = [
  'cms/src/places',
  'cms/src/rules',
  'cms/src/search',
  'cms/src/wire',
  'shared-types/src',
  'web/server',
  'web/src/finder',
  'web/src/map',
  'web/src/navigation',
];

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.unit.config.ts' },
  mutate: (process.env.FOLDER ? [process.env.FOLDER] : FOLDERS)
    .map((folder) => `${folder}/**/*.{ts,tsx}`)
    // Only a real map, in a browser, shows what the engines do.
    .concat(
      '!**/*.test.{ts,tsx}',
      '!**/*.d.ts',
      '!**/fixtures.ts',
      '!**/testing/**',
      '!web/src/map/live/engines/!(load).ts',
    ),
  ignorePatterns: ['.cache', 'cms/dist', 'cms/.tmp', 'cms/data', 'web/dist'],
  concurrency: 2,
  // What runs once, as a module is loaded, could only be tried with all tests anew.
  ignoreStatic: true,
  incremental: true,
  incrementalFile: '.cache/mutants.json',
  tempDirName: '.cache/mutants',
  reporters: ['clear-text', 'json'],
};
