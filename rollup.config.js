import { chmodSync, cpSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { bundleDevice } from './firmware/build/bundle-device';
import { BANGLEJS2_STORAGE, PIXLJS_STORAGE } from './firmware/build/image';
import { keepLicenses } from './firmware/build/keep-licenses';
import { APP_NAME, BOOT_NAME, packDevice, textOf } from './firmware/build/pack-device';
import { transpile } from './firmware/build/transpile';
import { BANGLEJS2_LAYOUT, PIXLJS_LAYOUT } from './firmware/build/wrap';
import { languageCodes } from './shared/check/codes';
import { textList } from './shared/wording/texts';

const root = fileURLToPath(new URL('.', import.meta.url));
const path = (name) => join(root, name);
const resolveSources = () => nodeResolve({ extensions: ['.ts', '.tsx', '.js', '.json'] });
const { version } = JSON.parse(readFileSync(path('package.json'), 'utf8'));
const budgets = JSON.parse(readFileSync(path('firmware/budget.json'), 'utf8'));

/** The boards, each with its folder in dist/firmware, and what differs from one to the other. */
const boards = [
  // any two languages fit on Pixl.js
  { board: 'pixljs', region: PIXLJS_STORAGE, layout: PIXLJS_LAYOUT, scale: 1, flashed: ['en', 'es'] },
  {
    board: 'banglejs2',
    region: BANGLEJS2_STORAGE,
    layout: BANGLEJS2_LAYOUT,
    scale: 1.75,
    flashed: languageCodes,
    loaderVersion: version,
  },
];
const firmware = boards.flatMap(({ board, region, layout, scale, flashed, loaderVersion }) => {
  const folder = path(`dist/firmware/${board}`);
  const bundle = (input, name) => ({ root, input: path(input), board, file: join(folder, textOf(name)) });
  return [
    bundleDevice(bundle('firmware/main.ts', APP_NAME)),
    bundleDevice(
      bundle('firmware/device/boot.ts', BOOT_NAME),
      packDevice({
        folder,
        region,
        layout,
        pictures: { folder: path('firmware/pictures'), scale },
        budget: budgets[board],
        languages: Object.fromEntries(languageCodes.map((language) => [language, textList(language)])),
        flashed,
        loaderVersion,
        isVerbose: Boolean(process.env.VERBOSE),
      }),
    ),
  ];
});

/**
 * Packages of hundreds of small modules, most of them never used: inside the program they take 10 MB less of a companion
 * at rest. The others stay outside.
 */
const INSIDE = /^(kysely|zod|hono|@hono\/zod-|@asteasolutions\/|openapi3-ts|d3-|internmap)/;

/** One program; parts that a command may never need are loaded when it asks for them. */
const companion = {
  input: {
    main: path('companion/main.ts'),
    'audit-worker': path('companion/release/audit/audit-worker.ts'), // a process of its own
  },
  external: (id) => isBuiltin(id) || !(id.startsWith('.') || id.startsWith('/') || INSIDE.test(id)),
  output: {
    dir: path('dist/companion'),
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'parts/[name].js',
    banner: (chunk) => (chunk.isEntry ? '#!/usr/bin/env node' : ''),
  },
  plugins: [
    resolveSources(),
    transpile(path('tsconfig.json')),
    keepLicenses(),
    { name: 'executable', writeBundle: () => chmodSync(path('dist/companion/main.js'), 0o755) },
  ],
};

const clientFolder = path('companion/web/client');
const clientEntries = readdirSync(clientFolder).filter(
  (name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'),
);
const web = clientEntries.map((name) => ({
  input: join(clientFolder, name),
  output: { file: path(`dist/web/${basename(name).replace(/\.tsx?$/, '.js')}`), format: 'es' },
  plugins: [
    resolveSources(),
    transpile(path('companion/web/client/tsconfig.json')),
    terser({ ecma: 2020, module: true }),
    {
      name: 'assets',
      writeBundle: () => cpSync(path('companion/web/assets'), path('dist/web'), { recursive: true }),
    },
  ],
}));

export default [...firmware, companion, ...web];
