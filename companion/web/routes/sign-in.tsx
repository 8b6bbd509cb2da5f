import type { Context } from 'hono';
import { z } from 'zod';
import { endSession, startSession } from '../../access/sessions';
import type { Access, Deps } from '../deps';
import { SignInPage } from '../pages/sign-in-page';
import { readForm } from '../read-form';
import { giveSessionCookie, readSessionCookie } from '../session-cookie';
import { refuseTooOften } from '../signed-in-only';
import type { Site } from '../site';
import { visitorOf } from '../visitor';

const formSchema = z.object({ name: z.string(), password: z.string(), to: z.string().default('/') });

/** Where to go after signing in: a page of this companion and nowhere else. */
function ownPath(to: string | undefined): string {
  const base = 'http://companion.invalid';
  if (to === undefined || !to.startsWith('/') || !URL.canParse(to, base)) return '/';
  const url = new URL(to, base);
  return url.origin === base && !url.pathname.startsWith('//') ? url.pathname + url.search : '/';
}

/** GET /sign-in. Asks for name and password; who is signed in goes on at once. */
export const signInRoute = (site: Site) => (c: Context) => {
  const to = ownPath(c.req.query('to'));
  return c.get('signedIn') ? c.redirect(to, 303) : c.html(<SignInPage site={site} to={to} />);
};

/** POST /sign-in. Starts a session; a wrong name and a wrong password are answered alike. */
export const signInPost =
  (access: Access, { nowMs, log }: Deps, site: Site) =>
  async (c: Context) => {
    const form = await readForm(c, formSchema);
    const to = ownPath(form?.to);
    const wrong = () => c.html(<SignInPage site={site} to={to} isWrong />, 401);
    if (!form) return wrong();
    const from = visitorOf(c, access);
    const end = await access.desk.signIn(form.name, form.password, from);
    if (end.end !== 'welcome') {
      log('sign-in-refused', { reason: end.end, from });
      return end.end === 'too-often' ? refuseTooOften(c, site, end.waitMs) : wrong();
    }
    const older = readSessionCookie(c, access);
    if (older !== undefined) await endSession(access.db, older);
    giveSessionCookie(c, access, await startSession(access.db, end.accountId, nowMs()));
    log('signed-in', { accountId: end.accountId, from });
    return c.redirect(to, 303);
  };
