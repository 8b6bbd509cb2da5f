import { readSpansAfter, type SpanRefusal, takeSpan } from '../release/forwarded-spans';
import { refreshRow } from '../store/kiosk-health';
import type { Db } from '../store/tables';
import { isoDate } from '../store-day';
import { hashSpan } from './compare-newest';
import { FORWARD_VERSION, type ForwardMessage, type ForwardState } from './message';
import { dropOldVitals, takeKiosk, takeVitals } from './take-kiosks';

const DAY_MS = 86_400_000;

/** How a message was received. */
export type Reception =
  | { readonly end: 'taken'; readonly state: ForwardState }
  | { readonly end: 'refused'; readonly reason: ReceptionRefusal };

/** `not-your-store`: its token speaks for another store. `store-is-local`: this companion syncs that store itself. */
export type ReceptionRefusal = SpanRefusal | 'not-your-store' | 'store-is-local';

/** What is held of a store. */
export async function readState(db: Db, storeId: string): Promise<ForwardState> {
  const span = await db
    .selectFrom('span')
    .select((e) => e.fn.max('spanNo').as('spanNo'))
    .where('storeId', '=', storeId)
    .executeTakeFirst();
  const newestSpanNo = span?.spanNo ?? 0;
  const [newest] = newestSpanNo > 0 ? await readSpansAfter(db, storeId, newestSpanNo - 1, 1) : [];
  const vitals = await db
    .selectFrom('vitals')
    .select((e) => ['kioskId', e.fn.max('readAt').as('readAt')])
    .where('storeId', '=', storeId)
    .groupBy('kioskId')
    .execute();
  return {
    versions: [FORWARD_VERSION],
    storeId,
    newestSpanNo,
    ...(newest ? { newestSpanHash: hashSpan(newest) } : {}),
    vitalsReadAt: Object.fromEntries(vitals.map(({ kioskId, readAt }) => [kioskId, readAt])),
    refused: [],
  };
}

/**
 * Takes a message of a store's companion in one transaction, all of it or nothing; the same message again changes
 * nothing.
 *
 * @param storeId the store that the message's token speaks for
 */
export async function receive(
  db: Db,
  storeId: string,
  message: ForwardMessage,
  nowMs: number,
): Promise<Reception> {
  if (message.storeId !== storeId || message.spans.some(({ record }) => record.storeId !== storeId))
    return { end: 'refused', reason: 'not-your-store' };
  const today = isoDate(Math.floor(nowMs / DAY_MS));
  const refusal = new Refused();
  try {
    return await db.transaction().execute(async (transaction) => {
      const own = await transaction
        .selectFrom('sheet')
        .select('sheetNo')
        .where('storeId', '=', storeId)
        .limit(1)
        .executeTakeFirst();
      if (own) throw refusal.because('store-is-local');
      // one message of a store at a time: the row is locked until the transaction ends
      await transaction
        .updateTable('forward')
        .set({ heardAt: new Date(nowMs).toISOString() })
        .where('storeId', '=', storeId)
        .execute();
      for (const span of message.spans) {
        const reason = await takeSpan(transaction, span, today);
        if (reason) throw refusal.because(reason);
      }
      const refused = new Set<string>();
      for (const kiosk of message.kiosks) {
        if (!(await takeKiosk(transaction, storeId, kiosk, nowMs))) refused.add(kiosk.kioskId);
      }
      const soon = new Date(nowMs + DAY_MS).toISOString();
      const fromAhead = message.vitals.filter(({ readAt }) => readAt > soon);
      for (const vitals of message.vitals) {
        // kept, they would be the newest ones until that day, and the sender would send none before it
        if (fromAhead.includes(vitals)) continue;
        if (!refused.has(vitals.kioskId)) await takeVitals(transaction, storeId, vitals);
      }
      await dropOldVitals(transaction, storeId, nowMs);
      for (const { kioskId } of message.kiosks)
        if (!refused.has(kioskId)) await refreshRow(transaction, storeId, kioskId);
      const state = await readState(transaction, storeId);
      const sentences = [...refused].map(sayForeign);
      if (fromAhead.length > 0) sentences.push(SAY_AHEAD);
      return { end: 'taken', state: { ...state, refused: sentences } };
    });
  } catch (error) {
    if (error === refusal && refusal.reason) return { end: 'refused', reason: refusal.reason };
    throw error;
  }
}

const sayForeign = (kioskId: string): string => `Kiosk ${kioskId} belongs to another store here.`;
const SAY_AHEAD =
  'Some vitals were read at a time that is still to come, and were left out: look at the clocks of both machines.';

/** Thrown to undo a transaction. */
class Refused extends Error {
  reason: ReceptionRefusal | undefined;
  because(reason: ReceptionRefusal): this {
    this.reason = reason;
    return this;
  }
}
