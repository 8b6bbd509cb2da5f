import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { EXAMPLE_ADDRESS, makeQrImages } from '../../firmware/build/qr-codes';
import { commission, KEY_BYTES, KIOSK_ID_BYTES } from '../../firmware/simulator/commission';
import { CompanionError } from '../errors';
import { contactSheetPng, framePng, PIXLJS_LOOK } from '../screens/picture';
import { renderScreens } from '../screens/render';
import { firmwareFolder } from './folders';

const EXAMPLES = `
Every screen becomes a PNG at four times its size; all.png shows them together.

Examples:
  $ counterstep screens --out screens
  $ counterstep screens --board pixljs --lang en --size normal --out screens`;

interface ScreensOptions {
  readonly board: string;
  readonly lang: string;
  readonly size: string;
  readonly out: string;
}

const EXISTING = { board: 'pixljs', lang: 'en', size: 'normal' } as const;

/** `counterstep screens`: renders every screen of the firmware as pictures. */
export function screensCommand(): Command {
  return new Command('screens')
    .description('render every screen of the kiosk as a PNG')
    .addOption(
      new Option('--board <board>', 'which kiosk').choices(['pixljs', 'banglejs2']).default('pixljs'),
    )
    .addOption(
      new Option('--lang <language>', 'which language').choices(['en', 'es', 'fr', 'de']).default('en'),
    )
    .addOption(
      new Option('--size <size>', 'which size of text').choices(['normal', 'large']).default('normal'),
    )
    .requiredOption('--out <folder>', 'where to put the pictures; made when it is not there')
    .addHelpText('after', EXAMPLES)
    .action((options: ScreensOptions) => {
      for (const key of ['board', 'lang', 'size'] as const) {
        if (options[key] !== EXISTING[key])
          throw new CompanionError(
            'screens-missing',
            `There is no --${key} ${options[key]} yet; use ${EXISTING[key]}.`,
          );
      }
      const image = commission(
        readFileSync(join(firmwareFolder(options.board), 'image.bin')),
        new Uint8Array(KIOSK_ID_BYTES),
        new Uint8Array(KEY_BYTES),
        makeQrImages(EXAMPLE_ADDRESS),
      );
      const screens = renderScreens(image, 0);
      mkdirSync(options.out, { recursive: true });
      screens.forEach(({ name, frame }, index) => {
        const number = String(index + 1).padStart(3, '0');
        writeFileSync(join(options.out, `${number}-${name}.png`), framePng(frame, PIXLJS_LOOK));
      });
      const sheet = contactSheetPng(
        screens.map(({ frame }) => frame),
        PIXLJS_LOOK,
      );
      writeFileSync(join(options.out, 'all.png'), sheet);
      process.stdout.write(`${screens.length} screens in ${options.out}; all.png shows them together.\n`);
    });
}
