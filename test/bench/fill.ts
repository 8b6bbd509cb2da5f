import {
  closingDay,
  nextQuarter,
  type QuarterRecord,
  quarterOf,
} from '../../companion/release/chain/close-quarter';
import type { ReleaseRecord } from '../../companion/release/release-record';
import type { OpenStore } from '../../companion/store/open-store';
import { addDays } from '../../companion/store-day';
import { makeKiosk, makeReleases } from '../unit/web-fixture';

const FIRST_MONDAY = '2023-03-06';
const ROWS_AT_ONCE = 200;
const WEEK_DAYS = 7;
const QUARTERS = 12;
const HEARD_AT = '2026-03-09T08:50:00.000Z';
/** As a receiver holds it, with sixty days of battery. */
const FORWARDED = JSON.stringify({
  sheetsWaiting: 0,
  sheetsNotReceived: 0,
  sheetsQuarantined: 0,
  days: {
    vitals: makeKiosk().vitals,
    batterySamples: Array.from({ length: 60 }, (_, day) => ({ day, percent: 90 - Math.floor(day / 3) })),
  },
});

const storeIdOf = (index: number): string => `store-${String(index).padStart(4, '0')}`;

/** Fills a database with stores of one kiosk each, and a release for each of so many weeks. Returns the stores' ids. */
export async function fillStores({ db, kind }: OpenStore, stores: number, weeks: number): Promise<string[]> {
  const isSimulated = kind === 'simulated';
  const patterns = makeReleases();
  const ids = Array.from({ length: stores }, (_, index) => storeIdOf(index));
  const flag = isSimulated ? 1 : 0;
  for (let first = 0; first < stores; first += ROWS_AT_ONCE) {
    const some = ids.slice(first, first + ROWS_AT_ONCE);
    await db
      .insertInto('store')
      .values(
        some.map(
          (storeId) => ({ storeId, name: `Store ${storeId}`, isSimulated: flag, region: null }) as const,
        ),
      )
      .execute();
    await db
      .insertInto('kiosk')
      .values(
        some.map(
          (storeId) =>
            ({
              storeId,
              kioskId: kioskIdOf(storeId),
              name: 'Till',
              board: 'pixljs',
              isSimulated: flag,
              lastSyncAt: HEARD_AT,
              forwarded: FORWARDED,
            }) as const,
        ),
      )
      .execute();
  }
  await db.transaction().execute(async (transaction) => {
    let rows: { storeId: string; spanNo: number; publishedOn: string; record: string }[] = [];
    const write = async (): Promise<void> => {
      if (rows.length > 0) await transaction.insertInto('release').values(rows).execute();
      rows = [];
    };
    for (const storeId of ids) {
      for (let week = 0; week < weeks; week++) {
        const firstDay = addDays(FIRST_MONDAY, week * WEEK_DAYS);
        const record: ReleaseRecord = {
          ...(patterns[week % patterns.length] as ReleaseRecord),
          storeId,
          spanNo: week + 1,
          firstDay,
          lastDay: addDays(firstDay, WEEK_DAYS - 1),
          publishedOn: addDays(firstDay, WEEK_DAYS),
          isSimulated,
        };
        rows.push({
          storeId,
          spanNo: week + 1,
          publishedOn: record.publishedOn,
          record: JSON.stringify(record),
        });
        if (rows.length === ROWS_AT_ONCE) await write();
      }
    }
    await write();
  });
  await fillQuarters(db, isSimulated);
  return ids;
}

/** Twelve quarters, as if they had been audited. */
async function fillQuarters(db: OpenStore['db'], isSimulated: boolean): Promise<void> {
  const [pattern] = makeReleases();
  let quarter = quarterOf(FIRST_MONDAY);
  for (let number = 0; pattern && number < QUARTERS; number++, quarter = nextQuarter(quarter)) {
    const { bands, finished, started } = pattern;
    const record: QuarterRecord = {
      quarter,
      isSimulated,
      stores: 12,
      spans: 18,
      bandWidth: 10,
      bands,
      finished,
      started,
    };
    const row = { quarter, outcome: 'released', closedOn: closingDay(quarter), spans: null };
    await db
      .insertInto('quarter')
      .values({ ...row, record: JSON.stringify(record) })
      .execute();
  }
}

function kioskIdOf(storeId: string): string {
  return Buffer.from(storeId).toString('hex').slice(-16).padStart(16, '0');
}
