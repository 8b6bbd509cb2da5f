import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../clock';
import { describeError, type Log } from '../log';
import type { Auditor } from '../release/audit/auditor';
import { closeDueQuarters } from '../release/chain/close-due-quarters';
import type { KeptQuarters } from '../store/keep-quarters';
import type { OpenStore } from '../store/open-store';

const EVERY_MS = 6 * 3_600_000;
const PERCENT = 100;
const TOLD_EVERY_PERCENT = 10;

/** What closing quarters needs. */
interface CloseDeps {
  readonly store: OpenStore;
  readonly clock: Clock;
  /** why the clock is not to be believed, as a sentence; null: it is */
  doubtClock(): Promise<string | null>;
  readonly auditor: Auditor;
  readonly log: Log;
  /** Notes what has closed outside the database, and puts back what the database has forgotten. */
  keepQuarters(): Promise<KeptQuarters>;
  /** Told when a quarter has closed. */
  onClosed(): void;
}

/** Closes the chain's quarters as they become due, looking now and every six hours until the signal is aborted. */
export async function closeQuarters(deps: CloseDeps, signal: AbortSignal): Promise<void> {
  const { store, clock, auditor, log } = deps;
  const keep = async (): Promise<void> => {
    const { putBack, differing } = await deps.keepQuarters();
    for (const quarter of putBack) log('quarter-put-back', { quarter });
    for (const quarter of differing) log('quarter-differs', { quarter });
    if (putBack.length > 0) deps.onClosed();
  };
  const closeNow = async (): Promise<void> => {
    const doubt = await deps.doubtClock();
    if (doubt !== null) {
      log('quarter-failed', { error: doubt });
      return;
    }
    let told = 0;
    const onAudit = (quarter: string, share: number): void => {
      const percent = TOLD_EVERY_PERCENT * Math.floor((PERCENT * share) / TOLD_EVERY_PERCENT);
      if (percent > told) log('quarter-audited', { quarter, percent });
      told = percent;
    };
    const closings = await closeDueQuarters(store, clock, auditor, signal, onAudit);
    for (const { quarter, outcome } of closings) log('quarter-closed', { quarter, outcome });
    if (closings.length > 0) deps.onClosed();
  };
  while (!signal.aborted) {
    await keep()
      .then(() => store.runAlone('close-quarters', closeNow))
      .then(keep)
      .catch((error: unknown) => log('quarter-failed', { error: describeError(error) }));
    await sleep(EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
