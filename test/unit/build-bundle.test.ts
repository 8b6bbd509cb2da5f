import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rollup } from 'rollup';
import { afterAll, beforeAll, expect, test } from 'vitest';
import budgets from '../../firmware/budget.json';
import type { Budget } from '../../firmware/build/budget';
import { bundleDevice } from '../../firmware/build/bundle-device';
import { PIXLJS_STORAGE } from '../../firmware/build/image';
import { APP_NAME, BOOT_NAME, packDevice, textOf } from '../../firmware/build/pack-device';
import { PIXLJS_LAYOUT } from '../../firmware/build/wrap';
import { readFile } from '../../firmware/simulator/storage-image';
import type { ScreenText } from '../../shared/wording/texts';

const APP = `
const accents = 'Sí, ¿está?';
const base = { title: accents };
function show(words: string[]): void {
  const all = [...words, 'end'];
  const labels = { ...base, count: all.length };
  if (labels.count > 0) later();
  g.drawString(labels.title, labels.count, 0);
}
function later(): void {
  g.clear();
}
show(['a', 'b']);
export {};
`;
const BOOT = `eval(require('Storage').read('app') as string);`;
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterstep-bundle-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function bundle(
  name: string,
  source: string,
  into: string,
  ...plugins: Parameters<typeof bundleDevice>[1][]
) {
  const input = join(folder, `${name}.ts`);
  writeFileSync(input, source);
  const options = bundleDevice(
    { root: process.cwd(), input, board: 'pixljs', file: join(folder, into, textOf(name)) },
    ...plugins,
  );
  const build = await rollup(options);
  await build.write(Array.isArray(options.output) ? {} : (options.output ?? {}));
  return readFileSync(join(folder, into, textOf(name)), 'latin1');
}

const wording = (text: string): ScreenText[] => [{ key: 'a', slots: ['key'], text }];

function pack(into: string, limits: Partial<Budget> = {}) {
  return packDevice({
    folder: join(folder, into),
    region: PIXLJS_STORAGE,
    layout: PIXLJS_LAYOUT,
    pictures: { folder: resolve('firmware/pictures'), scale: 1 },
    budget: { ...budgets.pixljs, ...limits },
    languages: { en: wording('Yes'), es: wording('Sí'), de: wording('Fertig') },
    flashed: ['en', 'es'],
    isVerbose: false,
  });
}

test('a bundle does on ES5 what its source says, with accents escaped', async () => {
  const code = await bundle(APP_NAME, APP, 'run');
  const calls: unknown[] = [];
  const g = { clear: () => calls.push('clear'), drawString: (...args: unknown[]) => calls.push(args) };
  new Function('g', code)(g);
  expect(calls).toEqual(['clear', ['Sí, ¿está?', 3, 0]]);
  expect(code).toMatch(/^[ -~\n]+$/);
  expect(code).toContain('S\\xed');
  expect(code).not.toContain('Array.prototype');
});

test('a bundle that Espruino cannot run is not written', async () => {
  const build = bundle('bad', 'out: for (;;) { for (;;) { g.clear(); break out; } }', 'bad');
  await expect(build).rejects.toThrow(/bad\.js:1:\d+: has a label/);
});

test('a source that does not parse is named with its line', async () => {
  await expect(bundle('torn', 'let a = 1;\nlet b = ;', 'torn')).rejects.toThrow(
    /torn\.ts:2:9: Expression expected/,
  );
});

test('an import that cannot be found fails the build', async () => {
  await expect(bundle('lost', "import { a } from 'nowhere';\na();", 'lost')).rejects.toThrow('nowhere');
});

test('the same sources give the same folder, byte for byte', async () => {
  const built = [];
  for (const into of ['one', 'two']) {
    await bundle(APP_NAME, APP, into);
    await bundle(BOOT_NAME, BOOT, into, pack(into));
    const names = readdirSync(join(folder, into), { recursive: true, encoding: 'utf8' })
      .filter((name) => name !== 'languages')
      .sort();
    built.push(names.map((name) => [name, readFileSync(join(folder, into, name)).toString('hex')]));
  }
  expect(built[0]).toEqual(built[1]);
});

test('a folder lists its files in load order, with ledger first, .boot0 last, and nothing left out', async () => {
  await bundle(APP_NAME, APP, 'list');
  await bundle(BOOT_NAME, BOOT, 'list', pack('list'));
  const files: { name: string; path: string; bytes: number }[] = JSON.parse(
    readFileSync(join(folder, 'list/files.json'), 'utf8'),
  );
  expect(files.map(({ name }) => name)).toEqual(['ledger', 'en', 'es', 'pics', 'app', 'spare', '.boot0']);
  expect(readdirSync(join(folder, 'list/languages'))).toEqual(['de', 'en', 'es']);
  const image = readFileSync(join(folder, 'list/image.bin'));
  for (const { name, path, bytes } of files) {
    const content = readFileSync(join(folder, 'list', path));
    expect(content).toHaveLength(bytes);
    expect(Buffer.from(readFile(image, name) ?? [])).toEqual(content);
  }
  expect(readFileSync(join(folder, 'list/OFL.txt'), 'utf8')).toContain('SIL OPEN FONT LICENSE');
});

test('a folder over its budget is refused with the table', async () => {
  mkdirSync(join(folder, 'fat'), { recursive: true });
  await bundle(APP_NAME, APP, 'fat');
  const build = bundle(BOOT_NAME, BOOT, 'fat', pack('fat', { sumBytes: 15_000 }));
  await expect(build).rejects.toThrow(/over its budget[\s\S]*sumBytes +\d+ of +15000 {2}\d+ TOO MANY/);
});

test('two languages that would not fit together are refused although other two are in the image', async () => {
  await bundle(APP_NAME, APP, 'three');
  await bundle(BOOT_NAME, BOOT, 'three', pack('three', { languageBytes: 1252 }));
  const build = bundle(BOOT_NAME, BOOT, 'three', pack('three', { languageBytes: 1250 }));
  await expect(build).rejects.toThrow(/two languages may take 1250 bytes: en \d+, es \d+, de \d+/);
});
