import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { makeBackup } from '../../companion/backup/make-backup';
import { readManifest } from '../../companion/backup/manifest';
import { forwardAndNote } from '../../companion/forward/forward-often';
import { openKeyring } from '../../companion/store/keyring';
import { makeTemporaryFolder, openTestStore } from './store-fixtures';
import { createFakeClock, STORE_ID } from './store-sheets';

const MAIN = join(process.cwd(), 'dist/companion/main.js');
const KIOSK = 'a0b1c2d3e4f50617';
/** Room for the database's shared memory and a few of its pages; nothing longer can be written by the process. */
const ROOM_KB = 40;

/** Runs a command of the companion that may make no file longer than this: as on a disk that is full. */
const tight = (words: readonly string[], roomKb: number) =>
  spawnSync('bash', ['-c', `ulimit -f ${roomKb}; exec "$0" "$@"`, process.execPath, MAIN, ...words], {
    encoding: 'utf8',
    env: {},
  });

describe('on a full disk', () => {
  let fresh: string;
  let data: string;
  let files: string[];

  beforeAll(() => {
    fresh = mkdtempSync(join(tmpdir(), 'counterstep-'));
    execFileSync(process.execPath, [MAIN, 'stores', 'add', '--name', 'Mill', '--data', fresh]);
  });
  afterAll(() => rmSync(fresh, { recursive: true }));
  beforeEach(() => {
    data = makeTemporaryFolder();
    cpSync(fresh, data, { recursive: true });
    openKeyring(join(data, 'kiosk-keys.json')).add(KIOSK, new Uint8Array(16).fill(7));
    files = readdirSync(data);
  });

  test.each([
    { words: ['flash', '--image', 'till.bin', '--name', 'Till'] },
    { words: ['stores', 'add', '--name', 'Other'] },
    { words: ['backup', '--out', 'copy'] },
    { words: ['start', '--real', '--port', '0'] },
  ])('counterstep $words.0 says so, and leaves what was there as it was', ({ words }) => {
    const keys = readFileSync(join(data, 'kiosk-keys.json'), 'utf8');
    const own = words.map((word) => (/^(?:till\.bin|copy)$/.test(word) ? join(data, word) : word));
    const { status, stderr } = tight([...own, '--data', data], 0);
    expect(stderr).toContain('[disk-full]');
    expect(stderr).not.toContain('    at ');
    expect(status).toBe(1);
    expect(readFileSync(join(data, 'kiosk-keys.json'), 'utf8')).toBe(keys);
    expect(readdirSync(data).filter((name) => !/-(?:wal|shm)$|lock/.test(name))).toEqual(files);
  });

  test('the doctor does not call a database damaged that could only not be opened', () => {
    const { stdout, status } = tight(['doctor', '--data', data], 0);
    expect(status).toBe(1);
    expect(stdout).toMatch(/BAD {3}Database: It cannot be read now \(SQLITE_IOERR\w*\)/);
    expect(stdout).toContain('do not restore a backup over it');
    expect(stdout).not.toContain('damaged');
    writeFileSync(join(data, 'counterstep.db'), 'this is no database, but a shopping list'.repeat(99));
    expect(tight(['doctor', '--data', data], 100_000).stdout).toContain(
      'It is damaged. Restore the newest backup',
    );
  });

  test('a companion goes on, with pages, without its log and without what it forwards, and stops when told to', async () => {
    const settings = { forwardUrl: 'https://chain.example', forwardTokens: [`mill=${'t'.repeat(43)}`] };
    writeFileSync(join(data, 'counterstep.config.json'), JSON.stringify(settings));
    const command = `ulimit -f ${ROOM_KB}; exec "$0" "$@" 2>/dev/full`;
    const words = ['start', '--real', '--port', '0', '--data', data];
    const child = spawn('bash', ['-c', command, process.execPath, MAIN, ...words], { env: {} });
    onTestFinished(() => void child.kill('SIGKILL'));
    const exited = once(child, 'exit');
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => (said += bytes));
    while (!/Bluetooth: /.test(said)) {
      await Promise.race([once(child.stdout, 'data'), exited]);
      if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}: ${said}`);
    }
    const { origin } = new URL(/http:\S+/.exec(said)?.[0] ?? '');
    for (let visit = 0; visit < 5; visit++) {
      const reply = await fetch(`${origin}/sign-in`);
      expect(reply.status).toBe(200);
    }
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
  });

  test('what a command prints into a file that cannot be written ends with a status that says so', () => {
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', '"$0" "$@" >/dev/full', process.execPath, MAIN, 'stores', 'list', '--data', data],
      { encoding: 'utf8', env: {} },
    );
    expect(status).toBe(1);
    expect(stderr).toContain('[disk-full]');
  });

  test('a key that cannot be added leaves the keys that are there, and no half file', () => {
    const path = join(data, 'kiosk-keys.json');
    symlinkSync('/dev/full', `${path}.half`);
    expect(() => openKeyring(path).add('ffffffffffffffff', new Uint8Array(16))).toThrow('ENOSPC');
    expect(openKeyring(path).kioskIds()).toEqual([KIOSK]);
    expect(existsSync(`${path}.half`)).toBe(false);
    openKeyring(path).add('ffffffffffffffff', new Uint8Array(16));
    expect(openKeyring(path).kioskIds()).toHaveLength(2);
  });

  test('a backup that finds no room leaves the one before it whole', () => {
    const before = join(data, 'before');
    makeBackup({ dataFolder: data, folder: before, withKeys: true, version: '1', nowMs: 0 });
    expect(tight(['backup', '--out', join(data, 'after'), '--data', data], ROOM_KB).status).toBe(1);
    expect(existsSync(join(data, 'after'))).toBe(false);
    expect(readManifest(before).files['kiosk-keys.json']).toBeDefined();
    expect(statSync(join(before, 'counterstep.db')).size).toBeGreaterThan(ROOM_KB * 1024);
  });
});

test('forwarding that cannot keep how it went ends neither the companion nor the next try', async () => {
  const clock = createFakeClock();
  const { db } = await openTestStore(clock);
  const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  const fullDb = new Proxy(db, {
    get(target, name) {
      if (name === 'selectFrom' || name === 'insertInto') throw full;
      return Reflect.get(target, name);
    },
  });
  const said: unknown[] = [];
  const deps = {
    db: fullDb,
    url: 'https://chain.example',
    fetch,
    sleep: async () => undefined,
    random: () => 0.5,
    log: (event: string, fields: object) => said.push({ event, ...fields }),
    nowMs: clock.nowMs,
  };
  await expect(forwardAndNote(deps, STORE_ID, 'token')).resolves.toBeUndefined();
  expect(said).toMatchObject([{ event: 'forward-failed', error: 'forward-failed' }]);
});
