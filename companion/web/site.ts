import { createHash } from 'node:crypto';
import type { Deps } from './deps';

/** What every page shows around its own contents. */
export interface Site {
  readonly isSimulated: boolean;
  readonly hasKioskPage: boolean;
  /** Visitors sign in. */
  readonly hasAccounts: boolean;
  /** The address of an asset, changing with its contents so that it may be cached for good. */
  assetUrl(name: string): string;
}

/** Names the assets by their contents. */
export function describeSite(deps: Deps): Site {
  const versions = new Map<string, string>();
  for (const [name, bytes] of deps.assets) {
    versions.set(name, createHash('sha256').update(bytes).digest('hex').slice(0, 12));
  }
  return {
    isSimulated: deps.isSimulated,
    hasKioskPage: deps.booth !== null,
    hasAccounts: deps.access !== null,
    assetUrl: (name) => `/assets/${name}?v=${versions.get(name) ?? '0'}`,
  };
}
