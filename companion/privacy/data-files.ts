import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A file in the data folder, and what it is for. */
export interface DataFile {
  readonly name: string;
  readonly bytes: number;
  readonly words: string;
}

const FILES: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^counterstep\.db$/, 'the database of real kiosks: the tables below'],
  [/^simulated\.db$/, 'the database of simulated kiosks: the tables below, made up'],
  [/\.db-(?:wal|shm)$/, 'what the database is about to write; what was deleted leaves it with each release'],
  [/\.db\.version-\d+$/, 'the database before an update; removed with the next release'],
  [
    /\.db\.replaced-/,
    'the database before somebody restored a backup, with all it held: delete it when it is no longer needed',
  ],
  [/^backups$/, 'the backup made after the newest release; the one before is overwritten and deleted'],
  [/\.lock(?:-journal)?$/, 'empty: keeps a second companion from using the same data'],
  [/keys.*\.json$/, 'the kiosks’ keys; only the companion’s user may read it'],
  [/^counterstep\.config\.json$/, 'settings of the companion, as somebody typed them'],
];

const UNKNOWN = 'not made by Counterstep';

/** The files of a data folder; none when it does not exist. */
export function listDataFiles(dataFolder: string): DataFile[] {
  if (!existsSync(dataFolder)) return [];
  return readdirSync(dataFolder)
    .sort()
    .map((name) => ({
      name,
      bytes: statSync(join(dataFolder, name)).size,
      words: FILES.find(([pattern]) => pattern.test(name))?.[1] ?? UNKNOWN,
    }));
}
