import type { Context } from 'hono';
import { z } from 'zod';
import { setPassword } from '../../access/links';
import { startSession } from '../../access/sessions';
import type { Access, Deps } from '../deps';
import { AccountPage } from '../pages/account-page';
import { refuse } from '../pages/refusals';
import { readForm } from '../read-form';
import { giveSessionCookie } from '../session-cookie';
import { refuseTooOften } from '../signed-in-only';
import type { Site } from '../site';
import { visitorOf } from '../visitor';

const formSchema = z.object({ current: z.string(), password: z.string(), again: z.string() });

/** The page about one's own sign-in. */
export function accountRoutes(access: Access, { nowMs, log }: Deps, site: Site) {
  /** GET /account. Who is signed in, signing out, and a new password. */
  const show = (c: Context) => {
    const signedIn = c.get('signedIn');
    if (!signedIn) return refuse(c, site, 'sign-in-needed');
    return c.html(<AccountPage site={site} signedIn={signedIn} />);
  };

  /** POST /account/password. Changes the password; every other session ends. */
  const changePassword = async (c: Context) => {
    const signedIn = c.get('signedIn');
    if (!signedIn) return refuse(c, site, 'sign-in-needed');
    const again = (refusal: string) =>
      c.html(<AccountPage site={site} signedIn={signedIn} refusal={refusal} />, 400);
    const form = await readForm(c, formSchema);
    if (!form) return again('Give both passwords.');
    if (form.password !== form.again) return again('The two passwords differ.');
    const end = await access.desk.signIn(signedIn.name, form.current, visitorOf(c, access));
    if (end.end === 'too-often') return refuseTooOften(c, site, end.waitMs);
    if (end.end === 'wrong') return again('The current password is wrong.');
    const accepted = await access.desk.accept(form.password, signedIn.name);
    if ('refusal' in accepted) return again(accepted.refusal);
    await setPassword(access.db, signedIn.accountId, accepted.hash);
    giveSessionCookie(c, access, await startSession(access.db, signedIn.accountId, nowMs()));
    log('password-set', { accountId: signedIn.accountId });
    return c.redirect('/account', 303);
  };

  return { show, changePassword };
}
