import { readNetworks } from '../../companion/access/client-address';
import { createPasswordDesk } from '../../companion/access/sign-in';
import type { ForwardDeps } from '../../companion/forward/forward-store';
import { makeStoreToken } from '../../companion/forward/store-token';
import { publishedBand } from '../../companion/release/band';
import { type ForwardedSpan, readSpansAfter, takeSpan } from '../../companion/release/forwarded-spans';
import { saveKiosk } from '../../companion/store/kiosk';
import { saveStore } from '../../companion/store/store';
import type { Db } from '../../companion/store/tables';
import { addDays } from '../../companion/store-day';
import { createApp } from '../../companion/web/app';
import type { Deps } from '../../companion/web/deps';
import { TALLY_COUNT } from '../../shared/tallies';
import { openTestStore } from './store-fixtures';
import { createFakeClock, KIOSK_A, STORE_ID } from './store-sheets';
import { makeDeps } from './web-fixture';

export const NOW_MS = Date.parse('2026-11-02T09:00:00Z');

/** A span of one week that our rules could have made. */
export function makeSpan(spanNo: number, kneeChecks: number, storeId = STORE_ID): ForwardedSpan {
  const totals = new Array<number>(TALLY_COUNT).fill(0);
  totals[0] = kneeChecks;
  const firstDay = addDays('2026-03-02', 7 * (spanNo - 1));
  return {
    totals,
    record: {
      storeId,
      spanNo,
      firstDay,
      lastDay: addDays(firstDay, 6),
      publishedOn: addDays(firstDay, 7),
      isSimulated: false,
      bands: totals.map(publishedBand),
      finished: publishedBand(kneeChecks),
      started: null,
      kiosks: 1,
    },
  };
}

/** An empty companion that holds one store and nothing else, of real kiosks as far as forwarding is concerned. */
async function openCompanion() {
  const store = await openTestStore(createFakeClock());
  await store.db.deleteFrom('kiosk').execute();
  return store;
}

/** A store's companion and its chain's, joined by a network that the test can spoil. */
export async function openPair(changed: Partial<Deps> = {}) {
  const sender = await openCompanion();
  const receiver = await openCompanion();
  await saveStore(sender, { storeId: STORE_ID, name: 'Stride & Co', isSimulated: true, region: null });
  const token = await makeStoreToken(receiver.db, STORE_ID);
  const app = createApp(
    makeDeps({
      isSimulated: false,
      nowMs: () => NOW_MS,
      hosts: ['chain.example.org'],
      access: {
        db: receiver.db,
        desk: createPasswordDesk(receiver.db, () => NOW_MS),
        trustedProxies: readNetworks([]),
        publicOrigin: 'https://chain.example.org',
      },
      ...changed,
    }),
  );
  const ask: typeof fetch = async (input, init) => app.request(String(input), init);
  const deps = (through: typeof fetch = ask): ForwardDeps => ({
    db: sender.db,
    url: 'https://chain.example.org',
    fetch: through,
    sleep: () => Promise.resolve(),
    random: () => 0.5,
  });
  return { sender, receiver, token, app, ask, deps };
}

/** Gives a companion released spans of these numbers of checks. */
export async function addSpans(db: Db, checks: readonly number[]): Promise<void> {
  const before = await readSpansAfter(db, STORE_ID, 0, 1000);
  for (const [index, kneeChecks] of checks.entries())
    await takeSpan(db, makeSpan(before.length + index + 1, kneeChecks), '2026-11-02');
}

/** Gives a companion a kiosk with vitals read on these days. */
export async function addVitals(
  store: Awaited<ReturnType<typeof openCompanion>>,
  days: readonly string[],
): Promise<void> {
  await saveKiosk(store, {
    storeId: STORE_ID,
    kioskId: KIOSK_A,
    name: 'Till',
    board: 'pixljs',
    isSimulated: true,
  });
  const reading = {
    newestSheet: 3,
    oldestSheet: 1,
    ackedSheet: 2,
    started: 4711,
    finished: 4242,
    clock: null,
    boots: 1,
    lastError: 0,
    batteryPercent: 100,
    runningHours: 5,
    freeFlashBytes: 100,
    freeVariables: 1500,
    version: '0.1.0',
    bundle: '00000000',
    settings: '00000000',
    interpreter: '2v29',
  };
  for (const day of days)
    await store.db
      .insertInto('vitals')
      .values({
        storeId: STORE_ID,
        kioskId: KIOSK_A,
        day,
        readAt: `${day}T10:00:00.000Z`,
        reading: JSON.stringify(reading),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}
