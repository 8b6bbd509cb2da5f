import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const BOTH_ENGINES = [
  'forward',
  'forward-receive',
  'access',
  'access-pages',
  'store-sheet',
  'store-vitals',
  'release-store',
  'chain-quarters',
  'keep-quarters',
  'chain-pages',
  'log',
  'privacy-page',
];
/** As above, on a server that nothing else writes to: PostgreSQL counts the transactions of all its databases as one. */
const QUIET = ['kept-pages'];
const LONG = '**/*.long.test.ts';
/**
 * Each in a worker of its own: two put other modules in the place of the real ones, and Linux counts what a parent had
 * in memory as a child's peak.
 */
const ALONE = ['audit-model', 'audit-process', 'counting'].map(unitTest);

function unitTest(name: string): string {
  return `test/unit/${name}.test.ts`;
}

const project = (
  name: string,
  include: string | string[],
  globalSetup: string[] = [],
): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    name,
    include: [include].flat(),
    exclude: name === 'long' ? [] : name === 'alone' ? [LONG] : [LONG, ...ALONE],
    globalSetup,
    // modules are loaded once a worker, not once a file: a third of the time otherwise
    isolate: name === 'alone' || name === 'long',
  },
});

/** Tests with a PostgreSQL server of their own. */
const postgres = (name: string, include: string[]): TestProjectInlineConfiguration => ({
  extends: true,
  test: { name, include, globalSetup: ['test/postgres/global-setup.ts'] },
});

/**
 * `--mode long` runs the slow files alone, otherwise they are left out; `--mode record` writes the recording of the
 * real interpreter. The project `device` and that mode need ESPRUINO.
 */
export default defineConfig(({ mode }) => ({
  test: {
    // generous: a machine that does much else at once must not fail a test
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects:
      mode === 'long'
        ? [
            project('long', 'test/**/*.long.test.ts'),
            // what the tests below say of a file must hold for PostgreSQL as well
            postgres('postgres', ['test/postgres/*.test.ts', ...BOTH_ENGINES.map(unitTest)]),
            postgres('postgres-quiet', QUIET.map(unitTest)),
          ]
        : mode === 'record'
          ? [project('record', 'test/device/record.ts')]
          : [
              project('unit', 'test/unit/**/*.test.ts'),
              project('alone', ALONE),
              project('paths', 'test/paths/**/*.test.ts'),
              project('golden', 'test/golden/**/*.test.ts'),
              project('privacy', 'test/privacy/**/*.test.ts'),
              project('radio', 'test/radio/**/*.test.ts'),
              project('device', 'test/device/**/*.test.ts', ['test/device/global-setup.ts']),
            ],
  },
}));
