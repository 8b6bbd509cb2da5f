import type { Config } from '../config/config';
import { CompanionError } from '../errors';
import { describeError, type Log } from '../log';
import type { Db } from '../store/tables';
import { type ForwardDeps, forwardStore } from './forward-store';

const EVERY_MS = 900_000;
const UNEXPECTED = 'It failed here, before anything was sent: see the log, and the disk.';

/** What forwarding from time to time needs. */
interface OftenDeps extends ForwardDeps {
  readonly log: Log;
  nowMs(): number;
}

/** The tokens of the settings by store; empty when nothing is forwarded. */
export function tokensOf({ forwardUrl, forwardTokens = [] }: Config): ReadonlyMap<string, string> {
  if (forwardUrl === undefined) return new Map();
  return new Map(forwardTokens.map((pair) => pair.split('=') as [string, string]));
}

/** Forwards every store that has a token, now and every quarter of an hour or so, until the signal is aborted. */
export async function forwardOften(
  deps: OftenDeps,
  tokens: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted && tokens.size > 0) {
    for (const [storeId, token] of tokens) {
      if (signal.aborted) return;
      await forwardAndNote(deps, storeId, token);
    }
    // thousands of stores that start at once, after a power cut say, do not stay in step
    await deps.sleep(EVERY_MS * (0.75 + deps.random() / 2));
  }
}

/** Forwards one store and keeps how it went, for the doctor. */
export async function forwardAndNote(deps: OftenDeps, storeId: string, token: string): Promise<void> {
  try {
    const refused = await forwardStore(deps, storeId, token);
    await note(deps.db, storeId, {
      doneAt: new Date(deps.nowMs()).toISOString(),
      error: refused.length > 0 ? refused.join(' ') : null,
    });
    deps.log('forwarded', { storeId });
  } catch (error) {
    const isKnown = error instanceof CompanionError;
    deps.log('forward-failed', { storeId, error: isKnown ? error.code : describeError(error) });
    const words = isKnown ? error.message : UNEXPECTED;
    // the doctor reads it later; where the disk is full it cannot be kept, and the companion goes on all the same
    await note(deps.db, storeId, { error: words }).catch(() => undefined);
  }
}

async function note(db: Db, storeId: string, said: { doneAt?: string; error: string | null }): Promise<void> {
  await db
    .insertInto('forwarding')
    .values({ storeId, ...said })
    .onConflict((conflict) => conflict.column('storeId').doUpdateSet(said))
    .execute();
}
