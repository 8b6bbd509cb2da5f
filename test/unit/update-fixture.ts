import { boardNamed } from '../../companion/flash/boards';
import { type DeviceFile, readDeviceFiles } from '../../companion/flash/device-files';
import { examineKiosk, refuseRisks } from '../../companion/flash/examine-kiosk';
import { updateDevice } from '../../companion/flash/update-device';
import { buildUpdateImage } from '../../companion/flash/update-image';
import type { UpdateRequest } from '../../companion/flash/update-kiosk';
import type { SheetArrival } from '../../companion/sync/store-port';
import { buildStorageImage } from '../../firmware/build/image';
import { type Board, createBoard } from '../../firmware/simulator/board';
import { BOARD_KINDS, type BoardName } from '../../firmware/simulator/board-kinds';
import { commission } from '../../firmware/simulator/commission';
import { isStorageValid } from '../../firmware/simulator/storage-headers';
import { readFile } from '../../firmware/simulator/storage-image';
import { pressCheck, syncBoard } from './flash-fixture';
import { KEY, KIOSK_ID } from './lock-down-board';
import { type OpenConsole, openConsole } from './open-console';

const DAY_MS = 86_400_000;
export const LEDGER_BYTES = 12_288;
/** What this version writes to a board, with its first two languages. */
export function versionFor(boardName: BoardName) {
  const board = boardNamed(boardName);
  const files = readDeviceFiles(`dist/firmware/${boardName}`, board, ['en', 'es']);
  const [ledger] = files;
  if (!ledger) throw new Error('No ledger');
  return {
    board,
    files,
    ledger,
    image: buildUpdateImage(files, board.region, BOARD_KINDS[boardName].flashBytes),
  };
}

/** What an update of this kiosk to that version asks for; it tells nobody how far it is. */
export const requestFor = (
  kioskId: string,
  { board, ledger, image }: ReturnType<typeof versionFor>,
  onBegin: () => void,
): UpdateRequest => ({
  kioskId,
  board,
  ledger,
  languages: ['de', 'en', 'es', 'fr'],
  chooseLanguages: () => ['en', 'es'],
  makeImage: () => image,
  onBegin,
  onProgress: () => undefined,
});

export const { board, files: newFiles, image: newImage, ledger: newLedger } = versionFor('pixljs');

/** The version before this one, as far as a device can tell: another name, other languages, files in the old order. */
function olderFiles(boardName: BoardName): DeviceFile[] {
  const files = readDeviceFiles(`dist/firmware/${boardName}`, boardNamed(boardName), ['de', 'fr']);
  return files.map(({ name, bytes }) => {
    if (name !== 'app') return { name, bytes };
    const text = Buffer.from(bytes);
    const at = text.indexOf('0.1.0');
    if (at < 0) throw new Error('The firmware does not say its version');
    text.write('0.0.9', at);
    return { name, bytes: new Uint8Array(text) };
  });
}

/** Flash of a kiosk that was flashed with the older version. */
export function makeOlderKiosk(boardName: BoardName = 'pixljs'): Uint8Array {
  const id = new Uint8Array(Buffer.from(KIOSK_ID, 'hex'));
  const image = buildStorageImage(olderFiles(boardName), boardNamed(boardName).region);
  const flash = new Uint8Array(BOARD_KINDS[boardName].flashBytes).fill(0xff);
  flash.set(commission(image, id, KEY));
  return flash;
}

/** The kiosk after ten checks whose sheet has closed, and four more; fetched by a companion, or not. */
export async function useKiosk(flash: Uint8Array, { isAcknowledged = true } = {}): Promise<Uint8Array> {
  const device = createBoard({ board: 'pixljs', flash, random: () => 0x12345678 });
  const arrived: SheetArrival[] = [];
  device.powerOn();
  device.advance(1000);
  await syncBoard(device, KIOSK_ID, KEY, arrived);
  for (let shopper = 0; shopper < 10; shopper++) pressCheck(device);
  device.advance(DAY_MS);
  if (isAcknowledged) await syncBoard(device, KIOSK_ID, KEY, arrived);
  for (let shopper = 0; shopper < 4; shopper++) pressCheck(device);
  device.powerOff();
  return flash;
}

/** One call of the update, from the first look to the restart. */
export async function update(console: OpenConsole): Promise<void> {
  const kiosk = await examineKiosk(console, board, KIOSK_ID, newLedger, false);
  await refuseRisks(console, board, kiosk);
  await updateDevice(console, kiosk.flash, newImage, () => undefined);
}

/** The device with this flash, powered: never wiped, and either a kiosk of one whole version or plainly open. */
export function startDevice(flash: Uint8Array): { board: Board; state: 'older' | 'newer' | 'open' } {
  if (!isStorageValid(flash)) throw new Error('Storage is taken for spoilt, and erased with the ledger');
  const device = createBoard({ board: 'pixljs', flash, random: () => 0x12345678 });
  const errors: unknown[] = [];
  device.onError((error) => errors.push(error));
  device.powerOn();
  device.advance(1000);
  if (errors.length > 0) throw new Error(`The firmware threw ${String(errors[0])}`);
  if (device.isUartOn && readFile(flash, '.boot0') === undefined) return { board: device, state: 'open' };
  const words = device.words.map(({ text }) => text).join('|');
  if (device.isUartOn || !/Knee|Genou/.test(words)) throw new Error(`Neither a kiosk nor open: ${words}`);
  return { board: device, state: words.includes('Knee') ? 'newer' : 'older' };
}

export { openConsole };
