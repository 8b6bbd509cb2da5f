import { Command } from 'commander';
import { CompanionError } from '../errors';
import { boardNamed } from '../flash/boards';
import { type DeviceFile, readDeviceFiles } from '../flash/device-files';
import { flashDevice } from '../flash/flash-device';
import { checkImagePath, makeImage, ownFiles, qrImagesFor, writeImage } from '../flash/make-image';
import { planKiosk } from '../flash/register-kiosk';
import { openUploader } from '../flash/uploader';
import { tcpWire, type Wire } from '../flash/wire';
import { keyFileOf, openKeyring } from '../store/keyring';
import { saveKiosk } from '../store/kiosk';
import { systemTimer } from '../sync/timer';
import { type ConfigOptions, configOptions } from './config-options';
import { firmwareFolder } from './folders';
import { checkedKioskName } from './kiosks';
import { startProgress } from './progress';
import { withRealStore } from './real-store';

const EXAMPLES = `
Makes a kiosk: a new id, a new key, and an image with everything that the board's Storage holds. The key goes into the
file kiosk-keys.json in the data folder and into the image, and nowhere else: whoever reads either can read the
kiosk's counts. Keep the image safe, and delete it once it is written.

An image begins a new, empty ledger. Writing one to a kiosk that is in use erases its ledger: sheets that were not
fetched and the open sheet are lost. That is refused without --new-epoch.

--device writes to a device that has a fresh Espruino (2v26 or newer) and an empty Storage, with Espruino's own tools,
and verifies the hash of every file. The key then crosses the wire once, unencrypted; until the last file is there the
device takes commands from anybody who reaches it. This version reaches a device through a port on this machine only.

Write a .hex file with a flash programmer, or the bare bytes (.bin) from address 0x6D000 on.

Examples:
  $ counterstep flash --image till.hex --store mill-lane --name "Till, left"
  $ counterstep flash --image till.bin --store mill-lane --languages de,fr --address https://knee.example/
  $ counterstep flash --image again.hex --kiosk a0b1c2d3e4f50617 --new-epoch`;

interface FlashOptions extends ConfigOptions {
  readonly image?: string;
  readonly device?: string;
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
    .option('--image <file>', 'write an image here: .hex or .bin')
    .option(
      '--device <address>',
      'write to the empty device that listens here, for example tcp://127.0.0.1:2323',
    )
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
      const { image, device } = options;
      if ((image === undefined) === (device === undefined)) throw new CompanionError('flash-what');
      if (image !== undefined) checkImagePath(image);
      const wire = device === undefined ? undefined : tcpWire(device);
      const qrImages = options.address === undefined ? [] : qrImagesFor(options.address);
      await withRealStore(options, async (store, { dataFolder }) => {
        const { entry, identity } = await planKiosk(store.db, {
          ...options,
          name,
          isNewEpoch: options.newEpoch ?? false,
        });
        const keyring = openKeyring(keyFileOf(dataFolder));
        if (image !== undefined) writeImage(image, makeImage(files, board, identity, qrImages), board);
        keyring.add(entry.kioskId, identity.key);
        if (wire) await upload(wire, ownFiles(files, board, identity, qrImages));
        await saveKiosk(store, entry);
        const where = image ?? device;
        const lines = [
          `${entry.name} (${entry.kioskId}) of ${entry.storeId}: ${where}, ${board.name}, in ${codes.join(' and ')}.`,
          `Its key is in ${keyFileOf(dataFolder)}.`,
          ...(image === undefined ? [] : ['It is in the image, too: delete that once it is written.']),
          ...(options.kiosk === undefined || image === undefined
            ? []
            : ['Writing it erases the ledger that the kiosk has now.']),
        ];
        process.stdout.write(`${lines.join('\n')}\n`);
      });
    });
}

/** Writes the files to a device with a bar that shows how far it is. */
async function upload(wire: Wire, files: readonly DeviceFile[]): Promise<void> {
  const progress = startProgress('Writing', process.stderr);
  const uploader = await openUploader(wire, systemTimer);
  try {
    await flashDevice(uploader, files, null, (done, total) => progress.update(done, total));
  } finally {
    progress.stop();
    uploader.close();
  }
}
