import { gzipSync } from 'node:zlib';
import { CompanionError } from '../errors';
import type { Db } from '../store/tables';
import { bringsNews, collectMessage } from './collect';
import { compareNewest } from './compare-newest';
import { FORWARD_VERSION, type ForwardState, forwardState } from './message';

/** What forwarding needs from the world. */
export interface ForwardDeps {
  readonly db: Db;
  /** `https://` address of the receiving companion */
  readonly url: string;
  readonly fetch: typeof fetch;
  sleep(ms: number): Promise<void>;
  /** 0 to 1, for waiting times that do not all end at once */
  random(): number;
}

const TRIES = 6;
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;
const ANSWER_MS = 30_000;
/** Ten years of spans; a receiver that never says it has enough is not followed further. */
const MESSAGES_MAX = 100;

/**
 * Sends a store's companion's releases, vitals and kiosks to the chain's companion until nothing is left to send.
 *
 * It asks what the receiver holds and goes on from there, so that it does not matter what was lost, repeated or
 * restored on either side. A receiver that is busy is given the time it asks for.
 *
 * @returns sentences about what the receiver left out or holds that is not here; empty when both hold the same
 * @throws CompanionError `forward-failed`; nothing is lost by that
 */
export async function forwardStore(deps: ForwardDeps, storeId: string, token: string): Promise<string[]> {
  const address = new URL('forward/v1', deps.url.endsWith('/') ? deps.url : `${deps.url}/`);
  let state = await ask(deps, address, token, undefined);
  const doubt = await compareNewest(deps.db, storeId, state);
  const told = (refused: readonly string[]): string[] =>
    doubt === null ? [...refused] : [doubt, ...refused];
  for (let messages = 0; messages < MESSAGES_MAX; messages++) {
    const message = await collectMessage(deps.db, storeId, state);
    const next = await ask(deps, address, token, gzipSync(JSON.stringify(message)));
    if (!bringsNews(message) || !hasMore(next, state)) return told(next.refused);
    state = next;
  }
  return told(state.refused);
}

const hasMore = (next: ForwardState, before: ForwardState): boolean =>
  next.newestSpanNo > before.newestSpanNo ||
  JSON.stringify(next.vitalsReadAt) !== JSON.stringify(before.vitalsReadAt);

async function ask(
  deps: ForwardDeps,
  address: URL,
  token: string,
  body: Uint8Array | undefined,
): Promise<ForwardState> {
  for (let tries = 1; ; tries++) {
    const { waitMs, state, error } = await askOnce(deps, address, token, body);
    if (state) return state;
    if (waitMs === null || tries === TRIES) throw error;
    const longestMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries);
    await deps.sleep(Math.max(waitMs, longestMs * (0.5 + deps.random() / 2)));
  }
}

/** What one request came to; `waitMs` null: asking again would not help. */
interface Answer {
  readonly state?: ForwardState;
  readonly waitMs: number | null;
  readonly error: CompanionError;
}

async function askOnce(
  deps: ForwardDeps,
  address: URL,
  token: string,
  body: Uint8Array | undefined,
): Promise<Answer> {
  try {
    const response = await deps.fetch(address, {
      method: body ? 'POST' : 'GET',
      headers: {
        Authorization: `Bearer ${token}`,
        Accept: 'application/json',
        ...(body ? { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' } : {}),
      },
      ...(body ? { body } : {}),
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    const said: unknown = await response.json().catch(() => undefined);
    if (response.ok) return understand(said, address.host);
    const isWorthWaiting = response.status === 429 || response.status >= 500;
    const waitMs = 1000 * Number(response.headers.get('Retry-After') ?? 0);
    return {
      waitMs: isWorthWaiting ? Math.min(LONGEST_WAIT_MS, Number.isFinite(waitMs) ? waitMs : 0) : null,
      error: failed(
        `${address.host} answers ${response.status}. ${wordsOf(said) || adviceOn(response.status)}`,
      ),
    };
  } catch (error) {
    return { waitMs: 0, error: failed(`${address.host}: ${reasonOf(error)}`) };
  }
}

/** What to do about an answer that is a proxy's, not a companion's. */
function adviceOn(status: number): string {
  if (status === 413) return 'Let the proxy in front of it take bodies of 1 MB.';
  return status >= 500 ? 'The proxy in front of it does not reach the companion.' : '';
}

function understand(said: unknown, host: string): Answer {
  if (typeof said !== 'object' || said === null)
    return { waitMs: null, error: failed(`${host} does not answer as a companion: look at the address.`) };
  const state = forwardState.safeParse(said);
  const newer = failed('The receiving companion speaks another version: update the older one of the two.');
  if (!state.success) return { waitMs: null, error: newer };
  if (!state.data.versions.includes(FORWARD_VERSION)) return { waitMs: null, error: newer };
  return { state: state.data, waitMs: null, error: newer };
}

const failed = (detail: string): CompanionError => new CompanionError('forward-failed', detail.trim());

function wordsOf(said: unknown): string {
  const message = (said as { error?: { message?: unknown } } | undefined)?.error?.message;
  return typeof message === 'string' ? message.slice(0, 300) : '';
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
