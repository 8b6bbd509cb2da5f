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

/** `--mode long` runs the slow files alone; otherwise they are left out. The project `device` needs ESPRUINO. */
export default defineConfig(({ mode }) => ({
  test: {
    testTimeout: 20_000,
    projects:
      mode === 'long'
        ? [project('long', 'test/**/*.long.test.ts')]
        : [
            project('unit', 'test/unit/**/*.test.ts'),
            project('paths', 'test/paths/**/*.test.ts'),
            project('golden', 'test/golden/**/*.test.ts'),
            project('privacy', 'test/privacy/**/*.test.ts'),
            project('device', 'test/device/**/*.test.ts', ['test/device/global-setup.ts']),
          ],
  },
}));
