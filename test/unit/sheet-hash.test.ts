import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MIGRATIONS } from '../../companion/store/migrations/list';
import { openStore } from '../../companion/store/open-store';
import { saveStore } from '../../companion/store/store';
import { createSyncStore } from '../../companion/store/sync-store';
import { hashSheet } from '../../companion/sync/hash-sheet';
import { packContents } from '../../shared/wire/sheet-contents';
import { makeTemporaryFolder, openTestStore } from './store-fixtures';
import { createFakeClock, EPOCH, KIOSK_A, makeSheet, STORE_ID } from './store-sheets';

const KEY = Uint8Array.from({ length: 16 }, (_, index) => index);
const VERSION_BEFORE = 4;
const clock = createFakeClock();
const plainHash = (packed: Uint8Array): string => createHash('sha256').update(packed).digest('hex');

/** A small sheet of which somebody knows all but one count. */
const guesses = Array.from({ length: 50 }, (_, calf) =>
  packContents({ epochDay: 20_000, counts: [10, 0, 0, 0, 0, calf, ...new Array<number>(102).fill(0)] }),
);

test('the contents of a sheet can be found by trying from a plain hash, and not from what is remembered', () => {
  const [secret = new Uint8Array()] = guesses.slice(7);
  expect(guesses.findIndex((guess) => plainHash(guess) === plainHash(secret))).toBe(7);
  const remembered = hashSheet(KEY, EPOCH, 1, secret);
  const otherKey = KEY.map((byte) => byte ^ 1);
  const tries = guesses.flatMap((guess) => [plainHash(guess), hashSheet(otherKey, EPOCH, 1, guess)]);
  expect(tries).not.toContain(remembered);
  expect(hashSheet(KEY, EPOCH, 1, secret)).toBe(remembered);
});

test('equal sheets of two days, ledgers or kiosks are not seen to be equal', () => {
  const [sheet = new Uint8Array()] = guesses;
  const hashes = [
    hashSheet(KEY, EPOCH, 1, sheet),
    hashSheet(KEY, EPOCH, 2, sheet),
    hashSheet(KEY, '00000000', 1, sheet),
    hashSheet(
      KEY.map((byte) => byte + 1),
      EPOCH,
      1,
      sheet,
    ),
  ];
  expect(new Set(hashes).size).toBe(hashes.length);
});

test('an update removes hashes that were made without a key, from the file too, and the next arrival is remembered', async () => {
  const folder = makeTemporaryFolder();
  const old = await openStore(folder, 'simulated', clock, MIGRATIONS.slice(0, VERSION_BEFORE));
  await saveStore(old, { storeId: STORE_ID, name: 'One', isSimulated: true, region: null });
  const key = { storeId: STORE_ID, kioskId: KIOSK_A, epoch: EPOCH, sheetNo: 1 };
  const [plain = '', otherPlain = ''] = guesses.map(plainHash);
  const row = { ...key, state: 'waiting' as const, closedDay: '2026-03-02', arrivedDay: '2026-03-02' };
  await old.db
    .insertInto('sheet')
    .values({ ...row, hash: plain, counts: '[10]' })
    .execute();
  await old.db
    .insertInto('quarantine')
    .values({ ...key, hash: otherPlain, arrivedDay: '2026-03-02' })
    .execute();
  await old.close();

  const { db, forgetDeleted } = await openTestStore(clock, folder);
  const { takeSheet } = createSyncStore(db, clock);
  expect(await takeSheet(makeSheet({ sheetNo: 1, hash: 'first' }))).toBe('known');
  expect(await takeSheet(makeSheet({ sheetNo: 1, hash: 'first' }))).toBe('known');
  expect(await takeSheet(makeSheet({ sheetNo: 1, hash: 'second' }))).toBe('conflict');
  expect(await db.selectFrom('sheet').select(['state', 'counts']).execute()).toEqual([
    { state: 'waiting', counts: '[10]' },
  ]);
  expect(await db.selectFrom('quarantine').selectAll().execute()).toHaveLength(2);
  await forgetDeleted();
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
  expect(files.some((text) => text.includes('first'))).toBe(true);
  expect(files.some((text) => text.includes(plain) || text.includes(otherPlain))).toBe(false);
});
