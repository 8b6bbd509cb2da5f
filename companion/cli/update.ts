import { Command } from 'commander';
import { CompanionError } from '../errors';
import { findKiosk } from '../store/kiosk';
import { type ConfigOptions, configOptions } from './config-options';
import { withRealStore } from './real-store';
import { runUpdate } from './update-job';

const EXAMPLES = `
Brings a kiosk that is in use to this version of the firmware. Its ledger stays byte for byte: counts, the open sheet,
settings, id and key. Only what lies behind the ledger is erased and written anew.

 1. Stop the companion: two programs cannot use one Bluetooth adapter.
 2. Open the kiosk's maintenance screen, in one of two ways. In its staff menu: on the first question hold the lower left
    key and then the upper right one too, for three seconds (a watch: touch one corner, then the other, for a second
    each), turn pages to Maintenance, and press OK; it lasts two minutes without a key, so have step 4 typed already. Or
    pull the plug, hold the two right keys (top right and bottom right; a watch: its button), plug it in, and hold them
    for three seconds more; it lasts until the plug is pulled.
 3. See to it that it runs on its power supply, not on a battery, and that the plug stays where it is.
 4. Run this command near the kiosk. It fetches its sheets, updates it and reads it again; that takes some minutes.

It refuses a kiosk that does not show Maintenance, that holds sheets which were not fetched, that runs on a battery as
far as that can be measured, whose ledger is not where it belongs, or whose fonts are of another version.

From the first change until it is through, the kiosk does not work and takes commands from anybody who reaches it: they
can read its key and its open sheet, or leave another program on it. Do it where nobody else is in reach, such as before
opening; in doubt flash the kiosk anew (flash --kiosk ID --new-epoch), which gives it another key.
When anything is cut, the link or the power, run the same command again: it begins where that is safe for the ledger.

Examples:
  $ counterstep update "Till, left" --on-mains
  $ counterstep update a0b1c2d3e4f50617 --on-mains --languages de,fr
  $ counterstep update "Till, left" --on-mains --device "Pixl.js 1a2b"   one that an update from elsewhere left open`;

interface UpdateOptions extends ConfigOptions {
  readonly device?: string;
  readonly languages?: string;
  readonly onMains?: boolean;
}

/** `counterstep update`: brings a kiosk to the present version. */
export function updateCommand(): Command {
  return configOptions(new Command('update'))
    .description('bring a kiosk to this version; it keeps its counts, settings and key')
    .argument('<kiosk>', 'its id or name')
    .option('--on-mains', 'yes, it runs on its power supply; only so it is updated')
    .option('--languages <codes>', 'other languages than it has, such as en,es')
    .option(
      '--device <which>',
      'a kiosk that listens already: the device’s name or address, or tcp://127.0.0.1:2323 for one on this machine',
    )
    .addHelpText('after', EXAMPLES)
    .action((wanted: string, options: UpdateOptions) =>
      withRealStore(options, async (store, { dataFolder }) => {
        const kiosk = await findKiosk(store.db, wanted);
        if (!options.onMains) throw new CompanionError('update-mains');
        const languages = options.languages?.split(',').map((code) => code.trim());
        await runUpdate(kiosk, { device: options.device, languages }, store, dataFolder);
        process.stdout.write(
          `${kiosk.name} (${kiosk.kioskId}) has this version now. Its ledger is as it was.\n`,
        );
      }),
    );
}
