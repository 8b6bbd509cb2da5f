import { buildStorageImage } from '../../firmware/build/image';
import { COMMON_PIECES, KIOSK_ID_PIECE, LEDGER_HEADER } from '../../firmware/simulator/ledger-place';
import { CompanionError } from '../errors';
import { toHex } from '../link/hex';
import type { FlashBoard } from './boards';
import type { DeviceFile } from './device-files';
import { type Console, type DeviceFlash, hashOf, openDeviceFlash } from './device-flash';
import { COUNT_WAITING_SHEETS } from './waiting-sheets';

/** A kiosk whose interpreter listens, and that may be updated as far as its ledger tells. */
export interface OpenKiosk {
  readonly flash: DeviceFlash;
  /** names of its files, in the order in which they lie; without `.boot0` it is one whose update was cut */
  readonly names: readonly string[];
}

const BOOT_NAME = '.boot0';
/** A Pixl.js measures the voltage behind its regulator: less than full is surely a battery. */
const FULL_PERCENT = 100;

/**
 * Looks at a device before anything is changed: whether it is this kiosk with its ledger in its place, and with the
 * fonts and pictures that this version expects there.
 *
 * @param ledger           the built one of this version
 * @param isOnThisMachine  an interpreter on this machine stands for the board
 * @throws CompanionError `update-board`, `update-ledger`, `update-other-kiosk`, `update-fixed-part`, `flash-lost`
 */
export async function examineKiosk(
  console: Console,
  board: FlashBoard,
  kioskId: string,
  ledger: DeviceFile,
  isOnThisMachine: boolean,
): Promise<OpenKiosk> {
  const flash = openDeviceFlash(console, await findStorage(console, board, isOnThisMachine));
  const image = buildStorageImage([ledger], board.region);
  const { offset, length } = LEDGER_HEADER;
  const header = await flash.read(offset, length);
  if (Buffer.compare(header, image.subarray(offset, offset + length)) !== 0)
    throw new CompanionError('update-ledger');
  const found = toHex(await flash.read(KIOSK_ID_PIECE.offset, KIOSK_ID_PIECE.length));
  if (found !== kioskId) throw new CompanionError('update-other-kiosk', `${found}.`);
  for (const piece of COMMON_PIECES) {
    const built = image.subarray(piece.offset, piece.offset + piece.length);
    if ((await flash.hash(piece.offset, piece.length)) !== hashOf(built))
      throw new CompanionError('update-fixed-part');
  }
  const names = await console.evaluate('require("Storage").list()');
  return { flash, names: Array.isArray(names) ? names.map(String) : [] };
}

/** Address of Storage's first byte. */
async function findStorage(console: Console, board: FlashBoard, isOnThisMachine: boolean): Promise<number> {
  if (isOnThisMachine) return Number(await console.evaluate('require("Flash").getFree()[0].addr'));
  const name = String(await console.evaluate('process.env.BOARD'));
  if (name !== board.espruinoName)
    throw new CompanionError('update-board', `${name}, not ${board.espruinoName}.`);
  return board.region.address;
}

/** Whether the kiosk would start as one: then a cut so far has changed nothing. */
export function isWhole({ names }: OpenKiosk): boolean {
  return names.includes(BOOT_NAME);
}

/**
 * Refuses a kiosk that an update could cost something: one that runs on a battery, or that holds closed sheets which
 * nobody acknowledged.
 *
 * @throws CompanionError `update-power`, `update-sheets`, `flash-lost`
 */
export async function refuseRisks(console: Console, board: FlashBoard, kiosk: OpenKiosk): Promise<void> {
  const isOnBattery = await console.evaluate(
    board.name === 'banglejs2'
      ? '!Bangle.isCharging()'
      : `process.env.BOARD=="PIXLJS"&&E.getBattery()<${FULL_PERCENT}`,
  );
  if (isOnBattery === true) throw new CompanionError('update-power');
  if (!isWhole(kiosk)) return; // what it holds can be fetched only after the update
  const waiting = Number(await console.evaluate(`${COUNT_WAITING_SHEETS}(${kiosk.flash.base})`));
  if (!(waiting === 0)) throw new CompanionError('update-sheets', `${waiting}.`);
}
