import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import type { Plugin, RollupOptions } from 'rollup';
import { aliasLongNames } from './alias';
import { checkBundle } from './check-bundle';
import { readPropertyNames } from './gate';
import { RESERVED_WORDS } from './gate-rules';
import { liftFunctions } from './lift';
import { shortenNames } from './names';
import { putNumbersInPlace } from './numbers';
import { orderNames } from './order';
import { transpile } from './transpile';
import { unwrapFunctions } from './unwrap';

/** Functions from this size on keep their name; smaller ones the minifier may write into their callers. */
const LARGE_FUNCTION_TOKENS = 260;

/** The board whose file device code imports by its name. */
const DEFAULT_BOARD = 'pixljs';

/** What a bundle for the device is made from. */
export interface DeviceBundle {
  /** the project's folder */
  root: string;
  input: string;
  /** its files in firmware/device take the place of those of Pixl.js and of those without a board's name */
  board: string;
  file: string;
}

/**
 * The options to bundle one file for Espruino: an ES5 script, compiled with our own helpers, functions in front
 * because Espruino does not hoist them, ASCII only, read by the gate.
 */
export function bundleDevice({ root, input, board, file }: DeviceBundle, ...then: Plugin[]): RollupOptions {
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
      chooseBoard(join(root, 'firmware/device'), board),
      nodeResolve({ extensions: ['.ts'] }),
      transpile(join(root, 'firmware/tsconfig.json'), { importHelpers: true, noEmitHelpers: false }),
      { name: 'numbers', renderChunk: putNumbersInPlace },
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
      { name: 'unwrap', renderChunk: unwrapFunctions },
      { name: 'lift', renderChunk: (code) => liftFunctions(code, LARGE_FUNCTION_TOKENS) },
      { name: 'order', renderChunk: orderNames },
      { name: 'alias', renderChunk: aliasLongNames },
      { name: 'names', renderChunk: shortenNames },
      checkBundle(declarations),
      ...then,
    ],
  };
}

/** Takes a board's own file in firmware/device, where there is one; that file itself gets the one it stands for. */
function chooseBoard(folder: string, board: string): Plugin {
  return {
    name: 'choose-board',
    resolveId(id, importer) {
      const name = /(?:^|\/)(?:device\/|\.\/)([a-z0-9-]+)$/.exec(id)?.[1];
      if (importer === undefined || name === undefined) return null;
      const asked = resolve(dirname(importer), id);
      const own = join(folder, `${name === DEFAULT_BOARD ? board : `${board}-${name}`}.ts`);
      return dirname(asked) === folder && own !== importer && existsSync(own) ? own : null;
    },
  };
}
