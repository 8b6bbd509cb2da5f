import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addAccount } from '../../companion/access/accounts';
import { setPassword } from '../../companion/access/links';
import { examine } from '../../companion/doctor/examine';
import { claimNote } from '../../companion/note/note-record';
import { keyFileOf, openKeyring } from '../../companion/store/keyring';
import { saveKiosk } from '../../companion/store/kiosk';
import { openStore } from '../../companion/store/open-store';
import { saveStore } from '../../companion/store/store';
import { makeRealData } from './flash-fixture';
import { runCommand } from './run-command';
import { makeTemporaryFolder } from './store-fixtures';
import { createFakeClock, KIOSK_A, STORE_ID } from './store-sheets';
import { makeReleases } from './web-fixture';

const clock = createFakeClock('2026-03-09');

test('every command explains itself, with examples', async () => {
  const { out } = await runCommand(['--help']);
  const names = [...out.matchAll(/^ {2}([a-z]+)(?: \[| <|\s)/gm)].map((match) => match[1] ?? '');
  const commands = names.filter((name) => name !== 'help');
  expect(commands).toEqual(
    expect.arrayContaining(['start', 'note', 'users', 'stores', 'backup', 'restore', 'doctor']),
  );
  for (const command of commands) {
    const { status, out: help } = await runCommand([command, '--help']);
    expect({ command, status }).toEqual({ command, status: 0 });
    expect(help).toMatch(new RegExp(`Examples:\n(.*\n)*.*counterstep ${command}`));
  }
}, 60_000);

test('stores are added, listed and renamed, and hostile names refused', async () => {
  const data = ['--data', makeTemporaryFolder()];
  expect(await runCommand(['stores', 'add', '--name', 'Café Läufer, Köln', ...data])).toMatchObject({
    status: 0,
    out: 'Added cafe-laufer-koln.\n',
  });
  expect((await runCommand(['stores', 'add', '--name', 'cafe läufer köln', ...data])).err).toContain(
    '[store-exists]',
  );
  for (const [name, id, code] of [
    ['💣', undefined, 'store-id'],
    ['One', '../one', 'store-id'],
    ['One', "o'; DROP TABLE store", 'store-id'],
    ['', 'one', 'store-name'],
    ['two\nlines', 'one', 'store-name'],
    ['x'.repeat(61), 'one', 'store-name'],
  ] as const) {
    const words = ['stores', 'add', '--name', name, ...(id === undefined ? [] : ['--id', id]), ...data];
    expect((await runCommand(words)).err).toContain(`[${code}]`);
  }
  await runCommand(['stores', 'rename', 'cafe-laufer-koln', '--name', 'Läufer', '--region', 'West', ...data]);
  expect((await runCommand(['stores', 'list', ...data])).out).toBe('cafe-laufer-koln  Läufer  (West)\n');
  expect((await runCommand(['stores', 'rename', 'nowhere', '--name', 'x', ...data])).err).toContain(
    '[store-unknown]',
  );
}, 60_000);

test('users get one-time links on the public address, and are removed', async () => {
  const data = ['--data', await makeRealData()];
  const env = { COUNTERSTEP_PUBLIC_URL: 'https://kiosks.example.org' };
  expect((await runCommand(['users', 'add', 'jo', '--role', 'owner', ...data], env)).out).toMatch(
    /^https:\/\/kiosks\.example\.org\/welcome\/[\w-]{43}\n$/,
  );
  expect((await runCommand(['users', 'link', 'jo', ...data])).out).toMatch(
    /^http:\/\/127\.0\.0\.1:4280\/welcome\//,
  );
  expect((await runCommand(['users', 'list', ...data])).out).toBe('jo  owner  no password yet\n');
  expect((await runCommand(['users', 'add', 'jo', '--role', 'god', ...data])).status).toBe(2);
  expect((await runCommand(['users', 'sign-out', 'nobody', ...data])).err).toContain('[account-unknown]');
  expect((await runCommand(['users', 'remove', 'jo', ...data])).status).toBe(0);
  expect((await runCommand(['users', 'list', ...data])).out).toBe('');
}, 60_000);

test('a folder without a companion is named, and stays as it is', async () => {
  const folder = join(makeTemporaryFolder(), 'mistyped');
  for (const words of [
    ['users', 'link', 'owner'],
    ['stores', 'list'],
    ['kiosks', 'list'],
  ]) {
    const { status, err } = await runCommand([...words, '--data', folder]);
    expect({ status, err }).toEqual({
      status: 1,
      err: expect.stringMatching(/mistyped \[nothing-here\]\n$/),
    });
  }
  expect(existsSync(folder)).toBe(false);
}, 60_000);

describe('the doctor', () => {
  const ask = (dataFolder: string, environment: Record<string, string> = {}) =>
    examine({ data: dataFolder }, environment, clock);
  const stateOf = (findings: Awaited<ReturnType<typeof examine>>, what: string) =>
    findings.filter((finding) => finding.what === what).map(({ state }) => state);

  async function makeData() {
    const folder = makeTemporaryFolder();
    const store = await openStore(folder, 'real', clock);
    await saveStore(store, { storeId: STORE_ID, name: 'One', isSimulated: false, region: null });
    await saveKiosk(store, {
      storeId: STORE_ID,
      kioskId: KIOSK_A,
      name: 'Till',
      board: 'pixljs',
      isSimulated: false,
    });
    openKeyring(keyFileOf(folder)).add(KIOSK_A, new Uint8Array(16));
    return { folder, store };
  }

  test('finds a new folder fit, and says how to go on', async () => {
    const findings = await ask(makeTemporaryFolder());
    expect(findings.filter(({ state }) => state === 'bad')).toEqual([]);
    expect(findings.at(-1)).toMatchObject({
      what: 'Database',
      words: expect.stringContaining('start --real'),
    });
  });

  test('finds a kiosk silent or without key, no password, an unsure note', async () => {
    const { folder, store } = await makeData();
    await claimNote(store.db, STORE_ID, 1, clock.nowMs() - 3_600_000);
    const mail = {
      COUNTERSTEP_MAIL_URL: 'smtp://mail.example.org',
      COUNTERSTEP_MAIL_FROM: 'a@example.org',
      COUNTERSTEP_MAIL_TO: 'b@example.org',
    };
    const findings = await ask(folder, mail);
    expect(stateOf(findings, 'Kiosk Till')).toEqual(['bad']);
    expect(stateOf(findings, 'Sign-in')).toEqual(['look']);
    expect(findings.find(({ what }) => what === 'Notes')?.words).toMatch(/Nobody knows.*not sent again/);
    const { accountId } = await addAccount(store.db, 'jo', 'owner', 0);
    await setPassword(store.db, accountId, 'hash');
    expect(stateOf(await ask(folder), 'Sign-in')).toEqual(['well']);
    await store.close();
    writeFileSync(keyFileOf(folder), '{}');
    const keyless = await ask(folder);
    expect(keyless.find(({ what }) => what === 'Kiosk Till')?.words).toContain('key is missing');
  });

  test('finds a damaged database, keys that others may read, settings that cannot be', async () => {
    const { folder, store } = await makeData();
    await store.close();
    if (process.platform !== 'win32') {
      chmodSync(keyFileOf(folder), 0o644);
      expect(stateOf(await ask(folder), 'Keys')).toEqual(['bad']);
    }
    for (const left of ['-wal', '-shm']) rmSync(join(folder, `counterstep.db${left}`), { force: true });
    writeFileSync(join(folder, 'counterstep.db'), 'no database '.repeat(1000));
    expect(stateOf(await ask(folder), 'Database')).toEqual(['bad']);
    expect(stateOf(await ask(folder, { COUNTERSTEP_PORT: 'http' }), 'Settings')).toEqual(['bad']);
    expect((await runCommand(['doctor', '--data', folder])).status).toBe(1);
  });

  test('finds an adapter fit, or says what to do about it, without calling it bad', async () => {
    const folder = makeTemporaryFolder();
    const fit = await examine({ data: folder }, {}, clock, async () => null);
    expect(stateOf(fit, 'Bluetooth')).toEqual(['well']);
    const words = { trouble: 'adapter-off', what: 'It is off.', toDo: 'Switch it on.' } as const;
    const unfit = await examine({ data: folder }, {}, clock, async () => words);
    expect(unfit.find(({ what }) => what === 'Bluetooth')).toMatchObject({
      state: 'look',
      words: 'It is off. Switch it on.',
    });
  });

  test('finds a clock that was never set, and proxies that are not named', async () => {
    const early = await examine({ data: makeTemporaryFolder() }, {}, createFakeClock('1970-01-01'));
    expect(stateOf(early, 'Clock')).toEqual(['bad']);
    const { folder, store } = await makeData();
    await store.close();
    const findings = await ask(folder, { COUNTERSTEP_PUBLIC_URL: 'https://kiosks.example.org' });
    expect(findings.map(({ words }) => words).join()).toContain('trustedProxies');
  });
});

test('a reader who has seen enough ends no command with an error', async () => {
  const folder = makeTemporaryFolder();
  const store = await openStore(folder, 'real', clock);
  await saveStore(store, { storeId: 'mill-lane', name: 'Mill Lane', isSimulated: false, region: null });
  for (const { spanNo, publishedOn, ...rest } of makeReleases()) {
    const record = JSON.stringify({ ...rest, spanNo, publishedOn, isSimulated: false });
    await store.db
      .insertInto('release')
      .values({ storeId: 'mill-lane', spanNo, publishedOn, record })
      .execute();
  }
  await store.close();
  const child = spawn(process.execPath, ['dist/companion/main.js', 'export', '--data', folder]);
  child.stdout.destroy();
  let err = '';
  child.stderr.on('data', (bytes: Buffer) => {
    err += bytes.toString();
  });
  const [status] = await once(child, 'close');
  expect({ status, err }).toEqual({ status: 0, err: '' });
});
