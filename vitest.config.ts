import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const LONG = '**/*.long.test.ts';

const project = (
  name: string,
  include: string,
  globalSetup: string[] = [],
): TestProjectInlineConfiguration => ({
  extends: true,
  test: { name, include: [include], exclude: name === 'long' ? [] : [LONG], globalSetup },
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
        ? [project('long', 'test/**/*.long.test.ts')]
        : mode === 'record'
          ? [project('record', 'test/device/record.ts')]
          : [
              project('unit', 'test/unit/**/*.test.ts'),
              project('paths', 'test/paths/**/*.test.ts'),
              project('golden', 'test/golden/**/*.test.ts'),
              project('privacy', 'test/privacy/**/*.test.ts'),
              project('device', 'test/device/**/*.test.ts', ['test/device/global-setup.ts']),
            ],
  },
}));
