import { type ChildProcess, fork } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';
import { seededRandom } from '../../companion/simulation/random';
import { saveKiosk } from '../../companion/store/kiosk';
import { openStore } from '../../companion/store/open-store';
import { saveStore } from '../../companion/store/store';
import { SERVICE_UUID } from '../../shared/wire/protocol';
import { buildChild } from './build-child';
import { KEY, KIOSK_ID, type LinkKiosk, makeLinkKiosk } from './link-kiosk';
import { makeTemporaryFolder } from './store-fixtures';
import { createFakeClock, STORE_ID } from './store-sheets';

const KILLS = 20;
const EXCHANGE_MS = 20;
const kioskId = Buffer.from(KIOSK_ID).toString('hex');
type GattLink = ReturnType<LinkKiosk['board']['connect']>;

/** Serves a child's radio from a simulated board, until the child is gone; kills it after so many exchanges. */
function serve(
  child: ChildProcess,
  { board }: LinkKiosk,
  killAfter: number,
  onSaid: (words: string) => void,
) {
  let link: GattLink | undefined;
  let exchanges = 0;
  const act = (what: string, hex: string): string => {
    const [verb = '', uuid = ''] = what.split(' ');
    if (verb === 'connect') link = board.connect();
    else if (verb === 'disconnect') link?.disconnect();
    else if (verb === 'read' && link) return Buffer.from(link.read(SERVICE_UUID, uuid)).toString('hex');
    else if (verb === 'write') link?.write(SERVICE_UUID, uuid, Uint8Array.from(Buffer.from(hex, 'hex')));
    else onSaid(what);
    return '';
  };
  child.on('message', ({ id, what, hex }: { id: number; what: string; hex: string }) => {
    if (++exchanges === killAfter) child.kill('SIGKILL');
    if (child.killed) return;
    try {
      board.advance(EXCHANGE_MS);
      child.send({ id, hex: act(what, hex) }, () => undefined);
    } catch (error) {
      child.send({ id, error: String(error) }, () => undefined);
    }
  });
  return new Promise<void>((resolve) =>
    child.on('exit', () => {
      link?.disconnect();
      board.advance(1000);
      resolve();
    }),
  );
}

test('a companion that is killed at any moment of a sync loses no sheet and counts none twice', async () => {
  const file = await buildChild('sync-kill-child.ts');
  const folder = makeTemporaryFolder();
  const prepared = await openStore(folder, 'simulated', createFakeClock());
  await saveStore(prepared, { storeId: STORE_ID, name: 'One', isSimulated: true, region: null });
  await saveKiosk(prepared, { storeId: STORE_ID, kioskId, name: 'Till', board: 'pixljs', isSimulated: true });
  await prepared.close();
  const random = seededRandom(99);
  const kiosk = await makeLinkKiosk(random.next32);
  let closed = 0;
  let synced = 0;
  for (let kill = 0; kill <= KILLS; kill++) {
    const isLast = kill === KILLS;
    if (!isLast) for (let sheet = 0; sheet <= kill % 2; sheet++, closed++) kiosk.closeSheet(5);
    const child = fork(file, [folder, Buffer.from(KEY).toString('hex')], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const after = isLast ? Number.POSITIVE_INFINITY : 1 + random.draw(45);
    await serve(child, kiosk, after, (words) => {
      if (words === `synced ${closed}`) synced++;
      if (isLast && words === `synced ${closed}`) child.kill('SIGKILL');
    });
  }
  const { db, close } = await openStore(folder, 'simulated', createFakeClock());
  const sheets = await db
    .selectFrom('sheet')
    .select(['sheetNo', 'counts', 'state'])
    .orderBy('sheetNo')
    .execute();
  const set = await db.selectFrom('quarantine').select('sheetNo').execute();
  const gaps = await db.selectFrom('gap').select('firstSheetNo').execute();
  await close();
  expect(sheets.map(({ sheetNo }) => sheetNo)).toEqual(
    Array.from({ length: closed }, (_, index) => index + 1),
  );
  expect(sheets.every(({ counts, state }) => state === 'waiting' && counts?.startsWith('[5,'))).toBe(true);
  expect([set, gaps]).toEqual([[], []]);
  expect(synced).toBeGreaterThan(1);
}, 180_000);
