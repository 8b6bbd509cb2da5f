import { writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { systemClock } from '../clock';
import { type Config, loadConfig } from '../config/config';
import { CompanionError } from '../errors';
import type { ReleaseRecord } from '../release/release-record';
import { chooseKind, openConfigured } from '../store/open-configured';
import { listReleases } from '../store/release';
import { listStores } from '../store/store';
import { releasesCsv } from '../web/bands/releases-csv';
import { exportReleases } from '../web/bands/releases-json';
import { type ConfigOptions, configOptions } from './config-options';

const EXAMPLES = `
Every released figure is there in one of its three states: a number, which stands for the ten counts from at_least to
at_most; "held back", 0 to 9; or "no report", nothing was counted there. Real data is exported when there is any.

Examples:
  $ counterstep export > releases.csv
  $ counterstep export --format json --out releases.json
  $ counterstep export --store mill-lane --simulated`;

interface ExportOptions extends ConfigOptions {
  readonly format: 'csv' | 'json';
  readonly store?: string;
  readonly simulated?: true;
  readonly out?: string;
}

/** `counterstep export`: every release, as CSV or JSON. */
export function exportCommand(): Command {
  return configOptions(new Command('export'))
    .description('write every released figure as CSV or JSON')
    .addOption(new Option('--format <format>', 'how it is written').choices(['csv', 'json']).default('csv'))
    .option('--store <store>', 'of one store only; default all')
    .option('--simulated', 'made-up data, even where there is real data')
    .option('--out <file>', 'write to a file; default standard output')
    .addHelpText('after', EXAMPLES)
    .action(async (options: ExportOptions) => {
      const config = loadConfig(options, process.env);
      const releases = await readReleases(config, options.store, options.simulated === true);
      const text =
        options.format === 'csv'
          ? releasesCsv(releases)
          : `${JSON.stringify(exportReleases(releases), null, 2)}\n`;
      if (options.out === undefined) process.stdout.write(text);
      else writeFileSync(options.out, text);
    });
}

async function readReleases(
  config: Config,
  wanted: string | undefined,
  isSimulated: boolean,
): Promise<ReleaseRecord[]> {
  const store = await openConfigured(config, chooseKind(config, isSimulated), systemClock);
  try {
    const stores = await listStores(store.db);
    if (wanted !== undefined && !stores.some(({ storeId }) => storeId === wanted))
      throw new CompanionError('store-unknown', wanted);
    const releases: ReleaseRecord[] = [];
    for (const { storeId } of stores) {
      if (wanted === undefined || wanted === storeId)
        releases.push(...(await listReleases(store.db, storeId)));
    }
    return releases;
  } finally {
    await store.close();
  }
}
