import { expect, test } from 'vitest';
import { examine } from '../../companion/doctor/examine';
import { examineSenders } from '../../companion/doctor/examine-senders';
import { makeStoreToken, revokeStoreToken } from '../../companion/forward/store-token';
import { takeKiosk } from '../../companion/forward/take-kiosks';
import { saveKiosk } from '../../companion/store/kiosk';
import { listKioskHealth } from '../../companion/store/kiosk-health';
import { openStore } from '../../companion/store/open-store';
import { saveStore } from '../../companion/store/store';
import { makeTemporaryFolder, openTestStore } from './store-fixtures';
import { createFakeClock } from './store-sheets';

const NOW_MS = Date.parse('2026-11-02T09:00:00Z');
const HOUR_MS = 3_600_000;
const NO_ADAPTER = 'This computer has no Bluetooth adapter.';
const ago = (hours: number): string => new Date(NOW_MS - hours * HOUR_MS).toISOString();

const SENT = {
  kioskId: '0000000000000000',
  name: 'Till',
  board: 'pixljs',
  lastError: NO_ADAPTER,
  sheetsWaiting: 0,
  sheetsNotReceived: 0,
  sheetsQuarantined: 0,
};

/** A chain's companion whose stores, Shop 0 on, sent so many hours ago (null: never), each with a kiosk that old. */
async function openChain(hoursSilent: readonly (number | null)[]) {
  const store = await openTestStore(createFakeClock());
  const { db } = store;
  await db.deleteFrom('kiosk').execute();
  for (const [index, hours] of hoursSilent.entries()) {
    const storeId = `shop-${index}`;
    await saveStore(store, { storeId, name: `Shop ${index}`, isSimulated: true, region: null });
    await makeStoreToken(db, storeId);
    if (hours === null) continue;
    await db
      .updateTable('forward')
      .set({ heardAt: ago(hours) })
      .where('storeId', '=', storeId)
      .execute();
    const kiosk = { ...SENT, kioskId: index.toString(16).padStart(16, '0'), lastHeardAt: ago(hours) };
    await takeKiosk(db, storeId, kiosk, NOW_MS);
  }
  return async () => examineSenders(db, await listKioskHealth(db), NOW_MS);
}

test('the doctor says nothing of senders where no store sends', async () => {
  expect(await (await openChain([]))()).toEqual([]);
});

test('a chain whose stores sent within a day is well', async () => {
  expect(await (await openChain([0, 1, 5]))()).toEqual([
    { state: 'well', what: 'Stores', words: '3 send here, all of them lately.' },
    { state: 'well', what: 'Kiosks', words: '3 of other companions, all well.' },
  ]);
});

test('of a chain the doctor names stores that fell silent, and kiosks with their store and whose words are told', async () => {
  const findings = await (await openChain([1, 50, null]))();
  expect(findings).toEqual([
    { state: 'look', what: 'Stores', words: '3 send here; of 2 nothing came for a day or more.' },
    {
      state: 'look',
      what: 'Store Shop 1',
      words: 'Its companion last sent 2 days ago. There, run: counterstep doctor',
    },
    {
      state: 'look',
      what: 'Store Shop 2',
      words: 'Its companion has never sent. There, run: counterstep doctor',
    },
    { state: 'look', what: 'Kiosks', words: '2 of other companions; 1 needs attention.' },
    {
      state: 'bad',
      what: 'Kiosk Till, Shop 1',
      words: `Data age: 2 days. The store’s companion says: ${NO_ADAPTER}`,
    },
  ]);
});

test('of thousands the doctor names ten, the longest silent first', async () => {
  const findings = await (await openChain(Array.from({ length: 14 }, (_, index) => 30 + index)))();
  expect(findings.find(({ what }) => what === 'Stores')?.words).toMatch(/of 14 nothing came.*The first 10:/);
  const kiosks = findings.filter(({ what }) => what.startsWith('Kiosk Till'));
  expect(kiosks.map(({ what }) => what)).toEqual(
    Array.from({ length: 10 }, (_, index) => `Kiosk Till, Shop ${13 - index}`),
  );
});

test.each([
  { name: 'that only receives', hours: [1], isOwn: false, isRevoked: false, state: 'well' },
  { name: 'with a kiosk of its own', hours: [1], isOwn: true, isRevoked: false, state: 'look' },
  { name: 'whose stores may send no more', hours: [1], isOwn: false, isRevoked: true, state: 'look' },
  { name: 'that has no kiosk yet', hours: [], isOwn: false, isRevoked: false, state: 'look' },
  { name: 'to which nothing was sent yet', hours: [null], isOwn: false, isRevoked: false, state: 'look' },
])('a companion $name is told: Bluetooth $state', async ({ hours, isOwn, isRevoked, state }) => {
  const data = makeTemporaryFolder();
  const store = await openStore(data, 'real', createFakeClock());
  const { db } = store;
  for (const storeId of ['mill-lane', 'shop-0'])
    await saveStore(store, { storeId, name: storeId, isSimulated: false, region: null });
  for (const heard of hours) {
    await makeStoreToken(db, 'shop-0');
    if (heard !== null) await takeKiosk(db, 'shop-0', { ...SENT, lastHeardAt: ago(heard) }, NOW_MS);
    if (isRevoked) await revokeStoreToken(db, 'shop-0');
  }
  const own = { storeId: 'mill-lane', kioskId: 'a0b1c2d3e4f50617', name: 'Till', board: 'pixljs' };
  if (isOwn) await saveKiosk(store, { ...own, isSimulated: false });
  await store.close();
  const adapter = { trouble: 'adapter-missing', what: 'There is none.', toDo: 'Plug one in.' } as const;
  const findings = await examine({ data }, {}, createFakeClock(), async () => adapter);
  expect(findings.find(({ what }) => what === 'Bluetooth')?.state).toBe(state);
});
