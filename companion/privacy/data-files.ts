import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A file in the data folder, and what it is for. */
export interface DataFile {
  readonly name: string;
  readonly bytes: number;
  readonly words: string;
}

/** What a file of the data folder is, known by its name; folders are named with a slash at their end. */
interface FileKind {
  readonly pattern: RegExp;
  readonly name: string;
  readonly words: string;
}

/** Every kind of file that a companion makes, the first that fits. */
export const fileKinds: readonly FileKind[] = [
  {
    pattern: /^backups\/.*keys\.json$/,
    name: 'backups/…/kiosk-keys.json',
    words: 'a copy of the kiosks’ keys; only the companion’s user may read it',
  },
  {
    pattern: /^backups\//,
    name: 'backups/…',
    words:
      'the backup made after the newest release, waiting sheets among it; the one before was overwritten and deleted',
  },
  {
    pattern: /\.db\.replaced-/,
    name: 'counterstep.db.replaced-…',
    words:
      'the database before somebody restored a backup, with all it held: delete it when it is no longer needed',
  },
  {
    pattern: /\.arriving$/,
    name: 'counterstep.db.arriving',
    words: 'a restore that was cut off: the database of a backup; the next restore writes over it',
  },
  {
    pattern: /\.half$/,
    name: '….half',
    words: 'a file whose writing was cut off; the next try writes over it',
  },
  {
    pattern: /\.db\.version-\d+$/,
    name: 'counterstep.db.version-…',
    words: 'the database before an update; removed with the next release',
  },
  {
    pattern: /^counterstep\.db$/,
    name: 'counterstep.db',
    words: 'the database of real kiosks: the tables below',
  },
  {
    pattern: /^simulated\.db$/,
    name: 'simulated.db',
    words: 'the database of simulated kiosks: the tables below, made up',
  },
  {
    pattern: /\.db-(?:wal|shm)$/,
    name: 'counterstep.db-wal, -shm',
    words: 'what the database is about to write; what was deleted leaves it with each release',
  },
  {
    pattern: /\.lock(?:-journal|-wal|-shm)?$/,
    name: 'real.lock',
    words: 'empty: keeps a second companion from using the same data',
  },
  {
    pattern: /keys.*\.json$/,
    name: 'kiosk-keys.json',
    words: 'the kiosks’ keys; only the companion’s user may read it',
  },
  {
    pattern: /^clock\.json$/,
    name: 'clock.json',
    words: 'when this machine’s clock was believed last',
  },
  {
    pattern: /^quarters\.json$/,
    name: 'quarters.json',
    words: 'what the chain has published by quarter, as in the database, and the stores it was about',
  },
  {
    pattern: /^unfinished-updates\.json$/,
    name: 'unfinished-updates.json',
    words: 'kiosks whose update was begun and is not through, with their languages',
  },
  {
    pattern: /^counterstep\.config\.json$/,
    name: 'counterstep.config.json',
    words: 'settings of the companion, as somebody typed them',
  },
];

/** What a companion leaves elsewhere. */
export const elsewhere: readonly string[] = [
  'Backups that somebody makes lie where that person puts them: a whole database, waiting sheets and, unless left out, ' +
    'the keys. They are not changed or deleted by a later release.',
  'The log goes to standard error and is kept by whoever starts the companion. It names events, stores, routes, ' +
    'accounts by their random number and the addresses of sign-ins; no answer, no count, no band.',
  'Exports lie where somebody puts them, and hold what the pages show.',
];

const UNKNOWN = 'not made by Counterstep';

/** The files of a data folder and of its folders, by name; none when it does not exist. */
export function listDataFiles(dataFolder: string): DataFile[] {
  if (!existsSync(dataFolder)) return [];
  return readdirSync(dataFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const name = relative(dataFolder, path).replaceAll('\\', '/');
      const kind = fileKinds.find(({ pattern }) => pattern.test(name));
      return { name, bytes: statSync(path).size, words: kind?.words ?? UNKNOWN };
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}
