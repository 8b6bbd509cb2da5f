import { Command } from 'commander';
import { systemClock } from '../clock';
import { loadConfig } from '../config/config';
import { listDataFiles } from '../privacy/data-files';
import { readHoldings } from '../privacy/holdings';
import { describePrivacy } from '../privacy/privacy-text';
import { isThere, openConfigured } from '../store/open-configured';
import { type ConfigOptions, configOptions } from './config-options';

const EXAMPLES = `
Nothing is changed, and no count is shown. It may run beside a running companion.

Examples:
  $ counterstep privacy
  $ counterstep privacy --data /var/lib/counterstep`;

/** `counterstep privacy`: every byte that the companion holds, in words. */
export function privacyCommand(): Command {
  return configOptions(new Command('privacy'))
    .description('say in words what this companion holds, how long, and what is promised')
    .addHelpText('after', EXAMPLES)
    .action(async (options: ConfigOptions) => {
      const config = loadConfig(options, process.env);
      const { dataFolder } = config;
      const files = listDataFiles(dataFolder);
      const databases = [];
      for (const kind of ['real', 'simulated'] as const) {
        if (!isThere(config, kind)) continue;
        const store = await openConfigured(config, kind, systemClock);
        databases.push({ kind, holdings: await readHoldings(store.db) });
        await store.close();
      }
      process.stdout.write(describePrivacy(dataFolder, files, databases));
    });
}
