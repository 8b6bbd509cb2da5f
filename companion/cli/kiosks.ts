import { Command } from 'commander';
import { z } from 'zod';
import { systemClock } from '../clock';
import { CompanionError } from '../errors';
import { moveKiosk, removeKiosk, renameKiosk } from '../store/change-kiosk';
import { keyFileOf, openKeyring } from '../store/keyring';
import { findKiosk, listKiosks } from '../store/kiosk';
import { listStores } from '../store/store';
import { storeToday } from '../store-day';
import { type ConfigOptions, configOptions } from './config-options';
import { withRealStore } from './real-store';
import { runMaintain } from './update-job';

const EXAMPLES = `
A kiosk is named by its id, or by its name when no other kiosk has it. Everything takes effect at once, also beside a
running companion.

assign: sheets that arrived stay with the store they were counted for. What the kiosk has not sent yet, the checks of
its open sheet too, counts for the new store: let it sync first.

forget: deletes the key, for good. This companion can never read that kiosk again, and what it has not sent is lost.
A new key means flashing again. Published figures stay, and so do sheets that wait for a release.

maintain: has a kiosk that shows its maintenance screen take commands over Bluetooth for five minutes, from anybody in
reach: they can read its key and its open sheet, or leave another program on it. Do it where nobody else is in reach,
such as before opening; pulling its plug ends it. In doubt flash the kiosk anew, which gives it another key. An update
does this by itself: counterstep update --help, which says how that screen is opened: in the staff menu, or by two keys
held at power-on.

Examples:
  $ counterstep kiosks list
  $ counterstep kiosks rename "Kiosk 1" --name "Till, left"
  $ counterstep kiosks assign a0b1c2d3e4f50617 --store mill-lane
  $ counterstep kiosks forget a0b1c2d3e4f50617 --yes
  $ counterstep kiosks maintain "Till, left"`;

const kioskName = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^\P{Cc}*$/u);

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

/** What everybody in reach can do with a kiosk that is open, and what to do about that. */
export const sayOpen = ({ name, kioskId }: { name: string; kioskId: string }): string =>
  `For five minutes ${name} takes commands from anybody in reach, who can read its key and its open sheet or leave ` +
  'another program on it. Pulling its plug ends that. Was somebody in reach whom you do not know, flash it anew: ' +
  `counterstep flash --device --kiosk ${kioskId} --new-epoch gives it another key and an empty ledger.`;

/** A name as it may stand on pages. Throws CompanionError `kiosk-name`. */
export function checkedKioskName(name: string): string {
  const parsed = kioskName.safeParse(name);
  if (!parsed.success) throw new CompanionError('kiosk-name');
  return parsed.data;
}

/** `counterstep kiosks`: the kiosks of this companion. */
export function kiosksCommand(): Command {
  const kiosks = new Command('kiosks').description('list, rename, assign, forget and open kiosks');
  configOptions(kiosks.command('list'))
    .description('list the kiosks: id, name, store, board, when it was last read')
    .action((options: ConfigOptions) =>
      withRealStore(options, async ({ db }, { dataFolder }) => {
        const keyring = openKeyring(keyFileOf(dataFolder));
        for (const { kioskId, name, storeId, board, lastSyncAt } of await listKiosks(db)) {
          const key = keyring.find(kioskId) ? '' : '  NO KEY: flash it again';
          say(`${kioskId}  ${name}  ${storeId}  ${board}  ${lastSyncAt ?? 'never read'}${key}`);
        }
      }),
    );
  configOptions(kiosks.command('rename'))
    .description('change a kiosk’s name')
    .argument('<kiosk>', 'its id or name')
    .requiredOption('--name <name>', 'as people call it')
    .action((kiosk: string, options: ConfigOptions & { name: string }) =>
      withRealStore(options, async ({ db }) =>
        renameKiosk(db, await findKiosk(db, kiosk), checkedKioskName(options.name)),
      ),
    );
  configOptions(kiosks.command('assign'))
    .description('move a kiosk to another store')
    .argument('<kiosk>', 'its id or name')
    .requiredOption('--store <id>', 'the store it stands in from now on')
    .action((kiosk: string, options: ConfigOptions & { store: string }) =>
      withRealStore(options, async ({ db }) => {
        const { store } = options;
        const found = await findKiosk(db, kiosk);
        if (!(await listStores(db)).some(({ storeId }) => storeId === store))
          throw new CompanionError('store-unknown');
        await moveKiosk(db, found, store, storeToday(systemClock));
        say(`${found.name} counts for ${store} from now on.`);
      }),
    );
  configOptions(kiosks.command('forget'))
    .description('delete a kiosk’s key and what is kept about the kiosk itself')
    .argument('<kiosk>', 'its id or name')
    .option('--yes', 'really')
    .action((kiosk: string, options: ConfigOptions & { yes?: boolean }) =>
      withRealStore(options, async (store, { dataFolder }) => {
        const found = await findKiosk(store.db, kiosk);
        if (!options.yes) throw new CompanionError('kiosk-forget', `It is ${found.name} (${found.kioskId}).`);
        openKeyring(keyFileOf(dataFolder)).remove(found.kioskId);
        await removeKiosk(store.db, found);
        store.forgetDeleted();
        say(`Forgot ${found.name}. Its key is gone. A new key means flashing again.`);
      }),
    );
  configOptions(kiosks.command('maintain'))
    .description('open a kiosk that shows its maintenance screen to commands, for five minutes')
    .argument('<kiosk>', 'its id or name')
    .action((kiosk: string, options: ConfigOptions) =>
      withRealStore(options, async (store, { dataFolder }) => {
        const found = await findKiosk(store.db, kiosk);
        await runMaintain(found, store, dataFolder);
        say(sayOpen(found));
      }),
    );
  return kiosks.addHelpText('after', EXAMPLES);
}
