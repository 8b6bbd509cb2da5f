import type { Context } from 'hono';
import { z } from 'zod';
import { endSession, endSessions } from '../../access/sessions';
import type { Access } from '../deps';
import { readForm } from '../read-form';
import { readSessionCookie, takeSessionCookie } from '../session-cookie';

const formSchema = z.object({ everywhere: z.literal('yes').optional() });

/** POST /sign-out. Ends this session, or all of the account's. */
export const signOutPost = (access: Access) => async (c: Context) => {
  const form = await readForm(c, formSchema);
  const cookie = readSessionCookie(c, access);
  const signedIn = c.get('signedIn');
  if (form?.everywhere && signedIn) await endSessions(access.db, signedIn.accountId);
  else if (cookie !== undefined) await endSession(access.db, cookie);
  takeSessionCookie(c, access);
  return c.redirect('/sign-in', 303);
};
