import { Command } from 'commander';
import { BOARD_KINDS } from '../../firmware/simulator/board-kinds';
import { CompanionError } from '../errors';
import { boardNamed } from '../flash/boards';
import { languagesBuilt, readDeviceFiles } from '../flash/device-files';
import { listUnfinishedUpdates, noteUpdate } from '../flash/unfinished-updates';
import { buildUpdateImage } from '../flash/update-image';
import { updateKiosk } from '../flash/update-kiosk';
import { tcpWire } from '../flash/wire';
import { findKiosk } from '../store/kiosk';
import { systemTimer } from '../sync/timer';
import { type ConfigOptions, configOptions } from './config-options';
import { firmwareFolder } from './folders';
import { startProgress } from './progress';
import { withRealStore } from './real-store';

const EXAMPLES = `
Brings a kiosk that is in use to this version of the firmware. Its ledger stays byte for byte: counts, the open sheet,
settings, id and key. Only what lies behind the ledger is erased and written anew.

 1. Let the kiosk sync, and stop the companion: two programs cannot use one Bluetooth adapter.
 2. See to it that the kiosk's power supply is plugged in, and stays so.
 3. Hold the kiosk's two right keys while its power comes, for three seconds, until it shows Maintenance.
 4. Run this command, and stay near: it takes some minutes.

It refuses a kiosk that holds sheets which were not fetched, that runs on a battery as far as that can be measured,
whose ledger is not where it belongs, or whose fonts are of another version.

From the first change until it is through, the kiosk does not work and takes commands from anybody who reaches it. When
anything is cut, the link or the power, run the same command again: it begins where that is safe.

Examples:
  $ counterstep update "Till, left" --on-mains
  $ counterstep update a0b1c2d3e4f50617 --device tcp://127.0.0.1:2323 --on-mains`;

interface UpdateOptions extends ConfigOptions {
  readonly device: string;
  readonly languages?: string;
  readonly onMains?: boolean;
}

/** `counterstep update`: brings a kiosk to the present version. */
export function updateCommand(): Command {
  return configOptions(new Command('update'))
    .description('bring a kiosk to this version and keep its counts, settings and key')
    .argument('<kiosk>', 'its id or name')
    .requiredOption('--device <address>', 'where its interpreter listens, for example tcp://127.0.0.1:2323')
    .option('--languages <codes>', 'other languages than it has')
    .option('--on-mains', 'yes, its power supply is plugged in')
    .addHelpText('after', EXAMPLES)
    .action((kiosk: string, options: UpdateOptions) =>
      withRealStore(options, async ({ db }, { dataFolder }) => {
        const { kioskId, name, board: boardName } = await findKiosk(db, kiosk);
        if (!options.onMains) throw new CompanionError('update-mains');
        const board = boardNamed(boardName);
        const folder = firmwareFolder(board.name);
        const codes = languagesBuilt(folder);
        const [ledger] = readDeviceFiles(folder, board, codes.slice(0, 1));
        if (!ledger) throw new CompanionError('flash-not-built');
        const begun = listUnfinishedUpdates(dataFolder).get(kioskId);
        const choose = (found: readonly string[] | null): readonly string[] => {
          const chosen =
            options.languages?.split(',').map((code) => code.trim()) ?? found ?? begun?.languages;
          if (!chosen) throw new CompanionError('update-languages');
          return chosen;
        };
        const progress = startProgress('Updating', process.stderr);
        try {
          await updateKiosk(
            {
              kioskId,
              board,
              ledger,
              isOnThisMachine: true,
              openWire: async () => tcpWire(options.device),
              makeImage: (found) =>
                buildUpdateImage(
                  readDeviceFiles(folder, board, choose(found)),
                  board.region,
                  BOARD_KINDS[board.name].flashBytes,
                ),
              onBegin: (found) => noteUpdate(dataFolder, kioskId, { languages: choose(found) }),
              onProgress: progress.update,
            },
            codes,
            systemTimer,
          );
        } finally {
          progress.stop();
        }
        noteUpdate(dataFolder, kioskId, null);
        process.stdout.write(`${name} (${kioskId}) has this version now. Its ledger is as it was.\n`);
      }),
    );
}
