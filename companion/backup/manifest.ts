import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CompanionError } from '../errors';

/** Written last, so that a folder with it holds a whole backup. */
export const MANIFEST = 'backup.json';

const manifestSchema = z.object({
  format: z.literal(1),
  /** of Counterstep */
  version: z.string(),
  /** ISO time */
  takenAt: z.iso.datetime(),
  /** SHA-256 of each file */
  files: z.partialRecord(z.enum(['counterstep.db', 'kiosk-keys.json']), z.string().regex(/^[0-9a-f]{64}$/)),
});

/** What a backup says of itself. */
export type Manifest = z.output<typeof manifestSchema>;

/**
 * What a backup holds, every file of it checked.
 *
 * @throws CompanionError `backup-unreadable`
 */
export function readManifest(folder: string): Manifest {
  const path = join(folder, MANIFEST);
  if (!existsSync(path)) throw new CompanionError('backup-unreadable', `${path} is missing.`);
  const parsed = manifestSchema.safeParse(parseJson(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new CompanionError('backup-unreadable', `${path} is not as it was written.`);
  const { files } = parsed.data;
  if (files['counterstep.db'] === undefined)
    throw new CompanionError('backup-unreadable', 'It has no database.');
  for (const [name, hash] of Object.entries(files)) {
    const file = join(folder, name);
    if (!existsSync(file) || hashFile(file) !== hash) {
      throw new CompanionError('backup-unreadable', `${file} is missing or was changed.`);
    }
  }
  return parsed.data;
}

/** SHA-256 of a file. */
export function hashFile(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
