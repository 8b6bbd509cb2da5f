import { addAccount } from '../../companion/access/accounts';
import { readNetworks } from '../../companion/access/client-address';
import { setPassword } from '../../companion/access/links';
import { hashPassword } from '../../companion/access/password';
import { createPasswordDesk } from '../../companion/access/sign-in';
import type { Role } from '../../companion/access/tables';
import { createApp } from '../../companion/web/app';
import type { Access, Deps } from '../../companion/web/deps';
import { openTestStore } from './store-fixtures';
import { createFakeClock } from './store-sheets';
import { makeDeps } from './web-fixture';

export const QUICK = { logN: 4, parallel: 1 };
export const NOW_MS = Date.parse('2026-03-09T09:00:00Z');
export const PASSWORD = 'nine wet dogs run';
export const ORIGIN = 'http://127.0.0.1:4280';
/** What no name, password or secret may be taken for, or break. */
export const HOSTILE_WORDS = [
  "' OR 1=1 --",
  '"; DROP TABLE account; --',
  '\u0000',
  '%00admin',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor.__proto__()',
  'a'.repeat(100_000),
  '\u202eadmin',
  'ad min',
  '💣',
  '',
];

/** How one request is made: by default from an own page, by a browser on this machine. */
interface Ask {
  readonly cookie?: string | undefined;
  readonly form?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly peer?: string;
  readonly method?: string;
}

/** A companion of real kiosks with made-up releases, an owner `owner` and a viewer `viewer`. */
export async function openGuardedApp(changed: Partial<Access> = {}, more: Partial<Deps> = {}) {
  const { db } = await openTestStore(createFakeClock());
  let nowMs = NOW_MS;
  const events: { event: string; fields: unknown }[] = [];
  const access: Access = {
    db,
    desk: createPasswordDesk(db, () => nowMs, QUICK),
    trustedProxies: readNetworks([]),
    publicOrigin: null,
    ...changed,
  };
  for (const role of ['owner', 'viewer'] as const satisfies Role[]) {
    const { accountId } = await addAccount(db, role, role, nowMs);
    await setPassword(db, accountId, await hashPassword(PASSWORD, QUICK));
  }
  const app = createApp(
    makeDeps({
      isSimulated: false,
      nowMs: () => nowMs,
      access,
      hosts: ['localhost', '127.0.0.1', '::1'],
      log: (event, fields) => events.push({ event, fields }),
      ...more,
    }),
  );
  const ask = async (path: string, { cookie, form, headers, peer = '127.0.0.1', method }: Ask = {}) => {
    const answer = await app.request(
      `${ORIGIN}${path}`,
      {
        method: method ?? (form ? 'POST' : 'GET'),
        headers: {
          Host: '127.0.0.1:4280',
          Accept: 'text/html',
          'Sec-Fetch-Site': 'same-origin',
          ...(form ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}),
          ...(cookie === undefined ? {} : { Cookie: cookie }),
          ...headers,
        },
        ...(form ? { body: new URLSearchParams(form).toString() } : {}),
      },
      { incoming: { socket: { remoteAddress: peer } } },
    );
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  const signIn = async (name: string, how: Ask = {}) => {
    const answer = await ask('/sign-in', { ...how, form: { name, password: PASSWORD } });
    return answer.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  };
  return { app, db, access, events, ask, signIn, pass: (ms: number) => (nowMs += ms) };
}
