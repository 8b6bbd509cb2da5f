import { beforeEach, describe, expect, test } from 'vitest';
import type { LinkDevice } from '../../companion/link/port';
import { simulatedDevice } from '../../companion/link/simulated';
import type { SyncErrorCode } from '../../companion/sync/errors';
import type { SyncStore } from '../../companion/sync/store-port';
import { type SyncDeps, syncKiosk } from '../../companion/sync/sync-kiosk';
import { packContents } from '../../shared/wire/sheet-contents';
import { readImage } from './ledger-flash';
import { type LinkKiosk, makeLinkKiosk } from './link-kiosk';
import { codeOf, NOW_MS, Shelf, syncDepsFor } from './sync-shelf';

/** The first one bundles the firmware. */
const BUILD_LIMIT_MS = 60_000;

let drawn = 1;
const random = (): number => {
  drawn = (Math.imul(drawn, 1_103_515_245) + 12_345) | 0;
  return drawn;
};
let kiosk: LinkKiosk;
let shelf: Shelf;

beforeEach(async () => {
  drawn = 1;
  kiosk = await makeLinkKiosk(random);
  shelf = new Shelf();
}, BUILD_LIMIT_MS);

const depsFor = (store: SyncStore = shelf, changes: Partial<SyncDeps> = {}): SyncDeps =>
  syncDepsFor(kiosk, random, store, changes);
const sync = (deps = depsFor(), device: LinkDevice = simulatedDevice(kiosk.peer)) => syncKiosk(device, deps);

describe('one sync', () => {
  test('fetches vitals and every closed sheet in order, and acknowledges them', async () => {
    kiosk.closeSheet(5);
    kiosk.closeSheet(8);
    const result = await sync();
    expect(result).toMatchObject({
      kioskId: 'c001000102030405',
      sheetNo: 2,
      taken: 2,
      conflicts: 0,
      missing: 0,
    });
    expect([...shelf.sheets.values()].map(({ sheetNo, counts }) => [sheetNo, counts[0]])).toEqual([
      [1, 5],
      [2, 8],
    ]);
    expect(shelf.sheets.get(1)?.closedDay).toBeNull();
    expect(shelf.vitals[0]).toMatchObject({ epoch: result.epoch, vitals: { finished: 13, ackedSheet: 0 } });
    await sync();
    expect(shelf.vitals[1]?.vitals.ackedSheet).toBe(2);
  });

  test('fetches a sheet that is longer than most, whole', async () => {
    kiosk.closeSheet(5, true);
    const closed = readImage(kiosk.board.flash).sheets.get(1);
    expect(closed && packContents(closed).length).toBeGreaterThan(76);
    await sync();
    expect(shelf.sheets.get(1)?.counts).toEqual(closed?.counts);
  });

  test('sets a clock that is not set or off by more than 30 s, and leaves one that is right', async () => {
    expect((await sync()).isClockSet).toBe(true);
    expect((await sync()).isClockSet).toBe(false);
    expect(shelf.vitals[1]?.vitals.clock?.utcOffsetMin).toBe(60);
    const late = { nowMs: () => NOW_MS + 40_000 + kiosk.board.nowMs, minutesFromUtc: () => 60 };
    expect((await sync(depsFor(shelf, { clock: late }))).isClockSet).toBe(true);
    const summer = { nowMs: late.nowMs, minutesFromUtc: () => 120 };
    expect((await sync(depsFor(shelf, { clock: summer }))).isClockSet).toBe(true);
  });

  test('gives a sheet the store day on which it closed, once the clock is set', async () => {
    await sync();
    kiosk.closeSheet();
    await sync();
    expect(shelf.sheets.get(1)?.closedDay).toBeGreaterThan(Math.floor(NOW_MS / 86_400_000));
  });

  test('sends settings when they differ from what is in force', async () => {
    const settings = {
      storeName: 'Läufer',
      language: 'de',
      units: 'km',
      mode: 'patterns',
      instabilityUrgent: false,
      minimum: 20,
      urgentLine: '',
      emergencyNumber: '112',
    } as const;
    const deps = depsFor(shelf, { findSettings: async () => settings });
    expect((await sync(deps)).areSettingsSent).toBe(true);
    expect((await sync(deps)).areSettingsSent).toBe(false);
    const other = depsFor(shelf, { findSettings: async () => ({ ...settings, minimum: 4 }) });
    expect(await codeOf(sync(other))).toBe('settings-unusable');
  });

  test('takes nothing twice, and tells a store that forgot everything again', async () => {
    kiosk.closeSheet();
    await sync();
    expect((await sync()).taken).toBe(0);
    const forgetful = new Shelf();
    expect((await sync(depsFor(forgetful))).taken).toBe(1);
    expect(forgetful.sheets.get(1)?.hash).toBe(shelf.sheets.get(1)?.hash);
  });

  test('notes sheets that made room before they came here as missing, once', async () => {
    kiosk.closeSheet();
    await sync();
    for (let day = 0; day < 60; day++) {
      kiosk.closeSheet();
      if (day % 10 === 0) await sync();
    }
    const late = new Shelf();
    const result = await sync(depsFor(late));
    expect(result.missing).toBeGreaterThan(0);
    expect(late.gaps[0]?.fromSheetNo).toBe(1);
    expect(result.missing + result.taken).toBe(61);
    expect((await sync(depsFor(late))).missing).toBe(0);
  });

  test('acknowledges no sheet that the store did not commit', async () => {
    kiosk.closeSheet();
    const broken = new Shelf();
    broken.takeSheet = async () => {
      throw new Error('The disk is full');
    };
    await expect(sync(depsFor(broken))).rejects.toThrow('The disk is full');
    expect(kiosk.board.advert).toBeDefined();
    await sync();
    expect(shelf.vitals[0]?.vitals.ackedSheet).toBe(0);
    expect(shelf.sheets.size).toBe(1);
  });
});

describe('a sync that cannot be', () => {
  test.each<{ name: string; code: SyncErrorCode; changes: Partial<SyncDeps> }>([
    { name: 'without the key', code: 'key-missing', changes: { findKey: () => null } },
    { name: 'with another key', code: 'key-wrong', changes: { findKey: () => new Uint8Array(16) } },
  ])('$name ends with $code', async ({ code, changes }) => {
    expect(await codeOf(sync(depsFor(shelf, changes)))).toBe(code);
    expect(shelf.vitals).toEqual([]);
  });

  test('with a kiosk that has no key says so', async () => {
    kiosk = await makeLinkKiosk(random, null);
    expect(await codeOf(sync())).toBe('kiosk-not-commissioned');
  });

  test('with a kiosk that is off, or busy with another companion, is a broken link', async () => {
    const other = kiosk.board.connect();
    expect(await codeOf(sync())).toBe('link-failed');
    other.disconnect();
    kiosk.board.powerOff();
    expect(await codeOf(sync())).toBe('link-failed');
  });

  test('over a link that never settles ends in time and lets go of the device', async () => {
    const device = simulatedDevice(kiosk.peer);
    let isLetGo = false;
    const dead: LinkDevice = {
      ...device,
      gatt: {
        connected: true,
        connect: () => new Promise(() => undefined),
        disconnect: () => {
          isLetGo = true;
        },
        getPrimaryService: () => new Promise(() => undefined),
      },
    };
    const impatient = {
      ...kiosk.timer,
      start: (_ms: number, callback: () => void) => {
        queueMicrotask(callback);
        return () => undefined;
      },
    };
    expect(await codeOf(sync(depsFor(shelf, { timer: impatient }), dead))).toBe('link-silent');
    expect(isLetGo).toBe(true);
  });

  test('leaves the kiosk free for the next companion', async () => {
    await codeOf(sync(depsFor(shelf, { findKey: () => null })));
    expect(await codeOf(sync())).toBe('none');
  });
});
