import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { SESSION_S } from '../access/sessions';
import type { Access } from './deps';
import { isEncrypted } from './visitor';

/** The prefix keeps other hosts of the domain from planting a cookie; browsers take it over TLS only. */
const nameFor = (isSecure: boolean): string => (isSecure ? '__Host-counterstep' : 'counterstep');

const optionsFor = (secure: boolean) => ({ path: '/', httpOnly: true, sameSite: 'Strict', secure }) as const;

/** What the visitor's session cookie holds; undefined without one. */
export function readSessionCookie(c: Context, access: Access): string | undefined {
  return getCookie(c, nameFor(isEncrypted(c, access)));
}

/** Gives the visitor a session cookie that scripts and other sites cannot use. */
export function giveSessionCookie(c: Context, access: Access, secret: string): void {
  const isSecure = isEncrypted(c, access);
  setCookie(c, nameFor(isSecure), secret, { ...optionsFor(isSecure), maxAge: SESSION_S });
}

/** Takes the session cookie away. */
export function takeSessionCookie(c: Context, access: Access): void {
  const isSecure = isEncrypted(c, access);
  deleteCookie(c, nameFor(isSecure), optionsFor(isSecure));
}
