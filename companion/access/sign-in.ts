import type { Db } from '../store/tables';
import { findForSignIn } from './accounts';
import { type Cost, hashPassword, isPassword, refusePassword, USUAL_COST } from './password';
import { createRateLimit } from './rate-limit';
import type { Role } from './tables';

const MINUTE_MS = 60_000;
/** Tries of one address: 10 at once, then 1 a minute. */
const ONE_ADDRESS = { burst: 10, refillMs: MINUTE_MS };
/** Tries for one name, wherever they come from: 20 at once, then 1 in 30 s. */
const ONE_NAME = { burst: 20, refillMs: MINUTE_MS / 2 };
/** Hashes that may wait for their turn; each takes some tenths of a second. */
const WAITING_MAX = 8;

/** How a try to sign in ended. */
export type SignInEnd =
  | { readonly end: 'welcome'; readonly accountId: string; readonly role: Role }
  | { readonly end: 'wrong' }
  | { readonly end: 'too-often'; readonly waitMs: number };

/** Checks passwords, one at a time and not too often. */
export interface PasswordDesk {
  /** @param address who tries, see clientAddress */
  signIn(name: string, password: string, address: string): Promise<SignInEnd>;
  /** The hash of a new password, or why it is not taken. */
  accept(password: string, name: string): Promise<{ hash: string } | { refusal: string }>;
}

/** A desk over the accounts of a database. A name without an account is answered as slowly and in the same words. */
export function createPasswordDesk(db: Db, nowMs: () => number, cost: Cost = USUAL_COST): PasswordDesk {
  const byAddress = createRateLimit(ONE_ADDRESS, nowMs);
  const byName = createRateLimit(ONE_NAME, nowMs);
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();

  /** Hashing takes memory and a core, so it is done one at a time and refused when many wait. */
  async function inTurn<T>(job: () => Promise<T>): Promise<T | 'busy'> {
    if (waiting >= WAITING_MAX) return 'busy';
    waiting++;
    const done = last.then(job).finally(() => {
      waiting--;
    });
    last = done.catch(() => undefined);
    return done;
  }

  return {
    async signIn(name, password, address) {
      const key = name.trim().toLowerCase().slice(0, 64);
      const waitMs = byAddress.take(address) || byName.take(key);
      if (waitMs > 0) return { end: 'too-often', waitMs };
      const account = await inTurn(async () => {
        const found = await findForSignIn(db, name);
        return (await isPassword(password, found?.passwordHash ?? null, cost)) ? found : undefined;
      });
      if (account === 'busy') return { end: 'too-often', waitMs: MINUTE_MS / 6 };
      if (!account) return { end: 'wrong' };
      byAddress.giveBack(address);
      byName.giveBack(key);
      return { end: 'welcome', accountId: account.accountId, role: account.role };
    },
    async accept(password, name) {
      const refusal = refusePassword(password, name);
      if (refusal !== null) return { refusal };
      const hash = await inTurn(() => hashPassword(password, cost));
      return hash === 'busy'
        ? { refusal: 'Too many people are signing in; try again in a minute.' }
        : { hash };
    },
  };
}
