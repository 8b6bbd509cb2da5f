import type { Context } from 'hono';
import { z } from 'zod';
import { findLink, useLink } from '../../access/links';
import { startSession } from '../../access/sessions';
import type { Access, Deps } from '../deps';
import { refuse } from '../pages/refusals';
import { WelcomePage } from '../pages/welcome-page';
import { readForm } from '../read-form';
import { giveSessionCookie } from '../session-cookie';
import type { Site } from '../site';

const formSchema = z.object({ password: z.string(), again: z.string() });

/** The page behind a one-time link: looking at it uses nothing up, setting the password does. */
export function welcomeRoutes(access: Access, { nowMs, log }: Deps, site: Site) {
  const ownerOf = (c: Context) => findLink(access.db, c.req.param('secret') ?? '', nowMs());

  /** GET /welcome/:secret. Asks for a new password. */
  const ask = async (c: Context) => {
    const owner = await ownerOf(c);
    return owner ? c.html(<WelcomePage site={site} name={owner.name} />) : refuse(c, site, 'link-unknown');
  };

  /** POST /welcome/:secret. Sets it and signs in. */
  const set = async (c: Context) => {
    const owner = await ownerOf(c);
    if (!owner) return refuse(c, site, 'link-unknown');
    const again = (refusal: string) =>
      c.html(<WelcomePage site={site} name={owner.name} refusal={refusal} />, 400);
    const form = await readForm(c, formSchema);
    if (!form) return again('Give a password.');
    if (form.password !== form.again) return again('The two passwords differ.');
    const accepted = await access.desk.accept(form.password, owner.name);
    if ('refusal' in accepted) return again(accepted.refusal);
    const isUsed = await useLink(access.db, c.req.param('secret') ?? '', accepted.hash, nowMs());
    if (!isUsed) return refuse(c, site, 'link-unknown');
    log('password-set', { accountId: owner.accountId });
    giveSessionCookie(c, access, await startSession(access.db, owner.accountId, nowMs()));
    return c.redirect('/', 303);
  };

  return { ask, set };
}
