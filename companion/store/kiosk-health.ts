import type { Selectable } from 'kysely';
import type { Vitals } from '../../shared/wire/vitals';
import { needsLook } from './needs-look';
import type { Db, KioskTable } from './tables';

const DAY_MS = 86_400_000;
const BATTERY_DAYS = 60;

/** Vitals without the exact totals, which are shown nowhere. */
export type ShownVitals = Omit<Vitals, 'started' | 'finished'>;

/** The battery on one store day. */
export interface BatterySample {
  /** days since 1970-01-01 */
  readonly day: number;
  readonly percent: number;
}

/** What became of a kiosk's sheets. */
export interface SheetsOfKiosk {
  /** closed sheets that it holds and this companion does not have yet; null: never read */
  readonly sheetsWaiting: number | null;
  /** sheet numbers that never came here although later ones did, or that the kiosk no longer holds */
  readonly sheetsNotReceived: number;
  /** sheets that came a second time with other contents */
  readonly sheetsQuarantined: number;
}

/** What the vitals of a kiosk's newest days say. */
interface KioskDays {
  /** null: never read */
  readonly vitals: ShownVitals | null;
  /** of the newest 60 store days on which the kiosk was heard and had sampled its battery, the oldest first */
  readonly batterySamples: readonly BatterySample[];
}

/** What the row of a forwarded kiosk holds: what its store's companion said, and its newest days once they are here. */
export interface ForwardedHealth extends SheetsOfKiosk {
  readonly days?: KioskDays;
}

/** How a kiosk is doing, as far as this companion knows. */
export interface KioskHealth extends SheetsOfKiosk, KioskDays {
  readonly kioskId: string;
  readonly storeId: string;
  readonly name: string;
  readonly board: string;
  readonly isSimulated: boolean;
  /** another companion syncs it */
  readonly isForwarded: boolean;
  /** Unix time of its newest genuine answer in ms; null: it has never answered */
  readonly lastHeardAtMs: number | null;
  /** why the last try to sync failed, as a sentence; null: it did not fail */
  readonly lastSyncError: string | null;
}

/** How every kiosk of a store, or of all stores, is doing; by name. */
export async function listKioskHealth(db: Db, storeId?: string): Promise<KioskHealth[]> {
  let kiosks = db.selectFrom('kiosk').selectAll().orderBy('name').orderBy('kioskId');
  if (storeId !== undefined) kiosks = kiosks.where('storeId', '=', storeId);
  const healths: KioskHealth[] = [];
  for (const kiosk of await kiosks.execute()) healths.push(await readHealth(db, kiosk));
  return healths;
}

/** How one kiosk is doing; of a forwarded one its row says all. */
export async function readHealth(db: Db, kiosk: Selectable<KioskTable>): Promise<KioskHealth> {
  const told = kiosk.forwarded === null ? null : (JSON.parse(kiosk.forwarded) as ForwardedHealth);
  const days = told?.days ?? (await readDays(db, kiosk.storeId, kiosk.kioskId));
  const { sheetsWaiting, sheetsNotReceived, sheetsQuarantined } =
    told ?? (await sheetsOf(db, kiosk, days.vitals));
  return {
    kioskId: kiosk.kioskId,
    storeId: kiosk.storeId,
    name: kiosk.name,
    board: kiosk.board,
    isSimulated: kiosk.isSimulated === 1,
    isForwarded: told !== null,
    lastHeardAtMs: kiosk.lastSyncAt === null ? null : Date.parse(kiosk.lastSyncAt),
    ...days,
    sheetsWaiting,
    sheetsNotReceived,
    sheetsQuarantined,
    lastSyncError: kiosk.lastError,
  };
}

/**
 * Writes into a kiosk's row what long lists show and order by, so that nothing else is read for them: whether it needs
 * a look, and of a forwarded one its newest vitals too.
 */
export async function refreshRow(db: Db, storeId: string, kioskId: string): Promise<void> {
  const kiosk = await db
    .selectFrom('kiosk')
    .selectAll()
    .where('storeId', '=', storeId)
    .where('kioskId', '=', kioskId)
    .executeTakeFirst();
  if (!kiosk) return;
  const days = await readDays(db, storeId, kioskId);
  const told = kiosk.forwarded === null ? null : (JSON.parse(kiosk.forwarded) as ForwardedHealth);
  const sheets = told ?? (await sheetsOf(db, kiosk, days.vitals));
  await db
    .updateTable('kiosk')
    .set({
      needsLook: needsLook({ ...sheets, ...days }) ? 1 : 0,
      forwarded: told && JSON.stringify({ ...told, days } satisfies ForwardedHealth),
    })
    .where('storeId', '=', storeId)
    .where('kioskId', '=', kioskId)
    .execute();
}

async function readDays(db: Db, storeId: string, kioskId: string): Promise<KioskDays> {
  const recent = await recentVitals(db, storeId, kioskId);
  return { vitals: recent[0]?.vitals ?? null, batterySamples: sampleBattery(recent) };
}

/** What became of the sheets of a kiosk that is synced here. */
async function sheetsOf(
  db: Db,
  { storeId, kioskId, epoch }: Pick<KioskTable, 'storeId' | 'kioskId' | 'epoch'>,
  vitals: ShownVitals | null,
): Promise<SheetsOfKiosk> {
  const epochs = await receivedByEpoch(db, kioskId);
  const highestHere = epochs.find((known) => known.epoch === epoch)?.highest ?? 0;
  return {
    sheetsWaiting: vitals && Math.max(0, vitals.newestSheet - highestHere),
    sheetsNotReceived: epochs.reduce((sum, { highest, received }) => sum + highest - received, 0),
    sheetsQuarantined: await countQuarantined(db, storeId, kioskId),
  };
}

interface VitalsOfDay {
  /** ISO date */
  readonly day: string;
  readonly vitals: ShownVitals;
}

/** The newest vitals of each of the newest days, the newest first. */
async function recentVitals(db: Db, storeId: string, kioskId: string): Promise<VitalsOfDay[]> {
  const rows = await db
    .selectFrom('vitals')
    .select(['day', 'reading'])
    .where('storeId', '=', storeId)
    .where('kioskId', '=', kioskId)
    .orderBy('day', 'desc')
    .limit(BATTERY_DAYS)
    .execute();
  return rows.map(({ day, reading }) => {
    const { started, finished, ...vitals } = JSON.parse(reading) as Vitals;
    return { day, vitals };
  });
}

/** A kiosk that has not sampled yet reports no free variable; its battery then reads 0, which means nothing. */
const sampleBattery = (recent: readonly VitalsOfDay[]): BatterySample[] =>
  recent
    .filter(({ vitals }) => vitals.freeVariables > 0)
    .map(({ day, vitals }) => ({ day: Date.parse(day) / DAY_MS, percent: vitals.batteryPercent }))
    .reverse();

interface Received {
  readonly epoch: string;
  /** the highest sheet number that came or is known to be gone */
  readonly highest: number;
  /** how many sheets came in time */
  readonly received: number;
}

/** In every store where the kiosk ever stood: what one store has is not missing in the other. */
async function receivedByEpoch(db: Db, kioskId: string): Promise<Received[]> {
  const sheets = await db
    .selectFrom('sheet')
    .select((e) => [
      'epoch',
      e.fn.max('sheetNo').as('highest'),
      e.fn.sum<number | string>(e.case().when('state', '=', 'late').then(0).else(1).end()).as('received'),
    ])
    .where('kioskId', '=', kioskId)
    .groupBy('epoch')
    .execute();
  const gaps = await db
    .selectFrom('gap')
    .select((e) => ['epoch', e.fn.max('lastSheetNo').as('highest')])
    .where('kioskId', '=', kioskId)
    .groupBy('epoch')
    .execute();
  const byEpoch = new Map<string, Received>();
  for (const { epoch, highest, received } of sheets) {
    byEpoch.set(epoch, { epoch, highest, received: Number(received) }); // PostgreSQL gives sums as text
  }
  for (const { epoch, highest } of gaps) {
    const known = byEpoch.get(epoch);
    byEpoch.set(epoch, {
      epoch,
      highest: Math.max(highest, known?.highest ?? 0),
      received: known?.received ?? 0,
    });
  }
  return [...byEpoch.values()];
}

async function countQuarantined(db: Db, storeId: string, kioskId: string): Promise<number> {
  const { quarantined } = await db
    .selectFrom('quarantine')
    .select((e) => e.fn.countAll().as('quarantined'))
    .where('storeId', '=', storeId)
    .where('kioskId', '=', kioskId)
    .executeTakeFirstOrThrow();
  return Number(quarantined);
}
