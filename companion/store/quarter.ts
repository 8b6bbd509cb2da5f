import type { Verdict } from '../release/audit/audit-figures';
import type { QuarterRecord } from '../release/chain/close-quarter';
import type { Db } from './tables';

/** `no report`: fewer than ten stores released a span in it. All but `safe` of the audit means that it is refused. */
export type QuarterOutcome = 'released' | 'no report' | Exclude<Verdict, 'safe'>;

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
    record: record === null ? null : (JSON.parse(record) as QuarterRecord),
  }));
}
