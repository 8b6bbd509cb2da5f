import { describe, expect, test } from 'vitest';
import { examineKiosks } from '../../companion/doctor/examine-kiosks';
import { keyFileOf, openKeyring } from '../../companion/store/keyring';
import { recordSyncError } from '../../companion/store/kiosk';
import { createReadModel } from '../../companion/store/read-model';
import { SyncError } from '../../companion/sync/errors';
import { type CauseFacts, likelyCause } from '../../companion/sync/likely-cause';
import { createApp } from '../../companion/web/app';
import { makeTemporaryFolder, openTestStore } from './store-fixtures';
import { createFakeClock, KIOSK_A } from './store-sheets';
import { makeDeps } from './web-fixture';

const facts = (changes: Partial<CauseFacts>): CauseFacts => ({
  error: new SyncError('kiosk-unheard'),
  adapterTrouble: null,
  isAdapterSilent: false,
  lastRssi: undefined,
  areOthersHeard: false,
  ...changes,
});

test.each<{ name: string; given: Partial<CauseFacts>; says: string }>([
  { name: 'the adapter, before all else', given: { adapterTrouble: 'It is off.' }, says: 'It is off.' },
  { name: 'an adapter that hears nothing', given: { isAdapterSilent: true }, says: 'hears nothing at all' },
  { name: 'never heard', given: {}, says: 'since the companion started' },
  { name: 'never heard, others are', given: { areOthersHeard: true }, says: 'so the adapter works' },
  { name: 'heard faintly before', given: { lastRssi: -92 }, says: 'out of range' },
  { name: 'heard well before', given: { lastRssi: -60 }, says: 'switched off or without power' },
  {
    name: 'heard before, nobody knows how well',
    given: { lastRssi: null },
    says: 'switched off or without power',
  },
  {
    name: 'a link that breaks from afar',
    given: { error: new SyncError('link-failed'), lastRssi: -90 },
    says: 'at the edge of the range',
  },
  {
    name: 'a link that fails nearby',
    given: { error: new SyncError('link-silent'), lastRssi: -50 },
    says: 'another companion or a phone may hold it',
  },
  {
    name: 'a wrong key, whatever the adapter does by now',
    given: { error: new SyncError('key-wrong'), adapterTrouble: 'It is off.' },
    says: 'not sealed with the key',
  },
  { name: 'a missing key', given: { error: new SyncError('key-missing') }, says: 'no key for that kiosk' },
  { name: 'a full disk', given: { error: new Error('The disk is full') }, says: 'The disk is full' },
  { name: 'anything else', given: { error: 7 }, says: 'nobody expected' },
])('the likely cause: $name', ({ given, says }) => {
  expect(likelyCause(facts(given))).toContain(says);
});

describe('on the page of kiosks, in the list for other programs and from the doctor', () => {
  test.each<{ name: string; given: Partial<CauseFacts>; says: string }>([
    {
      name: 'out of range',
      given: { lastRssi: -92 },
      says: 'most likely out of range. Bring the companion nearer',
    },
    {
      name: 'kiosk off',
      given: { lastRssi: -60 },
      says: 'most likely switched off or without power. Check its plug',
    },
    { name: 'adapter silent', given: { isAdapterSilent: true }, says: 'unplug it and plug it in again' },
    { name: 'wrong key', given: { error: new SyncError('key-wrong') }, says: 'not sealed with the key' },
    {
      name: 'this machine’s clock in 1970',
      given: { error: new SyncError('clock-wrong') },
      says: 'clock of this machine is wrong, so no kiosk is asked. Set it',
    },
    {
      name: 'a clock that leaps',
      given: { error: new SyncError('clock-doubted', 'Run: counterstep clock --today 2031-01-01') },
      says: 'clock of this machine is not believed. Run: counterstep clock --today 2031-01-01',
    },
  ])('stands what is likely: $name', async ({ given, says }) => {
    const clock = createFakeClock('2026-03-30');
    const store = await openTestStore(clock);
    await recordSyncError(store.db, KIOSK_A, likelyCause(facts(given)));
    const app = createApp(makeDeps({ nowMs: clock.nowMs, readModel: createReadModel(store.db) }));
    for (const path of ['/kiosks', '/api/v1/kiosks']) {
      const text = await (await app.request(path)).text();
      expect({ path, text }).toMatchObject({ path, text: expect.stringContaining(says) });
    }
    const dataFolder = makeTemporaryFolder();
    openKeyring(keyFileOf(dataFolder)).add(KIOSK_A, new Uint8Array(16));
    const config = { dataFolder, host: '127.0.0.1', port: 0, trustedProxies: [] };
    expect(await examineKiosks(store.db, config, clock)).toContainEqual({
      state: 'bad',
      what: `Kiosk ${KIOSK_A}`,
      words: expect.stringContaining(says),
    });
  });
});
