import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { automaticBackupName } from '../backup/back-up-releases';
import { readManifest } from '../backup/manifest';
import { CompanionError } from '../errors';

/** What was found of the automatic backup, in a sentence; `isWell` when it holds every release. */
export interface BackupFinding {
  readonly isWell: boolean;
  readonly words: string;
}

/** Looks whether the automatic backup of these releases is there and whole. */
export function examineBackup(folder: string, records: readonly string[]): BackupFinding {
  if (records.length === 0)
    return {
      isWell: true,
      words:
        'None is made by itself before the first release. Until then, and after each kiosk that you flash, make one ' +
        'yourself: counterstep backup',
    };
  const path = join(folder, automaticBackupName(records));
  try {
    const { takenAt } = readManifest(path);
    return { isWell: true, words: `${path} of ${takenAt} is whole and holds every release.` };
  } catch (error) {
    if (!(error instanceof CompanionError)) throw error;
    const isEmpty = !existsSync(folder) || readdirSync(folder).length === 0;
    const there = isEmpty ? 'No automatic backup' : 'No whole automatic backup of the newest release';
    return {
      isWell: false,
      words: `${there} in ${folder}. A running companion makes one within the hour; its log says why not.`,
    };
  }
}
