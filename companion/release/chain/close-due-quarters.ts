import type { Clock } from '../../clock';
import type { OpenStore } from '../../store/open-store';
import type { QuarterOutcome } from '../../store/quarter';
import type { Db } from '../../store/tables';
import { storeToday } from '../../store-day';
import type { Auditor } from '../audit/auditor';
import {
  type ChainSpan,
  type ClosedQuarter,
  closeQuarter,
  closingDay,
  lastDayOf,
  nextQuarter,
  quarterOf,
} from './close-quarter';
import type { OnProgress } from './prove-quarter';
import { publishQuarter } from './published-quarter';

/** A quarter that has just closed. */
export interface Closing {
  readonly quarter: string;
  readonly outcome: QuarterOutcome;
}

/**
 * Closes every quarter that is due, the oldest first, and stores what became of it: once, for good.
 *
 * A companion of a single store has no chain and closes none. An audit that fails, or is broken off by the signal,
 * leaves its quarter as it was, for the next time.
 *
 * @throws CompanionError `audit-failed`
 */
export async function closeDueQuarters(
  { db, kind }: OpenStore,
  clock: Clock,
  auditor: Auditor,
  signal: AbortSignal,
  onAudit: (quarter: string, share: number) => void = () => undefined,
): Promise<Closing[]> {
  const today = storeToday(clock);
  const closings: Closing[] = [];
  let quarter = await firstOpen(db);
  for (; quarter !== undefined && closingDay(quarter) <= today; quarter = nextQuarter(quarter)) {
    const closed = closeQuarter(
      quarter,
      await readArrived(db, quarter, kind === 'simulated'),
      kind === 'simulated',
      today,
    );
    const name = quarter;
    const verdict = closed && (await auditUnless(signal, closed, auditor, (share) => onAudit(name, share)));
    if (verdict === 'broken off') break;
    const outcome: QuarterOutcome =
      verdict === null ? 'no report' : verdict === 'safe' ? 'released' : verdict;
    await save(db, { quarter, outcome }, today, outcome === 'released' ? closed : null);
    closings.push({ quarter, outcome });
  }
  return closings;
}

/** The quarter after the newest one that has closed, or that of the oldest release; undefined without a chain. */
async function firstOpen(db: Db): Promise<string | undefined> {
  const stores = await db.selectFrom('store').select('storeId').limit(2).execute();
  if (stores.length < 2) return undefined;
  const newest = await db
    .selectFrom('quarter')
    .select('quarter')
    .orderBy('quarter', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (newest) return nextQuarter(newest.quarter);
  const oldest = await db
    .selectFrom('span')
    .select('publishedOn')
    .orderBy('publishedOn')
    .limit(1)
    .executeTakeFirst();
  return oldest && quarterOf(oldest.publishedOn);
}

/** What was released in a quarter and came here before it closed. */
async function readArrived(db: Db, quarter: string, isSimulated: boolean): Promise<ChainSpan[]> {
  const rows = await db
    .selectFrom('span')
    .select(['storeId', 'spanNo', 'publishedOn', 'arrivedDay', 'totals'])
    .where('publishedOn', '>', lastDayOf(nextQuarter(quarter, -1)))
    .where('publishedOn', '<=', lastDayOf(quarter))
    .where('arrivedDay', '<', closingDay(quarter))
    .execute();
  return rows.map(({ totals, ...row }) => ({ ...row, isSimulated, totals: JSON.parse(totals) }));
}

/** The audit's verdict, or `broken off` when the companion is to end: an audit of thousands of stores takes minutes. */
async function auditUnless(
  signal: AbortSignal,
  closed: ClosedQuarter,
  auditor: Auditor,
  onProgress?: OnProgress,
) {
  const stop = (): void => auditor.close();
  signal.addEventListener('abort', stop, { once: true });
  try {
    signal.throwIfAborted();
    return (await auditor.auditQuarter(publishQuarter(closed), onProgress)).verdict;
  } catch (error) {
    if (signal.aborted) return 'broken off';
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function save(
  db: Db,
  { quarter, outcome }: Closing,
  today: string,
  released: ClosedQuarter | null,
): Promise<void> {
  const spans: Record<string, number[]> = {};
  for (const { storeId, spanNo } of released?.spans ?? [])
    spans[storeId] = [...(spans[storeId] ?? []), spanNo];
  await db
    .insertInto('quarter')
    .values({
      quarter,
      outcome,
      closedOn: today,
      record: released && JSON.stringify(released.record),
      spans: released && JSON.stringify(spans),
    })
    .onConflict((conflict) => conflict.column('quarter').doNothing())
    .execute();
}
