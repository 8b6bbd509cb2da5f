import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rollup';
import type { ScreenText } from '../../shared/wording/texts';
import { type Budget, type BudgetedFile, buildSpareFile, describeBudget, weigh } from './budget';
import { buildLedgerFile, freeFixedBytes } from './fixed-part';
import { buildFont, FONTS, fontFolder } from './fonts';
import { countNamedFunctions } from './gate';
import { buildStorageImage, type StorageRegion } from './image';
import { toIntelHex } from './intel-hex';
import { compileTexts } from './texts';
import { tokenise } from './tokenise';

/** The bundle that `.boot0` loads. */
export const APP_NAME = 'app';
/** What the device runs first, even with BTN1 held; written last, so that a half-flashed kiosk starts nothing. */
export const BOOT_NAME = '.boot0';
const LEDGER_NAME = 'ledger';

/** The file beside `app` or `.boot0` that holds its text as it was bundled; it is not flashed. */
export function textOf(name: string): string {
  return `${name}.js`;
}

/** What one board's folder in `dist/firmware` is made from. */
export interface DevicePackage {
  /** where the texts of `app` and `.boot0` are, and where everything else goes */
  folder: string;
  region: StorageRegion;
  budget: Budget;
  /** the texts of every language that is flashed, by language code */
  languages: Readonly<Record<string, readonly ScreenText[]>>;
  /** true: print the budget even when it is kept */
  isVerbose: boolean;
}

/**
 * Completes a board's folder once its code is bundled: `app` as tokens, `.boot0`, ledger, languages, spare room, `files.json` in load order,
 * `image.bin` and `image.hex` with the whole Storage region, and the fonts' licence.
 *
 * @throws Error if a text does not fit or the budget is exceeded
 */
export function packDevice(device: DevicePackage): Plugin {
  return { name: 'pack-device', writeBundle: () => writeDeviceFolder(device) };
}

function writeDeviceFolder({ folder, region, budget, languages, isVerbose }: DevicePackage): void {
  const fonts = FONTS.map(buildFont);
  const readText = (name: string) => readFileSync(join(folder, textOf(name)), 'latin1');
  const app = readText(APP_NAME);
  const boot = readText(BOOT_NAME); // stays text: it locks the kiosk even on an interpreter too old for tokens
  const parts: BudgetedFile[] = [
    { name: LEDGER_NAME, kind: 'ledger', bytes: buildLedgerFile(fonts) },
    ...Object.entries(languages).map(([language, texts]): BudgetedFile => {
      return { name: language, kind: 'language', bytes: compileTexts(language, texts, fonts) };
    }),
    { name: APP_NAME, kind: 'code', bytes: Buffer.from(tokenise(app), 'latin1') },
    { name: BOOT_NAME, kind: 'code', bytes: Buffer.from(boot, 'latin1') },
  ];
  const spare = buildSpareFile(parts, budget);
  if (spare) parts.splice(-1, 0, spare);

  const functions = countNamedFunctions(app) + countNamedFunctions(boot);
  const lines = weigh(parts, freeFixedBytes(fonts), functions, budget);
  const table = describeBudget(lines);
  if (lines.some(({ used, limit }) => used > limit))
    throw new Error(`${folder} is over its budget\n${table}`);
  if (isVerbose) console.log(`${folder}\n${table}`);

  mkdirSync(folder, { recursive: true });
  for (const { name, bytes } of parts) writeFileSync(join(folder, name), bytes);
  const list = parts.map(({ name, bytes }) => ({ name, path: name, bytes: bytes.length }));
  writeFileSync(join(folder, 'files.json'), `${JSON.stringify(list, null, 2)}\n`);
  const image = buildStorageImage(parts, region);
  writeFileSync(join(folder, 'image.bin'), image);
  writeFileSync(join(folder, 'image.hex'), toIntelHex(image, region.address));
  copyFileSync(join(fontFolder(), 'dist', 'LICENSE.txt'), join(folder, 'OFL.txt'));
}
