/** Tables about who may look in; they belong to the companion, not to a store. No secret is in them, only hashes. */
export interface AccessTables {
  account: AccountTable;
  link: LinkTable;
  session: SessionTable;
  token: TokenTable;
}

/** What a person may do: an owner everything, a viewer only look. */
export type Role = 'owner' | 'viewer';

export interface AccountTable {
  accountId: string;
  /** as the person types it to sign in: small letters */
  name: string;
  role: Role;
  /** see password.ts; null: not set yet */
  passwordHash: string | null;
  /** ISO time */
  createdAt: string;
}

/** One-time links to set a password; at most one for each account. */
export interface LinkTable {
  accountId: string;
  /** SHA-256 of its secret */
  hash: string;
  /** ISO time */
  expiresAt: string;
}

export interface SessionTable {
  /** SHA-256 of the cookie */
  hash: string;
  accountId: string;
  /** ISO times; `usedAt` to the hour */
  startedAt: string;
  usedAt: string;
}

/** Bearer tokens for other tools; they may read and nothing else. */
export interface TokenTable {
  tokenId: string;
  name: string;
  /** SHA-256 of the token */
  hash: string;
  /** ISO time */
  createdAt: string;
}
