import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

export const PASSWORD_LENGTH_MIN = 12;
export const PASSWORD_LENGTH_MAX = 200;

/** How hard a hash is to try: memory is 1024 x 2^logN bytes. */
export interface Cost {
  readonly logN: number;
  readonly parallel: number;
}

const BLOCK_SIZE = 8;
const HASH_BYTES = 32;
const SALT_BYTES = 16;
/** 32 MB and three rounds. @source OWASP Password Storage Cheat Sheet, scrypt */
export const USUAL_COST: Cost = { logN: 15, parallel: 3 };

const hashSchema = z
  .string()
  .regex(/^scrypt\$\d{1,2}\$\d{1,2}\$[A-Za-z0-9_-]{22}\$[A-Za-z0-9_-]{43}$/)
  .transform((hash) => {
    const [, logN = '', parallel = '', salt = '', key = ''] = hash.split('$');
    return { cost: { logN: Number(logN), parallel: Number(parallel) }, salt, key };
  });

/** Why a password is not taken; null when it is. */
export function refusePassword(password: string, name: string): string | null {
  const length = [...password].length;
  if (length < PASSWORD_LENGTH_MIN) return `Give at least ${PASSWORD_LENGTH_MIN} characters.`;
  if (length > PASSWORD_LENGTH_MAX) return `Give at most ${PASSWORD_LENGTH_MAX} characters.`;
  if (new Set(password).size < 5) return 'Give at least five different characters.';
  if (password.toLowerCase().includes(name) && length < name.length + PASSWORD_LENGTH_MIN)
    return 'Give one that is not made from your name.';
  return null;
}

/** The hash to keep of a password, with its salt and cost in it. */
export async function hashPassword(password: string, cost: Cost = USUAL_COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES).toString('base64url');
  const key = await derive(password, salt, cost);
  return `scrypt$${cost.logN}$${cost.parallel}$${salt}$${key.toString('base64url')}`;
}

/**
 * Whether a password belongs to a hash. Without a hash it takes as long and says no, so that nobody learns from the
 * time who has an account.
 */
export async function isPassword(
  password: string,
  hash: string | null,
  cost: Cost = USUAL_COST,
): Promise<boolean> {
  const kept = hashSchema.safeParse(hash);
  if (!kept.success) {
    await derive(password, 'nobody', cost);
    return false;
  }
  const key = await derive(password, kept.data.salt, kept.data.cost);
  return timingSafeEqual(key, Buffer.from(kept.data.key, 'base64url'));
}

function derive(password: string, salt: string, { logN, parallel }: Cost): Promise<Buffer> {
  const N = 2 ** logN;
  const options: ScryptOptions = { N, r: BLOCK_SIZE, p: parallel, maxmem: 256 * N * BLOCK_SIZE };
  return new Promise((resolve, reject) => {
    // the same letters may come as different bytes from different keyboards
    scrypt(password.normalize('NFKC'), salt, HASH_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
