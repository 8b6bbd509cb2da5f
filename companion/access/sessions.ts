import type { Db } from '../store/tables';
import { hashSecret, makeSecret } from './secret';
import type { Role } from './tables';

const HOUR_MS = 3_600_000;
const IDLE_MS = 7 * 24 * HOUR_MS;
/** How long a session lives at most, in s, as cookies count. */
export const SESSION_S = 30 * 24 * 3600;
const SESSIONS_MAX = 20;

/** Who is signed in. */
export interface SignedIn {
  readonly accountId: string;
  readonly name: string;
  readonly role: Role;
}

const isoTime = (ms: number): string => new Date(ms).toISOString();

/** Starts a session and returns what its cookie holds. The 21st session of an account ends its oldest. */
export async function startSession(db: Db, accountId: string, nowMs: number): Promise<string> {
  const secret = makeSecret();
  const at = isoTime(nowMs);
  await dropOld(db, nowMs);
  await db
    .insertInto('session')
    .values({ hash: hashSecret(secret), accountId, startedAt: at, usedAt: at })
    .execute();
  const kept = await db
    .selectFrom('session')
    .select('hash')
    .where('accountId', '=', accountId)
    .orderBy('usedAt', 'desc')
    .orderBy('startedAt', 'desc')
    .execute();
  for (const { hash } of kept.slice(SESSIONS_MAX)) {
    await db.deleteFrom('session').where('hash', '=', hash).execute();
  }
  return secret;
}

/** Who a cookie belongs to; undefined after 7 days without use, 30 days in all, or when it ended otherwise. */
export async function findSession(db: Db, secret: string, nowMs: number): Promise<SignedIn | undefined> {
  const hash = hashSecret(secret);
  const found = await db
    .selectFrom('session')
    .innerJoin('account', 'account.accountId', 'session.accountId')
    .select(['account.accountId', 'account.name', 'account.role', 'session.usedAt'])
    .where('session.hash', '=', hash)
    .where('session.usedAt', '>', isoTime(nowMs - IDLE_MS))
    .where('session.startedAt', '>', isoTime(nowMs - SESSION_S * 1000))
    .executeTakeFirst();
  if (!found) return undefined;
  const { usedAt, ...signedIn } = found;
  if (nowMs - Date.parse(usedAt) > HOUR_MS) {
    await db
      .updateTable('session')
      .set({ usedAt: isoTime(nowMs) })
      .where('hash', '=', hash)
      .execute();
  }
  return signedIn;
}

/** Ends one session. */
export async function endSession(db: Db, secret: string): Promise<void> {
  await db.deleteFrom('session').where('hash', '=', hashSecret(secret)).execute();
}

/** Ends every session of an account. */
export async function endSessions(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('session').where('accountId', '=', accountId).execute();
}

async function dropOld(db: Db, nowMs: number): Promise<void> {
  await db
    .deleteFrom('session')
    .where((e) =>
      e.or([
        e('usedAt', '<=', isoTime(nowMs - IDLE_MS)),
        e('startedAt', '<=', isoTime(nowMs - SESSION_S * 1000)),
      ]),
    )
    .execute();
}
