import { join } from 'node:path';
import { Command } from 'commander';
import { makeBackup } from '../backup/make-backup';
import { systemClock } from '../clock';
import { loadConfig } from '../config/config';
import { CompanionError } from '../errors';
import { type ConfigOptions, configOptions } from './config-options';
import { readVersion } from './version';

const EXAMPLES = `
It may run beside a running companion. The backup is a folder: the database as it is at this moment, the kiosks' keys
and a list of both. Whoever has it can read sheets of ten or more checks that wait for a release, and talk to the
kiosks: keep it as safe as the companion itself. Settings files are not in it.

Examples:
  $ counterstep backup
  $ counterstep backup --out /mnt/safe/monday
  $ counterstep backup --without-keys --out ./for-a-look`;

interface BackupOptions extends ConfigOptions {
  readonly out?: string;
  readonly withoutKeys?: true;
}

/** `counterstep backup`: a copy of everything that cannot be made again. */
export function backupCommand(): Command {
  return configOptions(new Command('backup'))
    .description('copy database and keys to a folder')
    .option('--out <folder>', 'a new folder; default counterstep-backup-DATE in the present one')
    .option('--without-keys', 'leave out the kiosks’ keys')
    .addHelpText('after', EXAMPLES)
    .action((options: BackupOptions) => {
      const nowMs = systemClock.nowMs();
      const { dataFolder, databaseUrl } = loadConfig(options, process.env);
      if (databaseUrl !== undefined) throw new CompanionError('backup-postgres');
      const stamp = new Date(nowMs).toISOString().slice(0, 19).replaceAll(':', '-');
      const folder = options.out ?? join('.', `counterstep-backup-${stamp}`);
      const { files } = makeBackup({
        dataFolder,
        folder,
        withKeys: options.withoutKeys !== true,
        version: readVersion(),
        nowMs,
      });
      const names = Object.keys(files);
      process.stdout.write(`${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} in ${folder}.\n`);
    });
}
