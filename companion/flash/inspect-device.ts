import { createHash } from 'node:crypto';
import { KIOSK_ID_PIECE, LEDGER_HEADER, LOG_PIECE, type Piece } from '../../firmware/simulator/ledger-place';
import { CompanionError } from '../errors';
import type { FlashBoard } from './boards';
import type { Uploader } from './uploader';

/** The oldest Espruino that reads tokens and writes flash reliably. */
const VERSION_LEAST = 2026;
const MAGIC = 'CSL1';
/** Where a piece begins in the file, behind Storage's own header. */
const inFile = ({ offset }: Piece): number => offset - LEDGER_HEADER.length;

/** What is on a device before anything is written to it. */
export interface DeviceFacts {
  /** the names of all its files */
  readonly files: readonly string[];
  /** of the kiosk that it is, or was about to become: 16 hexadecimal digits */
  readonly kioskId: string | null;
  /** its ledger was written to after flashing, so there may be counts in it */
  readonly hasStarted: boolean;
}

/**
 * Looks what a device is and holds; nothing is written.
 *
 * @param board  what it must be; null: anything, for an interpreter on this machine
 * @throws CompanionError `flash-old`, `flash-other-board`, `flash-lost`
 */
export async function inspectDevice(uploader: Uploader, board: FlashBoard | null): Promise<DeviceFacts> {
  const version = String(await uploader.evaluate('process.env.VERSION'));
  const [, major, minor] = /^(\d+)v(\d+)/.exec(version) ?? [];
  if (!(1000 * Number(major) + Number(minor) >= VERSION_LEAST))
    throw new CompanionError('flash-old', version);
  const found = String(await uploader.evaluate('process.env.BOARD'));
  if (board && found !== board.espruinoName)
    throw new CompanionError('flash-other-board', `${board.espruinoName}, and says that it is ${found}.`);
  const files = await uploader.evaluate('require("Storage").list()');
  if (!Array.isArray(files)) throw new CompanionError('flash-lost', 'It did not list its files.');
  const names = files.map(String);
  if (!names.includes('ledger')) return { files: names, kioskId: null, hasStarted: false };
  const head = await uploader.evaluate('btoa(require("Storage").read("ledger",0,16))');
  const bytes = Buffer.from(String(head), 'base64');
  const id = bytes.subarray(inFile(KIOSK_ID_PIECE), inFile(KIOSK_ID_PIECE) + KIOSK_ID_PIECE.length);
  const isKiosk = bytes.toString('latin1', 0, MAGIC.length) === MAGIC;
  const log = await uploader.evaluate(
    `btoa(require("crypto").SHA1(require("Storage").read("ledger",${inFile(LOG_PIECE)})))`,
  );
  const erased = createHash('sha1').update(new Uint8Array(LOG_PIECE.length).fill(0xff));
  return {
    files: names,
    kioskId: isKiosk ? id.toString('hex') : null,
    hasStarted: isKiosk && log !== erased.digest('base64'),
  };
}
