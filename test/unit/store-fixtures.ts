import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import type { Clock } from '../../companion/clock';
import { saveKiosk } from '../../companion/store/kiosk';
import { openPostgres } from '../../companion/store/open-postgres';
import { type OpenStore, openStore } from '../../companion/store/open-store';
import { saveStore } from '../../companion/store/store';
import { makeDatabase } from '../postgres/make-database';
import { KIOSK_A, KIOSK_B, STORE_ID } from './store-sheets';

/** A folder that is gone when the test ends. */
export function makeTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'counterstep-'));
  // again when it is not empty yet: a process that is being killed may have made a file meanwhile
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** An open database with one store and two kiosks, simulated: a file, or on PostgreSQL where a server was started. */
export async function openTestStore(clock: Clock, folder = makeTemporaryFolder()): Promise<OpenStore> {
  const server = inject('postgres');
  const store = server
    ? await openPostgres(await makeDatabase(server), 'simulated', clock)
    : await openStore(folder, 'simulated', clock);
  onTestFinished(() => store.close());
  await saveStore(store, { storeId: STORE_ID, name: 'Stride & Co', isSimulated: true, region: null });
  for (const kioskId of [KIOSK_A, KIOSK_B]) {
    await saveKiosk(store, { storeId: STORE_ID, kioskId, name: kioskId, board: 'pixljs', isSimulated: true });
  }
  return store;
}
