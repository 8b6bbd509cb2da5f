import { Command } from 'commander';
import { boardNamed } from '../flash/boards';
import { readDeviceFiles } from '../flash/device-files';
import { checkImagePath, makeImage, qrImagesFor, writeImage } from '../flash/make-image';
import { planKiosk } from '../flash/register-kiosk';
import { keyFileOf, openKeyring } from '../store/keyring';
import { saveKiosk } from '../store/kiosk';
import { type ConfigOptions, configOptions } from './config-options';
import { firmwareFolder } from './folders';
import { checkedKioskName } from './kiosks';
import { withRealStore } from './real-store';

const EXAMPLES = `
Makes a kiosk: a new id, a new key, and an image with everything that the board's Storage holds. The key goes into the
file kiosk-keys.json in the data folder and into the image, and nowhere else: whoever reads either can read the
kiosk's counts. Keep the image safe, and delete it once it is written.

An image begins a new, empty ledger. Writing one to a kiosk that is in use erases its ledger: sheets that were not
fetched and the open sheet are lost. That is refused without --new-epoch.

Write a .hex file with a flash programmer, or the bare bytes (.bin) from address 0x6D000 on.

Examples:
  $ counterstep flash --image till.hex --store mill-lane --name "Till, left"
  $ counterstep flash --image till.bin --store mill-lane --languages de,fr --address https://knee.example/
  $ counterstep flash --image again.hex --kiosk a0b1c2d3e4f50617 --new-epoch`;

interface FlashOptions extends ConfigOptions {
  readonly image: string;
  readonly store?: string;
  readonly name?: string;
  readonly languages: string;
  readonly address?: string;
  readonly board: string;
  readonly kiosk?: string;
  readonly newEpoch?: boolean;
}

/** `counterstep flash`: makes kiosks. */
export function flashCommand(): Command {
  return configOptions(new Command('flash'))
    .description('make a kiosk: its id, its key and the image for its board')
    .requiredOption('--image <file>', 'write the image here: .hex or .bin')
    .option('--store <id>', 'the store it will stand in; may be left out when there is only one')
    .option('--name <name>', 'as people call it (default "Kiosk 1" and so on)')
    .option(
      '--languages <codes>',
      'the languages that shoppers can choose; a Pixl.js has room for two',
      'en,es',
    )
    .option('--address <url>', 'where your advice pages lie, for the QR codes; without it there are none')
    .option('--board <board>', 'what it runs on', 'pixljs')
    .option('--kiosk <kiosk>', 'a kiosk that is registered already, by id or name; needs --new-epoch')
    .option('--new-epoch', 'yes, erase the ledger of that kiosk and give it a new key')
    .addHelpText('after', EXAMPLES)
    .action(async (options: FlashOptions) => {
      const board = boardNamed(options.board);
      const codes = options.languages.split(',').map((code) => code.trim());
      const files = readDeviceFiles(firmwareFolder(board.name), board, codes);
      const name = options.name === undefined ? undefined : checkedKioskName(options.name);
      checkImagePath(options.image);
      const qrImages = options.address === undefined ? [] : qrImagesFor(options.address);
      await withRealStore(options, async (store, { dataFolder }) => {
        const { entry, identity } = await planKiosk(store.db, {
          ...options,
          name,
          isNewEpoch: options.newEpoch ?? false,
        });
        const keyring = openKeyring(keyFileOf(dataFolder));
        writeImage(options.image, makeImage(files, board, identity, qrImages), board);
        keyring.add(entry.kioskId, identity.key);
        await saveKiosk(store, entry);
        const lines = [
          `${entry.name} (${entry.kioskId}) of ${entry.storeId}: ${options.image} for ${board.name}, in ${codes.join(' and ')}.`,
          `Its key is in ${keyFileOf(dataFolder)} and in the image. Delete the image once it is written.`,
          ...(options.kiosk === undefined ? [] : ['Writing it erases the ledger that the kiosk has now.']),
        ];
        process.stdout.write(`${lines.join('\n')}\n`);
      });
    });
}
