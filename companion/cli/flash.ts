import { Command } from 'commander';
import type { Config } from '../config/config';
import { CompanionError } from '../errors';
import { boardNamed } from '../flash/boards';
import { readDeviceFiles } from '../flash/device-files';
import { checkImagePath, makeImage, qrImagesFor, writeImage } from '../flash/make-image';
import { planKiosk } from '../flash/register-kiosk';
import { keyFileOf, openKeyring } from '../store/keyring';
import { saveKiosk } from '../store/kiosk';
import { type ConfigOptions, configOptions } from './config-options';
import { flashOntoDevice } from './flash-device';
import { firmwareFolder } from './folders';
import { checkedKioskName } from './kiosks';
import { withRealStore } from './real-store';

const EXAMPLES = `
Makes a kiosk: a new id, a new key, and everything that its board's Storage holds. The key goes into the file
kiosk-keys.json in the data folder and into the kiosk (or its image), and nowhere else: whoever reads either can read
the kiosk's counts.

--device writes to a device over Bluetooth, with Espruino's own tools: a Pixl.js or Bangle.js 2 with Espruino 2v26 or
newer on it, as it comes out of its box. Alone it takes the one such device that is near; when there are several, it
lists them with their addresses and signals, and --device ADDRESS or --device NAME says which. It asks the device what
it is before anything is written, verifies the hash of every file, locks the device, and then reads it as a kiosk. When
the link breaks, run the same command again. The key crosses the air once, unencrypted, and until the last file is
there the device takes commands from anybody in reach: flash where nobody else is near, or write an image with a cable.
Stop a running companion first: both would use the same adapter. tcp://127.0.0.1:2323 is an interpreter on this machine.

--image makes a file that holds all of Storage, and the key: keep it safe, and delete it once it is written.
  pixljs      write a .hex file with a flash programmer (it knows its address), or a .bin from address 0x6D000 on
  banglejs2   the first 65,536 bytes of the external flash chip, which Espruino calls 0x60000000; all behind them must
              be erased. A programmer for the nRF52840 alone does not reach that chip: --device does

Both begin a new, empty ledger. A kiosk that is in use loses its ledger by that: sheets that were not fetched and the
open sheet. That is refused without --new-epoch.

Examples:
  $ counterstep flash --device --name "Till, left"
  $ counterstep flash --device "Pixl.js 1a2b" --store mill-lane --languages de,fr --address https://knee.example/
  $ counterstep flash --device --board banglejs2 --languages en,es,fr,de --erase
  $ counterstep flash --image till.hex --store mill-lane --name "Till, left"
  $ counterstep flash --image again.hex --kiosk a0b1c2d3e4f50617 --new-epoch`;

interface FlashOptions extends ConfigOptions {
  readonly image?: string;
  readonly device?: string | true;
  readonly store?: string;
  readonly name?: string;
  readonly languages: string;
  readonly address?: string;
  readonly board: string;
  readonly kiosk?: string;
  readonly newEpoch?: boolean;
  readonly erase?: boolean;
}

/** No backup that was made before a kiosk holds its key, and the companion's own comes with the next release. */
function sayBackup({ dataFolder, databaseUrl }: Config): string {
  if (databaseUrl !== undefined)
    return `That key is in no backup yet. Now copy ${keyFileOf(dataFolder)} to where your backups are.`;
  const folder = /^[\w./\\:-]+$/.test(dataFolder) ? dataFolder : `"${dataFolder}"`;
  return `That key is in no backup yet. Make one now: counterstep backup --data ${folder}`;
}

/** `counterstep flash`: makes kiosks. */
export function flashCommand(): Command {
  return configOptions(new Command('flash'))
    .description('make a kiosk: onto a device in reach, or as an image for its board')
    .option('--device [which]', 'write to the device that is near, or to the one of this name or address')
    .option('--image <file>', 'write an image here: .hex or .bin')
    .option('--store <id>', 'the store it will stand in; may be left out when there is only one')
    .option('--name <name>', 'as people call it (default "Kiosk 1" and so on)')
    .option(
      '--languages <codes>',
      'the languages that shoppers can choose; a Pixl.js has room for two, a Bangle.js 2 for four',
      'en,es',
    )
    .option('--address <url>', 'where your advice pages lie, for the QR codes; without it there are none')
    .option('--board <board>', 'what it runs on: pixljs or banglejs2', 'pixljs')
    .option('--kiosk <kiosk>', 'a kiosk that is registered already, by id or name; needs --new-epoch')
    .option('--new-epoch', 'yes, erase the ledger of that kiosk and give it a new key')
    .option('--erase', 'yes, erase what is on a device that is no kiosk, such as a watch’s apps')
    .addHelpText('after', EXAMPLES)
    .action(async (options: FlashOptions) => {
      const board = boardNamed(options.board);
      const codes = options.languages.split(',').map((code) => code.trim());
      const files = readDeviceFiles(firmwareFolder(board.name), board, codes);
      const name = options.name === undefined ? undefined : checkedKioskName(options.name);
      const { image, device } = options;
      if ((image === undefined) === (device === undefined)) throw new CompanionError('flash-what');
      if (image !== undefined) checkImagePath(image);
      const qrImages = options.address === undefined ? [] : qrImagesFor(options.address);
      const contents = { files, board, qrImages };
      const wish = {
        ...options,
        name,
        isNewEpoch: options.newEpoch ?? false,
        isErasing: options.erase ?? false,
      };
      await withRealStore(options, async (store, config) => {
        const { dataFolder } = config;
        const keyFile = keyFileOf(dataFolder);
        const lines: string[] = [];
        if (image !== undefined) {
          const { entry, identity } = await planKiosk(store.db, wish);
          writeImage(image, makeImage(files, board, identity, qrImages), board);
          openKeyring(keyFile).add(entry.kioskId, identity.key);
          await saveKiosk(store, entry);
          lines.push(
            `${entry.name} (${entry.kioskId}) of ${entry.storeId}: ${image}, ${board.name}, in ${codes.join(' and ')}.`,
            `Its key is in ${keyFile}.`,
            'It is in the image, too: delete that once it is written.',
          );
          if (options.kiosk !== undefined) lines.push('Writing it erases the ledger that the kiosk has now.');
        }
        if (device !== undefined) {
          const { entry } = await flashOntoDevice({ device, contents, wish }, store, dataFolder);
          lines.push(
            `${entry.name} (${entry.kioskId}) of ${entry.storeId}: ${board.name}, in ${codes.join(' and ')}.`,
            `Its key is in ${keyFile}.`,
          );
        }
        lines.push(sayBackup(config));
        process.stdout.write(`${lines.join('\n')}\n`);
      });
    });
}
