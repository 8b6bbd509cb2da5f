import type { Verdict } from '../release/audit/audit-figures';
import type { QuarterRecord } from '../release/chain/close-quarter';
import type { Db } from './tables';

/** `no report`: fewer than ten stores released a span in it. All but `safe` of the audit means that it is refused. */
export type QuarterOutcome = 'released' | 'no report' | Exclude<Verdict, 'safe'>;

/** Quarters that closed before bands could be wider do not say how wide theirs are. */
const FIRST_BAND_WIDTH = 10;

/** A quarter that has closed, as it was stored. */
export interface Quarter {
  /** `2026-Q1` */
  readonly quarter: string;
  readonly outcome: QuarterOutcome;
  /** ISO date */
  readonly closedOn: string;
  /** null unless it was released */
  readonly record: QuarterRecord | null;
}

/** Every quarter that has closed, the newest first; a few rows a year. */
export async function listQuarters(db: Db): Promise<Quarter[]> {
  const rows = await db
    .selectFrom('quarter')
    .select(['quarter', 'outcome', 'closedOn', 'record'])
    .orderBy('quarter', 'desc')
    .execute();
  return rows.map(({ quarter, outcome, closedOn, record }) => ({
    quarter,
    outcome: outcome as QuarterOutcome,
    closedOn,
    record: record === null ? null : readRecord(record),
  }));
}

function readRecord(record: string): QuarterRecord {
  const stored = JSON.parse(record) as Omit<QuarterRecord, 'bandWidth'> & Partial<QuarterRecord>;
  return { ...stored, bandWidth: stored.bandWidth ?? FIRST_BAND_WIDTH };
}
