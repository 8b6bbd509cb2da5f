import { createHash, randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;

/** A secret that nobody guesses: 43 letters, digits, `-` and `_`. */
export function makeSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** What is kept of a secret. It was drawn from 2^256, so a plain hash gives nothing away. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** A short random name for a row: 16 hexadecimal digits. */
export function makeId(): string {
  return randomBytes(8).toString('hex');
}
