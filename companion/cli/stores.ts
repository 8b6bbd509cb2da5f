import { Command } from 'commander';
import { z } from 'zod';
import { CompanionError } from '../errors';
import { makeStoreToken, revokeStoreToken } from '../forward/store-token';
import { listStores, saveStore } from '../store/store';
import { storeName } from '../store/store-name';
import { type ConfigOptions, configOptions } from './config-options';
import { withNewRealStore, withRealStore } from './real-store';

const EXAMPLES = `
A store's id is part of addresses, exports and backups and never changes; its name and region may.

Examples:
  $ counterstep stores list
  $ counterstep stores add --name "Mill Lane Running"
  $ counterstep stores add --name "Mill Lane Running" --id mill-lane --region North
  $ counterstep stores add --name "Mill Lane Running" --sends-here
  $ counterstep stores token mill-lane
  $ counterstep stores revoke mill-lane
  $ counterstep stores rename mill-lane --name "Mill Lane"`;

const storeId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

interface StoreOptions extends ConfigOptions {
  readonly name: string;
  readonly id?: string;
  readonly region?: string;
  readonly sendsHere?: true;
}

/** `counterstep stores`: the stores of this companion. */
export function storesCommand(): Command {
  const stores = new Command('stores').description('list, add and rename stores');
  configOptions(stores.command('list'))
    .description('list the stores')
    .action((options: ConfigOptions) =>
      withRealStore(options, async ({ db }) => {
        for (const { storeId: id, name, region } of await listStores(db)) {
          process.stdout.write(`${id}  ${name}${region === null ? '' : `  (${region})`}\n`);
        }
      }),
    );
  configOptions(stores.command('add'))
    .description('add a store')
    .requiredOption('--name <name>', 'as people call it')
    .option('--id <id>', 'its id; default made from the name')
    .option('--region <region>', 'the part of a chain it belongs to')
    .option('--sends-here', 'it has a companion of its own: print the token with which that one sends here')
    .action((options: StoreOptions) =>
      withNewRealStore(options, async (store) => {
        const name = checked(storeName, options.name, 'store-name');
        const id = checked(storeId, options.id ?? idFrom(name), 'store-id');
        if ((await listStores(store.db)).some((known) => known.storeId === id)) {
          throw new CompanionError('store-exists', id);
        }
        const region = options.region === undefined ? null : checked(storeName, options.region, 'store-name');
        await saveStore(store, { storeId: id, name, region, isSimulated: false });
        process.stdout.write(`Added ${id}.\n`);
        if (options.sendsHere) process.stdout.write(sayToken(id, await makeStoreToken(store.db, id)));
      }),
    );
  configOptions(stores.command('rename'))
    .description('change a store’s name or region')
    .argument('<id>')
    .requiredOption('--name <name>', 'as people call it')
    .option('--region <region>', 'the part of a chain it belongs to; left as it is without')
    .action((id: string, options: StoreOptions) =>
      withRealStore(options, async (store) => {
        const known = (await listStores(store.db)).find((entry) => entry.storeId === id);
        if (!known) throw new CompanionError('store-unknown');
        const name = checked(storeName, options.name, 'store-name');
        const region =
          options.region === undefined ? known.region : checked(storeName, options.region, 'store-name');
        await saveStore(store, { ...known, name, region });
      }),
    );
  configOptions(stores.command('token'))
    .description('print a new token for a store’s own companion; the one before ends')
    .argument('<id>')
    .action((id: string, options: ConfigOptions) =>
      withRealStore(options, async ({ db }) => {
        if (!(await listStores(db)).some((entry) => entry.storeId === id))
          throw new CompanionError('store-unknown', id);
        process.stdout.write(sayToken(id, await makeStoreToken(db, id)));
      }),
    );
  configOptions(stores.command('revoke'))
    .description('end a store’s token: its companion can send nothing more')
    .argument('<id>')
    .action((id: string, options: ConfigOptions) =>
      withRealStore(options, async ({ db }) => {
        const wasThere = await revokeStoreToken(db, id);
        process.stdout.write(wasThere ? `The token of ${id} has ended.\n` : `${id} has no token.\n`);
      }),
    );
  return stores.addHelpText('after', EXAMPLES);
}

const sayToken = (id: string, token: string): string =>
  `Token for the companion in ${id}, shown this once: ${token}\n` +
  `Set there: COUNTERSTEP_FORWARD_TOKENS=${id}=${token}\n` +
  'and COUNTERSTEP_FORWARD_URL to the address of this companion. The store has the same id there.\n';

/** "Café Läufer, Köln" gives `cafe-laufer-koln`. */
function idFrom(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^[^a-z]+|-+$/g, '');
}

function checked(schema: z.ZodType<string>, value: string, code: 'store-id' | 'store-name'): string {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new CompanionError(code);
  return parsed.data;
}
