import type { Vitals } from '../../shared/wire/vitals';
import { readSpansAfter } from '../release/forwarded-spans';
import { listKioskHealth } from '../store/kiosk-health';
import type { Db } from '../store/tables';
import {
  FORWARD_VERSION,
  type ForwardMessage,
  type ForwardState,
  fitSentences,
  SPANS_MAX,
  VITALS_MAX,
} from './message';

/** The next message about a store: what the receiver does not hold yet, as far as it fits, and how its kiosks are. */
export async function collectMessage(db: Db, storeId: string, state: ForwardState): Promise<ForwardMessage> {
  const kiosks = await listKioskHealth(db, storeId);
  return {
    version: FORWARD_VERSION,
    storeId,
    spans: (await readSpansAfter(db, storeId, state.newestSpanNo, SPANS_MAX)).map(({ record, totals }) => ({
      record: { ...record, bands: [...record.bands] },
      totals: [...totals],
    })),
    kiosks: kiosks.map((kiosk) => ({
      kioskId: kiosk.kioskId,
      name: kiosk.name,
      board: kiosk.board,
      lastHeardAt: kiosk.lastHeardAtMs === null ? null : new Date(kiosk.lastHeardAtMs).toISOString(),
      lastError: kiosk.lastSyncError && fitSentences(kiosk.lastSyncError),
      sheetsWaiting: kiosk.sheetsWaiting,
      sheetsNotReceived: kiosk.sheetsNotReceived,
      sheetsQuarantined: kiosk.sheetsQuarantined,
    })),
    vitals: await collectVitals(db, storeId, state),
  };
}

/** Whether a message brings anything that the receiver does not hold, besides how the kiosks are now. */
export function bringsNews({ spans, vitals }: ForwardMessage): boolean {
  return spans.length > 0 || vitals.length > 0;
}

/** Vitals that are newer than the receiver's, the oldest first, so that a message that is lost leaves no hole. */
async function collectVitals(
  db: Db,
  storeId: string,
  { vitalsReadAt }: ForwardState,
): Promise<ForwardMessage['vitals']> {
  const rows = await db
    .selectFrom('vitals')
    .select(['kioskId', 'day', 'readAt', 'reading'])
    .where('storeId', '=', storeId)
    .where((e) =>
      e.and(
        Object.entries(vitalsReadAt).map(([kioskId, readAt]) =>
          e.or([e('kioskId', '<>', kioskId), e('readAt', '>', readAt)]),
        ),
      ),
    )
    .orderBy('readAt')
    .limit(VITALS_MAX)
    .execute();
  return rows.map(({ reading, ...row }) => {
    const { started, finished, ...rest } = JSON.parse(reading) as Vitals;
    return { ...row, reading: rest };
  });
}
