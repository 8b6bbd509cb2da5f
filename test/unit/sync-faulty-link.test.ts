import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { type Fault, makeFaulty } from '../../companion/link/faulty';
import type { LinkDevice } from '../../companion/link/port';
import { simulatedDevice } from '../../companion/link/simulated';
import type { SyncStore } from '../../companion/sync/store-port';
import { type SyncDeps, syncKiosk } from '../../companion/sync/sync-kiosk';
import { type LinkKiosk, makeLinkKiosk } from './link-kiosk';
import { codeOf, Shelf, syncDepsFor } from './sync-shelf';

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

const fault = fc.constantFrom<Fault | undefined>('lose', 'repeat', 'late', 'garble', 'disconnect');

test('a disconnect at any step leaves totals that the next syncs complete', async () => {
  kiosk.closeSheet(5);
  kiosk.closeSheet(6);
  for (let step = 0; ; step++) {
    let steps = 0;
    const device = makeFaulty(simulatedDevice(kiosk.peer), () =>
      steps++ === step ? 'disconnect' : undefined,
    );
    const deps = depsFor(new Shelf());
    const code = await codeOf(sync(deps, device));
    kiosk.board.advance(100);
    if (steps <= step) {
      expect(code).toBe('none');
      expect(step).toBeGreaterThan(20);
      break;
    }
    expect(code).toBe('link-failed');
    const result = await sync(deps);
    expect(result.taken + result.conflicts + result.missing).toBeLessThanOrEqual(2);
    expect([...(deps.store as Shelf).sheets.values()].map(({ counts }) => counts[0])).toEqual([5, 6]);
  }
});

test('lost, repeated, late, garbled and cut steps change no total and merge nothing twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 5, max: 9 }), { minLength: 1, maxLength: 3 }),
      fc.infiniteStream(
        fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fault }),
      ),
      async (sheets, faults) => {
        kiosk = await makeLinkKiosk(random);
        const shelves = [new Shelf(), new Shelf()];
        const device = makeFaulty(simulatedDevice(kiosk.peer), () => faults.next().value);
        for (const checks of sheets) {
          kiosk.closeSheet(checks);
          for (const store of shelves) await codeOf(sync(depsFor(store), device));
          kiosk.board.advance(100);
        }
        for (const store of shelves) {
          await sync(depsFor(store));
          kiosk.board.advance(100);
          expect([...store.sheets.values()].map(({ counts }) => counts[0])).toEqual(sheets);
          expect(store.conflicts).toEqual([]);
          expect(store.gaps).toEqual([]);
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('with nine steps of ten lost, a sync ends in time and never claims more than arrived', async () => {
  kiosk.closeSheet();
  let turn = 0;
  const device = makeFaulty(simulatedDevice(kiosk.peer), () => (turn++ % 10 ? 'lose' : undefined));
  expect(await codeOf(sync(depsFor(), device))).toBe('link-silent');
  expect(shelf.sheets.size).toBe(0);
  await sync();
  expect(shelf.vitals[0]?.vitals.ackedSheet).toBe(0);
});
