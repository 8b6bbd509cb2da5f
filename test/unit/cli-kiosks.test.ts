import { join } from 'node:path';
import { expect, test } from 'vitest';
import { moveKiosk } from '../../companion/store/change-kiosk';
import { nextSheetNeeded } from '../../companion/store/gap';
import { keyFileOf, openKeyring } from '../../companion/store/keyring';
import { findKiosk } from '../../companion/store/kiosk';
import { listKioskHealth } from '../../companion/store/kiosk-health';
import { takeSheet } from '../../companion/store/sheet';
import { saveStore } from '../../companion/store/store';
import { makeRealData } from './flash-fixture';
import { runCommand } from './run-command';
import { openTestStore } from './store-fixtures';
import { createFakeClock, EPOCH, KIOSK_A, makeSheet, STORE_ID } from './store-sheets';

/** The command line on a data folder with one kiosk of mill-lane. */
async function openWithKiosk() {
  const data = await makeRealData('mill-lane', 'old-town');
  const run = (...words: string[]) => runCommand([...words, '--data', data]);
  await run('flash', '--image', join(data, 'a.bin'), '--store', 'mill-lane');
  const kioskIds = () => openKeyring(keyFileOf(data)).kioskIds();
  return { run, kioskIds, kioskId: kioskIds()[0] ?? '' };
}

test('kiosks are listed, renamed and assigned', async () => {
  const { run, kioskId } = await openWithKiosk();
  expect((await run('kiosks', 'list')).out).toBe(`${kioskId}  Kiosk 1  mill-lane  pixljs  never read\n`);

  expect((await run('kiosks', 'rename', 'Kiosk 1', '--name', 'Till')).status).toBe(0);
  expect((await run('kiosks', 'rename', 'Till', '--name', '')).err).toContain('[kiosk-name]');
  expect((await run('kiosks', 'rename', 'Kiosk 1', '--name', 'x')).err).toContain('[kiosk-unknown]');
  expect((await run('kiosks', 'assign', kioskId, '--store', 'nowhere')).err).toContain('[store-unknown]');
  expect((await run('kiosks', 'assign', 'Till', '--store', 'old-town')).out).toContain('counts for old-town');
  expect((await run('kiosks', 'list')).out).toBe(`${kioskId}  Till  old-town  pixljs  never read\n`);
});

test('a kiosk is forgotten, with its key, only by who says yes', async () => {
  const { run, kioskIds, kioskId } = await openWithKiosk();
  const unsure = await run('kiosks', 'forget', 'Kiosk 1');
  expect(unsure.err).toMatch(/deletes its key.*only when it is flashed anew.*\[kiosk-forget\]/);
  expect(kioskIds()).toEqual([kioskId]);
  const sure = await run('kiosks', 'forget', 'Kiosk 1', '--yes');
  expect(sure.out).toContain('A new key means flashing again');
  expect(kioskIds()).toEqual([]);
  expect((await run('kiosks', 'list')).out).toBe('');
});

test('a name that two kiosks have is refused; their ids are not', async () => {
  const data = await makeRealData('mill-lane', 'old-town');
  const run = (...words: string[]) => runCommand([...words, '--data', data]);
  for (const store of ['mill-lane', 'old-town'])
    await run('flash', '--image', join(data, `${store}.bin`), '--store', store, '--name', 'Till');
  expect((await run('kiosks', 'forget', 'Till', '--yes')).err).toContain('[kiosk-unclear]');
  const [one = '', two] = openKeyring(keyFileOf(data)).kioskIds();
  await run('kiosks', 'forget', one.toUpperCase(), '--yes');
  expect(openKeyring(keyFileOf(data)).kioskIds()).toEqual([two]);
});

test('a sheet that one store has is not counted again by the store to which its kiosk moves', async () => {
  const clock = createFakeClock();
  const store = await openTestStore(clock);
  const { db } = store;
  await saveStore(store, { storeId: 'other', name: 'Other', region: null, isSimulated: true });
  for (const sheetNo of [1, 2, 4]) await takeSheet(db, makeSheet({ sheetNo }), '2026-03-02');

  await moveKiosk(db, await findKiosk(db, KIOSK_A), 'other', '2026-03-03');
  expect(await nextSheetNeeded(db, KIOSK_A, EPOCH)).toBe(3); // in no store yet
  await takeSheet(db, makeSheet({ sheetNo: 2 }), '2026-03-03');
  await takeSheet(db, makeSheet({ sheetNo: 5 }), '2026-03-03');
  const rows = await db
    .selectFrom('sheet')
    .select(['storeId', 'sheetNo', 'state'])
    .orderBy('sheetNo')
    .execute();
  expect(rows.map(({ storeId, sheetNo, state }) => `${storeId} ${sheetNo} ${state}`).sort()).toEqual([
    `other 2 late`,
    `other 5 waiting`,
    `${STORE_ID} 1 waiting`,
    `${STORE_ID} 2 waiting`,
    `${STORE_ID} 4 waiting`,
  ]);
  const [health] = await listKioskHealth(db, 'other');
  expect(health?.sheetsNotReceived).toBe(1); // number 3, in no store

  await moveKiosk(db, await findKiosk(db, KIOSK_A), STORE_ID, '2026-03-04');
  expect(await nextSheetNeeded(db, KIOSK_A, EPOCH)).toBe(3);
  await takeSheet(db, makeSheet({ sheetNo: 5 }), '2026-03-04');
  const again = await db
    .selectFrom('sheet')
    .select('state')
    .where('sheetNo', '=', 5)
    .orderBy('state')
    .execute();
  expect(again.map(({ state }) => state)).toEqual(['late', 'waiting']);
});

test('a forgotten key is gone for whoever has the keyring open', async () => {
  const data = await makeRealData('mill-lane');
  const keyring = openKeyring(keyFileOf(data));
  keyring.add(KIOSK_A, new Uint8Array(16));
  openKeyring(keyFileOf(data)).remove(KIOSK_A);
  expect(keyring.find(KIOSK_A)).toBeNull();
  openKeyring(keyFileOf(data)).add(KIOSK_A, new Uint8Array(16).fill(1));
  expect(keyring.find(KIOSK_A)?.[0]).toBe(1);
});
