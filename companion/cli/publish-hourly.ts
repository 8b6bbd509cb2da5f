import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../clock';
import { CompanionError } from '../errors';
import { describeError, type Log } from '../log';
import type { Auditor } from '../release/audit/auditor';
import { publishDue } from '../release/release-store';
import type { OpenStore } from '../store/open-store';

const EVERY_MS = 3_600_000;

/** What publishing needs. */
interface PublishDeps {
  readonly store: OpenStore;
  readonly clock: Clock;
  readonly auditor: Auditor;
  readonly log: Log;
  /** Why nothing may be dated by the clock, in sentences; null: it may. */
  doubtClock(): Promise<string | null>;
  /** Told when something was released. */
  onReleased(): void;
  /** Runs after every look, whether something was released or not. */
  afterwards?(): Promise<void>;
}

/**
 * Publishes what is due, now and every hour, until the signal is aborted. What failed is logged as the sentence that
 * a person can act on, and tried again; pages go on showing what is published.
 */
export async function publishHourly(deps: PublishDeps, signal: AbortSignal): Promise<void> {
  const { store, clock, auditor, log } = deps;
  while (!signal.aborted) {
    await store
      .runAlone('publish', async () => {
        const doubt = await deps.doubtClock();
        if (doubt !== null) {
          log('release-failed', { error: doubt });
          return;
        }
        const { released, refused, failed } = await publishDue(store, clock, auditor);
        for (const { storeId, spanNo } of released) log('released', { storeId, spanNo });
        for (const { storeId, monday } of refused) log('release-refused', { storeId, monday });
        for (const error of failed) log('release-failed', { error: error.message });
        if (released.length > 0) deps.onReleased();
      })
      .catch((error: unknown) => {
        log('release-failed', {
          error: new CompanionError('release-unwritten', describeError(error)).message,
        });
      });
    await deps.afterwards?.();
    await sleep(EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
