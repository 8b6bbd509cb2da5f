import { Command } from 'commander';
import { restoreBackup } from '../backup/restore-backup';
import { systemClock } from '../clock';
import { loadConfig } from '../config/config';
import { CompanionError } from '../errors';
import { type ConfigOptions, configOptions } from './config-options';

const EXAMPLES = `
Stop the companion first. Releases are read back as they were published, never made again; a backup from before a
release that the present database holds is refused. Everybody has to sign in again; passwords and tokens are those
of the backup. Kiosks send again what the backup lacks and they still hold.

Examples:
  $ counterstep restore ./counterstep-backup-2026-03-30T09-00-00
  $ counterstep restore /mnt/safe/monday --data /var/lib/counterstep --replace`;

interface RestoreOptions extends ConfigOptions {
  readonly replace?: true;
}

/** `counterstep restore`: puts a backup into the data folder. */
export function restoreCommand(): Command {
  return configOptions(new Command('restore'))
    .description('put a backup into the data folder')
    .argument('<folder>', 'the backup')
    .option('--replace', 'put a database that is there aside')
    .addHelpText('after', EXAMPLES)
    .action(async (folder: string, options: RestoreOptions) => {
      const { dataFolder, databaseUrl } = loadConfig(options, process.env);
      if (databaseUrl !== undefined) throw new CompanionError('backup-postgres');
      const order = { folder, dataFolder, replace: options.replace === true };
      const { manifest, replaced, keysAdded } = await restoreBackup(order, systemClock);
      process.stdout.write(
        `Restored the backup of ${manifest.takenAt} to ${dataFolder}; ${keysAdded} keys added.\n`,
      );
      if (replaced !== null) {
        process.stdout.write(`The database before is ${replaced}: delete it when you no longer need it.\n`);
      } else {
        process.stdout.write(
          `If something was released after ${manifest.takenAt}, it would be released again from other sheets: take ` +
            'backups after each release.\n',
        );
      }
    });
}
