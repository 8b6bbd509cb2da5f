import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rollup';
import type { ScreenText } from '../../shared/wording/texts';
import { FIXED_QR_DATA } from '../ledger/place';
import { describeForLoader } from './app-loader';
import { type Budget, type BudgetedFile, buildSpareFile, describeBudget, SPARE_NAME, weigh } from './budget';
import { buildLedgerFile, freeFixedBytes } from './fixed-part';
import { buildFont, FONTS, fontFolder } from './fonts';
import { countNamedFunctions } from './gate';
import { buildStorageImage, type StorageRegion } from './image';
import { toIntelHex } from './intel-hex';
import { drawPictures, PICTURES_NAME, packFixedPictures, packPictures } from './pictures';
import { compileTexts } from './texts';
import { tokenise } from './tokenise';
import type { Layout } from './wrap';

/** The bundle that `.boot0` loads. */
export const APP_NAME = 'app';
/** What the device runs first, even with BTN1 held; written last, so that a half-flashed kiosk starts nothing. */
export const BOOT_NAME = '.boot0';
const LEDGER_NAME = 'ledger';
/** Holds every language, whether it is in the image or not. */
const LANGUAGES_FOLDER = 'languages';

/** The file beside `app` or `.boot0` that holds its text as it was bundled; it is not flashed. */
export function textOf(name: string): string {
  return `${name}.js`;
}

/** What one board's folder in `dist/firmware` is made from. */
export interface DevicePackage {
  /** where the texts of `app` and `.boot0` are, and where everything else goes */
  folder: string;
  region: StorageRegion;
  pictures: {
    /** where the SVGs are */
    folder: string;
    /** pixels for one unit of their viewBoxes */
    scale: number;
  };
  budget: Budget;
  layout: Layout;
  /** the texts of every language that can be flashed, by language code */
  languages: Readonly<Record<string, readonly ScreenText[]>>;
  /** codes of the languages in the image */
  flashed: readonly string[];
  /** for a board that Espruino's App Loader knows: the program's version */
  loaderVersion?: string | undefined;
  /** true: print the budget even when it is kept */
  isVerbose: boolean;
}

/**
 * Completes a board's folder once its code is bundled: `app` as tokens, `.boot0`, ledger, pictures, spare room,
 * every language in the folder `languages`, `files.json` with the image's files in load order, `image.bin` and `image.hex` with the
 * whole Storage region, and the fonts' licence.
 *
 * @throws Error if a text does not fit, or the budget is exceeded, also with any other two languages in the image
 */
export function packDevice(device: DevicePackage): Plugin {
  return { name: 'pack-device', writeBundle: () => writeDeviceFolder(device) };
}

async function writeDeviceFolder(device: DevicePackage): Promise<void> {
  const { folder, region, budget, flashed, isVerbose } = device;
  const fonts = FONTS.map(buildFont);
  const readText = (name: string) => readFileSync(join(folder, textOf(name)), 'latin1');
  const app = readText(APP_NAME);
  const boot = readText(BOOT_NAME); // stays text: it locks the kiosk even on an interpreter too old for tokens
  const languages = Object.entries(device.languages).map(([name, texts]): BudgetedFile => {
    return { name, kind: 'language', bytes: compileTexts(name, texts, fonts, device.layout) };
  });
  const drawn = await drawPictures(device.pictures.folder, device.pictures.scale);
  const knee = packFixedPictures(drawn);
  const isKneeFixed = knee.length + budget.qrBytes <= freeFixedBytes(fonts);
  const fixedPictures = isKneeFixed ? knee : new Uint8Array();
  const parts: BudgetedFile[] = [
    { name: LEDGER_NAME, kind: 'ledger', bytes: buildLedgerFile(fonts, fixedPictures) },
    ...languages.filter(({ name }) => flashed.includes(name)),
    { name: PICTURES_NAME, kind: 'picture', bytes: packPictures(drawn, isKneeFixed ? FIXED_QR_DATA : 0) },
    { name: APP_NAME, kind: 'code', bytes: Buffer.from(tokenise(app), 'latin1') },
    { name: BOOT_NAME, kind: 'code', bytes: Buffer.from(boot, 'latin1') },
  ];
  const spare = buildSpareFile(parts, budget);
  if (spare) parts.splice(-1, 0, spare);

  const functions = countNamedFunctions(app) + countNamedFunctions(boot);
  const lines = weigh(parts, freeFixedBytes(fonts) - fixedPictures.length, functions, budget);
  const table = describeBudget(lines);
  if (lines.some(({ used, limit }) => used > limit))
    throw new Error(`${folder} is over its budget\n${table}`);
  const sizes = languages.map(({ name, bytes }) => `${name} ${bytes.length}`).join(', ');
  if (sumOfTwoLargest(languages) > budget.languageBytes)
    throw new Error(`${folder}: two languages may take ${budget.languageBytes} bytes: ${sizes}`);
  if (isVerbose) console.log(`${folder}\n${table}\nlanguages: ${sizes}`);

  mkdirSync(join(folder, LANGUAGES_FOLDER), { recursive: true });
  for (const file of [...languages, ...parts]) writeFileSync(join(folder, pathOf(file)), file.bytes);
  const list = parts.map((file) => ({ name: file.name, path: pathOf(file), bytes: file.bytes.length }));
  writeFileSync(join(folder, 'files.json'), `${JSON.stringify(list, null, 2)}\n`);
  const image = buildStorageImage(parts, region);
  writeFileSync(join(folder, 'image.bin'), image);
  writeFileSync(join(folder, 'image.hex'), toIntelHex(image, region.address));
  if (device.loaderVersion) {
    const icon = readFileSync(join(device.pictures.folder, 'icon.svg'), 'utf8');
    const listed = list.filter(({ name }) => name !== SPARE_NAME);
    for (const { name, bytes } of await describeForLoader(listed, icon, device.loaderVersion))
      writeFileSync(join(folder, name), bytes);
  }
  copyFileSync(join(fontFolder(), 'dist', 'LICENSE.txt'), join(folder, 'OFL.txt'));
}

function pathOf({ name, kind }: BudgetedFile): string {
  return kind === 'language' ? `${LANGUAGES_FOLDER}/${name}` : name;
}

function sumOfTwoLargest(files: readonly BudgetedFile[]): number {
  const [first = 0, second = 0] = files.map(({ bytes }) => bytes.length).sort((a, b) => b - a);
  return first + second;
}
