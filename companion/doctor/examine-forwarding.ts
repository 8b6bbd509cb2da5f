import type { Config } from '../config/config';
import { tokensOf } from '../forward/forward-often';
import type { Db } from '../store/tables';
import type { Finding } from './finding';

const WHAT = 'Chain';
const DAY_MS = 86_400_000;

/** Whether what was released reaches the chain's companion; nothing where none is set. */
export async function examineForwarding(db: Db, config: Config, nowMs: number): Promise<Finding[]> {
  if (config.forwardUrl === undefined && config.forwardTokens === undefined) return [];
  const tokens = tokensOf(config);
  if (tokens.size === 0)
    return [{ state: 'bad', what: WHAT, words: 'Forwarding needs both of forwardUrl and forwardTokens.' }];
  const findings: Finding[] = [];
  for (const storeId of tokens.keys()) {
    const last = await db
      .selectFrom('forwarding')
      .select(['doneAt', 'error'])
      .where('storeId', '=', storeId)
      .executeTakeFirst();
    const isOld = !last?.doneAt || nowMs - Date.parse(last.doneAt) > DAY_MS;
    const since = last?.doneAt ? `Last sent ${last.doneAt}.` : 'Nothing was sent yet.';
    findings.push({
      state: last?.error ? (isOld ? 'bad' : 'look') : isOld ? 'look' : 'well',
      what: `${WHAT}, ${storeId}`,
      words: [since, last?.error ?? ''].join(' ').trim(),
    });
  }
  return findings;
}
