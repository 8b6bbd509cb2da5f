import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceFile } from '../store/replace-file';

/** What is known of an update that was begun: how to go on with it. */
export interface UnfinishedUpdate {
  readonly languages: readonly string[];
  /** how this machine's radio calls the device; missing: it was reached in another way */
  readonly deviceId?: string | undefined;
}

const updatesFile = z.record(
  z.string(),
  z.object({ languages: z.array(z.string()), deviceId: z.string().optional() }),
);

const fileOf = (dataFolder: string): string => join(dataFolder, 'unfinished-updates.json');

/** Updates that were begun and are not through, by kiosk id. What cannot be read counts as none. */
export function listUnfinishedUpdates(dataFolder: string): Map<string, UnfinishedUpdate> {
  const file = fileOf(dataFolder);
  if (!existsSync(file)) return new Map();
  try {
    return new Map(Object.entries(updatesFile.parse(JSON.parse(readFileSync(file, 'utf8')))));
  } catch {
    return new Map();
  }
}

/** Remembers that an update has begun, or with null that it is through. */
export function noteUpdate(dataFolder: string, kioskId: string, update: UnfinishedUpdate | null): void {
  const updates = listUnfinishedUpdates(dataFolder);
  if (update) updates.set(kioskId, update);
  else if (!updates.delete(kioskId)) return;
  replaceFile(fileOf(dataFolder), `${JSON.stringify(Object.fromEntries(updates), null, 2)}\n`);
}
