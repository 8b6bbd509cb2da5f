import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { seededRandom } from '../../companion/simulation/random';
import { makeSimulatedKiosk } from '../../companion/simulation/simulated-kiosk';
import { syncSimulated } from '../../companion/simulation/simulated-sync';
import { createMemoryKeyring } from '../../companion/store/keyring';
import { saveKiosk } from '../../companion/store/kiosk';
import { createReadModel } from '../../companion/store/read-model';
import { createApp } from '../../companion/web/app';
import { createSettingsDesk } from '../../companion/web/settings-desk';
import { openTestStore } from './store-fixtures';
import { STORE_ID } from './store-sheets';
import { makeDeps } from './web-fixture';

test('settings typed on the page go over the air with the next sync, and the page says when they are in force', async () => {
  const startMs = Date.UTC(2026, 2, 30, 9);
  const kiosk = makeSimulatedKiosk(
    new Uint8Array(readFileSync('dist/firmware/pixljs/image.bin')),
    seededRandom(11),
    startMs,
  );
  const clock = { nowMs: kiosk.nowMs, minutesFromUtc: () => 0 };
  const store = await openTestStore(clock);
  const { kioskId, board } = kiosk;
  await saveKiosk(store, { storeId: STORE_ID, kioskId, name: 'Till', board: 'pixljs', isSimulated: true });
  const keyring = createMemoryKeyring();
  keyring.add(kioskId, kiosk.key);
  const app = createApp(
    makeDeps({
      nowMs: clock.nowMs,
      readModel: createReadModel(store.db),
      settings: createSettingsDesk(store, clock.nowMs),
    }),
  );
  const stateOnPage = async (): Promise<string | undefined> => {
    const text = await (await app.request('/settings')).text();
    return />Till<\/h2><p class="lead">([^<]+)</.exec(text)?.[1];
  };
  const sync = () => syncSimulated(kiosk, { store, keyring, clock });

  board.powerOn();
  board.advance(1000);
  expect(await stateOnPage()).toContain('has not been heard yet');
  expect((await sync()).areSettingsSent).toBe(false);
  expect(await stateOnPage()).toBe('It runs with the settings of a new kiosk.');

  const saved = await app.request('/settings/kiosk', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams({
      kioskId,
      storeName: 'Mill Lane',
      language: 'en',
      units: 'mi',
      mode: 'signposting',
      minimum: '12',
      urgentLine: '111',
      emergencyNumber: '999',
    }).toString(),
  });
  expect(saved.status).toBe(303);
  expect(await stateOnPage()).toBe('Waiting for the next sync.');
  expect((await sync()).areSettingsSent).toBe(true);
  expect((await sync()).areSettingsSent).toBe(false);
  expect(await stateOnPage()).toBe('In force on the kiosk.');

  board.powerOff();
  board.powerOn();
  board.advance(1000);
  await sync();
  expect(await stateOnPage()).toBe('In force on the kiosk.');
});
