import { chmodSync, cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { believeClock } from '../../companion/clock-guard/clock-guard';
import { examine } from '../../companion/doctor/examine';
import type { Finding } from '../../companion/doctor/finding';
import { keyFileOf, openKeyring } from '../../companion/store/keyring';
import { saveKiosk } from '../../companion/store/kiosk';
import { openStore } from '../../companion/store/open-store';
import { saveStore } from '../../companion/store/store';
import { makeTemporaryFolder } from './store-fixtures';
import { createFakeClock, KIOSK_A, KIOSK_B, STORE_ID } from './store-sheets';

const clock = createFakeClock('2026-11-22');

async function makeData(): Promise<string> {
  const folder = makeTemporaryFolder();
  const store = await openStore(folder, 'real', clock);
  await saveStore(store, { storeId: STORE_ID, name: 'One', isSimulated: false, region: null });
  const kiosk = { storeId: STORE_ID, kioskId: KIOSK_A, name: 'Till', board: 'pixljs', isSimulated: false };
  await saveKiosk(store, kiosk);
  await store.close();
  openKeyring(keyFileOf(folder)).add(KIOSK_A, new Uint8Array(16));
  believeClock(clock, folder);
  return folder;
}

const config = (folder: string, settings: object): void =>
  writeFileSync(join(folder, 'counterstep.config.json'), JSON.stringify(settings));
const database = (folder: string): string => join(folder, 'counterstep.db');
const closeDatabase = (folder: string): void => {
  for (const left of ['-wal', '-shm']) rmSync(`${database(folder)}${left}`, { force: true });
};

/** What is broken, and what the doctor says of it; `never` must not be said. */
const situations: readonly {
  name: string;
  breakIt(folder: string): void;
  environment?: Record<string, string>;
  at?: string;
  says: readonly [Finding['state'], string, RegExp];
  never?: RegExp;
}[] = [
  {
    name: 'the key file is gone',
    breakIt: (folder) => rmSync(keyFileOf(folder)),
    says: [
      'bad',
      'Kiosk Till',
      /Restore kiosk-keys\.json from a backup.*lose the sheets that it still holds/,
    ],
  },
  {
    name: 'the key file is half',
    breakIt: (folder) => writeFileSync(keyFileOf(folder), '{', { mode: 0o600 }),
    says: ['bad', 'Keys', /cannot be read.*each keeps its sheets.*comes back from a backup/],
    never: /key is missing|flash again/,
  },
  {
    name: 'others can read the keys',
    breakIt: (folder) => chmodSync(keyFileOf(folder), 0o644),
    says: ['bad', 'Keys', /Run: chmod 600/],
    never: /key is missing/,
  },
  {
    name: 'others can look into the folder',
    breakIt: (folder) => chmodSync(folder, 0o755),
    says: ['look', 'Data folder', /Run: chmod 700/],
  },
  {
    name: 'the database is another file',
    breakIt(folder) {
      closeDatabase(folder);
      writeFileSync(database(folder), 'a shopping list '.repeat(1000));
    },
    says: ['bad', 'Database', /damaged.*counterstep restore/],
  },
  {
    name: 'the database was replaced by one that does not know a kiosk',
    breakIt: (folder) => openKeyring(keyFileOf(folder)).add(KIOSK_B, new Uint8Array(16)),
    says: [
      'look',
      'Keys',
      new RegExp(`Was the database replaced\\? Restore the newest backup.*broken off.*${KIOSK_B}`),
    ],
  },
  {
    name: 'a setting is no number',
    breakIt: (folder) => config(folder, { port: 'seven' }),
    says: ['bad', 'Settings', /port in .*Give a whole number from 0 to 65535/],
  },
  {
    name: 'half of the mail is set',
    breakIt: (folder) => config(folder, { mailUrl: 'smtp://mail.example.org' }),
    says: ['bad', 'Notes', /mailUrl, mailFrom and mailTo/],
  },
  {
    name: 'half of forwarding is set',
    breakIt: (folder) => config(folder, { forwardUrl: 'https://chain.example.org' }),
    says: ['bad', 'Chain', /forwardUrl and forwardTokens/],
  },
  {
    name: 'the clock is years ahead',
    breakIt: () => undefined,
    at: '2031-01-01',
    says: ['bad', 'Clock', /Set the clock; if it is right, run: counterstep clock --today 2031-01-01/],
  },
  {
    name: 'the clock was never set',
    breakIt: () => undefined,
    at: '1970-01-01',
    says: ['bad', 'Clock', /Set the machine's clock/],
  },
  {
    name: 'PostgreSQL is not there',
    breakIt: () => undefined,
    environment: { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/x' },
    says: ['bad', 'Database', /cannot be reached. Check DATABASE_URL and the server/],
  },
  {
    name: 'a file stands where the folder should be',
    breakIt(folder) {
      cpSync(keyFileOf(folder), `${folder}.kept`);
      rmSync(folder, { recursive: true });
      cpSync(`${folder}.kept`, folder);
      rmSync(`${folder}.kept`);
    },
    says: ['bad', 'Data folder', /is a file. Give another place with --data/],
    never: /start --real/,
  },
];

test.each(situations)(
  '$name: the doctor says so, and what to do',
  async ({ breakIt, environment, at, says, never }) => {
    const folder = await makeData();
    breakIt(folder);
    const now = at === undefined ? clock : createFakeClock(at);
    const findings = await examine({ data: folder }, environment ?? {}, now, async () => null);
    const [state, what, words] = says;
    expect(findings.filter((finding) => finding.what === what)).toContainEqual({
      state,
      what,
      words: expect.stringMatching(words),
    });
    expect(findings.filter((finding) => finding.what === 'Clock').length).toBeLessThan(2);
    if (never) expect(findings.map((finding) => finding.words).join('\n')).not.toMatch(never);
  },
);

test('where nothing is broken the doctor finds nothing bad but a kiosk that was never heard', async () => {
  const findings = await examine({ data: await makeData() }, {}, clock, async () => null);
  expect(findings.filter(({ state }) => state === 'bad').map(({ what }) => what)).toEqual(['Kiosk Till']);
});
