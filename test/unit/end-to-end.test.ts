import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createSimulatedLink } from '../../companion/link/simulated';
import { seededRandom } from '../../companion/simulation/random';
import { makeSimulatedKiosk, type SimulatedKiosk } from '../../companion/simulation/simulated-kiosk';
import { commonSyncDeps } from '../../companion/simulation/simulated-sync';
import type { SheetArrival } from '../../companion/sync/store-port';
import { syncKiosk } from '../../companion/sync/sync-kiosk';
import { boardTimer } from '../../companion/sync/timer';
import { counterKeys } from '../../shared/check/codes';
import { storeInto } from './arrivals';

const DAY_MS = 86_400_000;
const NINE_O_CLOCK_MS = Date.UTC(2026, 2, 30, 9);
/** Knee path, front, stairs, more running, under 3 months, under 5 miles, no wear; then to the staff's Fitted. */
const KNEE = [1, 3, 3, 3, 3, 3, 1, 1, 1, 1, 1, 1, 3, 1, 3, 3, 3, 3, 3, 3, 3, 1, 3, 3, 3, 1];
const SHOES = [2, 3, 1, 1, 3, 1];

function press(kiosk: SimulatedKiosk, keys: readonly number[]): void {
  for (const key of keys) {
    kiosk.board.press(key);
    kiosk.board.advance(80);
    kiosk.board.release(key);
    kiosk.board.advance(1200);
  }
  kiosk.board.advance(200_000);
}

/** A kiosk with its companion: `arrived` is what the companion was given. */
function joined() {
  const image = new Uint8Array(readFileSync('dist/firmware/pixljs/image.bin'));
  const kiosk = makeSimulatedKiosk(image, seededRandom(7), NINE_O_CLOCK_MS);
  const arrived: SheetArrival[] = [];
  const errors: unknown[] = [];
  kiosk.board.onError((error) => errors.push(error));
  const sync = async () => {
    const { board, kioskId } = kiosk;
    const link = createSimulatedLink([{ id: kioskId, board, pass: () => board.advance(20) }]);
    const device = await link.findDevice(kioskId);
    if (!device) throw new Error('no kiosk');
    return syncKiosk(device, {
      ...commonSyncDeps({ find: (id) => (id === kioskId ? kiosk.key : null), add: () => undefined }),
      clock: { nowMs: kiosk.nowMs, minutesFromUtc: () => 0 },
      timer: boardTimer(board),
      store: storeInto(arrived),
    });
  };
  return { kiosk, arrived, errors, sync };
}

test('checks pressed at a kiosk arrive at the companion, each answer once, the day after and not before', async () => {
  const { kiosk, arrived, errors, sync } = joined();
  kiosk.board.powerOn();
  kiosk.board.advance(1000);
  expect((await sync()).isClockSet).toBe(true);
  for (let shopper = 0; shopper < 12; shopper++) press(kiosk, KNEE);
  for (let shopper = 0; shopper < 3; shopper++) press(kiosk, SHOES);
  expect((await sync()).taken).toBe(0);

  kiosk.board.advance(DAY_MS);
  expect((await sync()).taken).toBe(1);
  expect((await sync()).taken).toBe(0);
  expect(errors).toEqual([]);

  const [sheet] = arrived;
  const counts = Object.fromEntries(counterKeys.map((key, counter) => [key, sheet?.counts[counter] ?? -1]));
  expect(counts).toMatchObject({
    'path.knee': 12,
    'path.shoes': 3,
    'rf1.none': 12,
    'loc.front': 12,
    'pattern.PFP.fits': 12,
    'pair.lt3m': 15,
    'shoe.fine': 15,
    'foot.flat': 12,
    'foot.unsure': 3,
    'staff.fitted': 12,
    'language.en': 15,
    'referral.none': 12,
    'left.notice': 0,
    time_out: 0,
    play: 0,
  });
  expect(sheet?.closedDay).toBe(Math.floor(NINE_O_CLOCK_MS / DAY_MS) + 1);
});

test('a power cut while a check is being written loses that check at most, and none before it', async () => {
  const { kiosk, arrived, sync } = joined();
  kiosk.board.powerOn();
  kiosk.board.advance(1000);
  await sync();
  for (let shopper = 0; shopper < 11; shopper++) press(kiosk, KNEE);
  kiosk.board.cutPowerAfterFlashBytes(30);
  press(kiosk, KNEE);
  expect(kiosk.board.state).toBe('off');
  kiosk.board.powerOn();
  kiosk.board.advance(1000);
  await sync();
  kiosk.board.advance(DAY_MS);
  await sync();
  expect(arrived[0]?.counts[counterKeys.indexOf('path.knee')]).toBe(11);
});
