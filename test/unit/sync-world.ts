/** A kiosk, two companions with databases of their own, and everything that can go wrong between them. */
import { sql } from 'kysely';
import { type Fault, makeFaulty } from '../../companion/link/faulty';
import { simulatedDevice } from '../../companion/link/simulated';
import { publishDue } from '../../companion/release/release-store';
import { seededRandom } from '../../companion/simulation/random';
import { saveKiosk } from '../../companion/store/kiosk';
import type { OpenStore } from '../../companion/store/open-store';
import { createSyncStore } from '../../companion/store/sync-store';
import { addDays } from '../../companion/store-day';
import type { SheetArrival, SyncStore } from '../../companion/sync/store-port';
import { type SyncResult, syncKiosk } from '../../companion/sync/sync-kiosk';
import { readImage } from './ledger-flash';
import { KEY, KIOSK_ID, type LinkKiosk, makeLinkKiosk } from './link-kiosk';
import { trustingAuditor } from './release-auditors';
import { openTestStore } from './store-fixtures';
import { createFakeClock, STORE_ID } from './store-sheets';

const FIRST_DAY = '2026-03-02';
const PAGES_MAX = 1_000_000;
const kioskId = Buffer.from(KIOSK_ID).toString('hex');

/** What goes wrong during one sync: steps of the link by chance or one of them, or the companion dies or cannot write. */
export type Trouble =
  | { readonly kind: 'none' }
  | { readonly kind: 'full disk' }
  | {
      readonly kind: 'link';
      readonly percent: number;
      readonly faults: readonly Fault[];
      readonly seed: number;
    }
  | { readonly kind: 'disconnect'; readonly step: number }
  | { readonly kind: 'death'; readonly call: number; readonly isCommitted: boolean };

/** One companion; `first` holds what it took of each epoch and number, as the sync handed it over. */
export interface Companion {
  readonly store: OpenStore;
  readonly clock: ReturnType<typeof createFakeClock>;
  readonly first: Map<string, SheetArrival>;
  /** as in SyncDeps; believes everything until a test says otherwise */
  doubtClock(kioskUnixS: number | null): Promise<string | null>;
}

/** A kiosk between two companions, and the plain model of what it closed. */
export interface SyncWorld {
  readonly kiosk: LinkKiosk;
  readonly companions: readonly [Companion, Companion];
  /** finished checks of every closed sheet by epoch and number, one for each time that the number was used */
  readonly closed: Map<string, number[]>;
  /** the ledger's epoch now, 8 hexadecimal digits */
  epoch(): string;
  close(checks: number): void;
  startFrom(flash: Uint8Array | 'empty'): void;
  sync(who: 0 | 1, trouble?: Trouble): Promise<SyncResult>;
  publish(who: 0 | 1): Promise<void>;
}

/** A new world; everything is chosen by `random`, 32 bits a call. */
export async function makeSyncWorld(random: () => number): Promise<SyncWorld> {
  const kiosk = await makeLinkKiosk(random);
  const companions = [await makeCompanion(), await makeCompanion()] as const;
  const closed = new Map<string, number[]>();
  const look = () => readImage(kiosk.board.flash);
  let open = 0;
  const epoch = (): string => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(look().epoch);
    return bytes.toString('hex');
  };
  return {
    kiosk,
    companions,
    closed,
    epoch,
    close(checks) {
      const before = look().newest;
      kiosk.closeSheet(checks);
      open += checks;
      const { newest } = look();
      if (newest === before) return;
      const key = `${epoch()} ${newest}`;
      closed.set(key, [...(closed.get(key) ?? []), open]);
      open = 0;
    },
    startFrom(flash) {
      kiosk.startFrom(flash);
      open = look().open?.counts[0] ?? 0;
    },
    async sync(who, trouble = { kind: 'none' }) {
      const companion = companions[who];
      if (trouble.kind === 'full disk') await fillDisk(companion.store);
      try {
        return await syncKiosk(faultyDevice(kiosk, trouble), {
          store: watchStore(companion, trouble),
          clock: companion.clock,
          timer: kiosk.timer,
          makeNonce: () => Uint8Array.from({ length: 8 }, () => random() >>> 16),
          findKey: () => KEY,
          findSettings: async () => null,
          doubtClock: (kioskUnixS) => companion.doubtClock(kioskUnixS),
        });
      } finally {
        if (trouble.kind === 'full disk')
          await sql.raw(`pragma max_page_count=${PAGES_MAX}`).execute(companion.store.db);
        kiosk.board.advance(200);
      }
    },
    async publish(who) {
      const { store, clock } = companions[who];
      await publishDue(store, clock, trustingAuditor());
    },
  };
}

/** Sets a companion's clock to so many days after the first. */
export function jumpTo({ clock }: Companion, days: number): void {
  clock.set(addDays(FIRST_DAY, days));
}

async function makeCompanion(): Promise<Companion> {
  const clock = createFakeClock(FIRST_DAY);
  const store = await openTestStore(clock);
  await saveKiosk(store, { storeId: STORE_ID, kioskId, name: 'Till', board: 'pixljs', isSimulated: true });
  return { store, clock, first: new Map(), doubtClock: async () => null };
}

/** From now on the database may not grow by a page. */
async function fillDisk({ db }: OpenStore): Promise<void> {
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
  await sql.raw(`pragma max_page_count=${rows[0]?.page_count ?? 1}`).execute(db);
}

function faultyDevice(kiosk: LinkKiosk, trouble: Trouble) {
  const device = simulatedDevice(kiosk.peer);
  let steps = 0;
  if (trouble.kind === 'disconnect')
    return makeFaulty(device, () => (steps++ === trouble.step ? 'disconnect' : undefined));
  if (trouble.kind !== 'link') return device;
  const { draw } = seededRandom(trouble.seed);
  return makeFaulty(device, () =>
    draw(100) < trouble.percent ? trouble.faults[draw(trouble.faults.length)] : undefined,
  );
}

/** The companion's store; it notes what is taken, and the process may end before or after one of the calls is on disk. */
function watchStore({ store, clock, first }: Companion, trouble: Trouble): SyncStore {
  const inner = createSyncStore(store.db, clock);
  let calls = 0;
  const live = async <T>(call: () => Promise<T>): Promise<T> => {
    const isLast = trouble.kind === 'death' && calls++ === trouble.call;
    if (isLast && !trouble.isCommitted) throw new Error('killed before');
    const result = await call();
    if (isLast) throw new Error('killed after');
    return result;
  };
  return {
    nextSheetNeeded: (id, epoch) => live(() => inner.nextSheetNeeded(id, epoch)),
    recordVitals: (arrival) => live(() => inner.recordVitals(arrival)),
    recordGap: (gap) => live(() => inner.recordGap(gap)),
    quarantineSheet: (sheet) => live(() => inner.quarantineSheet(sheet)),
    takeSheet: (sheet) =>
      live(async () => {
        const outcome = await inner.takeSheet(sheet);
        if (outcome === 'taken') first.set(`${sheet.epoch} ${sheet.sheetNo}`, sheet);
        return outcome;
      }),
  };
}

/** What a companion holds: totals of spans and waiting sheets together, the numbers it took, misses and set aside. */
export async function readTotals({ store: { db } }: Companion) {
  const spans = await db.selectFrom('span').select('totals').orderBy('spanNo').execute();
  const sheets = await db.selectFrom('sheet').select(['epoch', 'sheetNo', 'counts', 'state']).execute();
  const quarantined = await db.selectFrom('quarantine').select(['epoch', 'sheetNo']).execute();
  const gaps = await db.selectFrom('gap').select(['epoch', 'firstSheetNo', 'lastSheetNo']).execute();
  const addUp = (rows: readonly (string | null)[]): number[] =>
    rows.reduce<number[]>((sums, json) => {
      const counts: number[] = json === null ? [] : JSON.parse(json);
      return sums.map((sum, counter) => sum + (counts[counter] ?? 0));
    }, new Array<number>(108).fill(0));
  return {
    totals: addUp([...spans.map(({ totals }) => totals), ...sheets.map(({ counts }) => counts)]),
    numbers: sheets
      .filter(({ state }) => state !== 'late')
      .map(({ epoch, sheetNo }) => `${epoch} ${sheetNo}`),
    missing: gaps.flatMap(({ epoch, firstSheetNo, lastSheetNo }) =>
      Array.from(
        { length: lastSheetNo - firstSheetNo + 1 },
        (_, index) => `${epoch} ${firstSheetNo + index}`,
      ),
    ),
    quarantined: quarantined.map(({ epoch, sheetNo }) => `${epoch} ${sheetNo}`),
  };
}
