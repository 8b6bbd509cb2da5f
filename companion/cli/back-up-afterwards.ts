import { backUpReleases } from '../backup/back-up-releases';
import type { Clock } from '../clock';
import { backupFolderOf, type Config } from '../config/config';
import { CompanionError } from '../errors';
import { describeError, type Log } from '../log';
import type { OpenStore } from '../store/open-store';
import { listRecords } from '../store/release';
import { readVersion } from './version';

/** Backs up what was released since the last backup; a failure is logged and tried again. PostgreSQL has its own ways. */
export async function backUpAfterwards(
  config: Config,
  { db }: OpenStore,
  clock: Clock,
  log: Log,
): Promise<void> {
  if (config.databaseUrl !== undefined) return;
  try {
    const records = await listRecords(db);
    const made = backUpReleases({
      dataFolder: config.dataFolder,
      folder: backupFolderOf(config),
      records,
      version: readVersion(),
      nowMs: clock.nowMs(),
    });
    if (made !== null) log('backed-up', { releases: records.length });
  } catch (error) {
    log('backup-failed', { error: error instanceof CompanionError ? error.code : describeError(error) });
  }
}
