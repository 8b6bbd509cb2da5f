import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { clientAddress, limitName } from '../access/client-address';
import type { SignedIn } from '../access/sessions';
import type { Access } from './deps';

declare module 'hono' {
  interface ContextVariableMap {
    /** Who asks; missing where nobody needs to sign in. */
    signedIn: SignedIn | undefined;
  }
}

/** Who asks, as far as limits and logs are concerned: an address, or a whole IPv6 network. */
export function visitorOf(c: Context, { trustedProxies }: Access): string {
  return limitName(clientAddress(peerOf(c), c.req.header('X-Forwarded-For'), trustedProxies));
}

/** Whether the visitor's connection is encrypted, as a trusted proxy or the companion's own address says. */
export function isEncrypted(c: Context, { trustedProxies, publicOrigin }: Access): boolean {
  const peer = peerOf(c);
  const isProxied = clientAddress(peer, '203.0.113.1', trustedProxies) === '203.0.113.1';
  if (isProxied && c.req.header('X-Forwarded-Proto')?.split(',').pop()?.trim() === 'https') return true;
  return publicOrigin?.startsWith('https:') === true && publicOrigin.endsWith(`//${c.req.header('Host')}`);
}

/** The address under which the visitor sees this companion, for links to hand on. */
export function originOf(c: Context, access: Access): string {
  if (access.publicOrigin !== null) return access.publicOrigin;
  const host = c.req.header('Host') ?? new URL(c.req.url).host;
  return `${isEncrypted(c, access) ? 'https' : 'http'}://${host}`;
}

function peerOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? '';
  } catch {
    return ''; // not asked through a socket
  }
}
