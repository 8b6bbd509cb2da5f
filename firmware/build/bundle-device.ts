import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import type { Plugin, RollupOptions } from 'rollup';
import { checkBundle } from './check-bundle';
import { readPropertyNames } from './gate';
import { RESERVED_WORDS } from './gate-rules';
import { keepLargeFunctions } from './large-functions';
import { shortenNames } from './names';
import { putNumbersInPlace } from './numbers';
import { transpile } from './transpile';

/** Functions from this size on keep their name; smaller ones the minifier may write into their callers. */
const LARGE_FUNCTION_TOKENS = 200;

/** What a bundle for the device is made from. */
export interface DeviceBundle {
  /** the project's folder */
  root: string;
  input: string;
  file: string;
}

/**
 * The options to bundle one file for Espruino: an ES5 script, compiled with our own helpers, functions in front
 * because Espruino does not hoist them, ASCII only, read by the gate.
 */
export function bundleDevice({ root, input, file }: DeviceBundle, ...then: Plugin[]): RollupOptions {
  const helpers = join(root, 'firmware/helpers.ts');
  const declarations = readFileSync(join(root, 'firmware/espruino.d.ts'), 'utf8');
  return {
    input,
    onwarn(warning, warn) {
      if (warning.code === 'UNRESOLVED_IMPORT') throw new Error(warning.message); // the device cannot fetch it
      if (warning.code !== 'EVAL') warn(warning); // `.boot0` reads the bundle from flash with eval
    },
    // no function around it: each function inside one would hold a list of the scopes around, four variables
    output: { file, format: 'es', strict: false, esModule: false, generatedCode: 'es5' },
    plugins: [
      { name: 'own-helpers', resolveId: (id) => (id === 'tslib' ? helpers : null) },
      nodeResolve({ extensions: ['.ts'] }),
      transpile(join(root, 'firmware/tsconfig.json'), { importHelpers: true, noEmitHelpers: false }),
      { name: 'numbers', renderChunk: putNumbersInPlace },
      { name: 'large-functions', renderChunk: (code) => keepLargeFunctions(code, LARGE_FUNCTION_TOKENS) },
      terser({
        ecma: 5,
        module: false,
        toplevel: true,
        // inline 3 would leave variables behind a return, where Espruino does not see them
        compress: { passes: 3, hoist_funs: true, inline: 2 },
        mangle: {
          reserved: [...RESERVED_WORDS],
          // the names that a browser knows are ours; the declarations hold all that the device knows
          properties: { builtins: true, reserved: readPropertyNames(declarations) },
        },
        maxWorkers: 1,
      }),
      // Espruino hoists no variables, so they come to the front; only now, when constants are numbers in their places
      terser({
        ecma: 5,
        module: false,
        compress: { defaults: false, hoist_funs: true, hoist_vars: true },
        mangle: false,
        format: { ascii_only: true },
        maxWorkers: 1,
      }),
      { name: 'names', renderChunk: shortenNames },
      checkBundle(declarations),
      ...then,
    ],
  };
}
