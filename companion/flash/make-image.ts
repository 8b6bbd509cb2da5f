import { existsSync, statSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import { buildStorageImage } from '../../firmware/build/image';
import { toIntelHex } from '../../firmware/build/intel-hex';
import { makeQrImages, QrAddressError } from '../../firmware/build/qr-codes';
import { commission } from '../../firmware/simulator/commission';
import { readFile } from '../../firmware/simulator/storage-image';
import { CompanionError } from '../errors';
import { replaceFile } from '../store/replace-file';
import type { FlashBoard } from './boards';
import type { DeviceFile } from './device-files';
import type { Identity } from './register-kiosk';

/** The whole Storage region of a kiosk of its own; without QR images its cards show none. */
export function makeImage(
  files: readonly DeviceFile[],
  board: FlashBoard,
  identity: Identity,
  qrImages: readonly Uint8Array[],
): Uint8Array {
  return commission(buildStorageImage(files, board.region), identity.id, identity.key, qrImages);
}

/** The QR codes of all cards for advice pages at this address. Throws CompanionError `flash-address`. */
export function qrImagesFor(address: string): Uint8Array[] {
  try {
    return makeQrImages(address);
  } catch (error) {
    if (!(error instanceof QrAddressError)) throw error;
    throw new CompanionError('flash-address', error.message, error);
  }
}

/** The same files with the kiosk's own `ledger`: its id, key and QR codes. */
export function ownFiles(
  files: readonly DeviceFile[],
  board: FlashBoard,
  identity: Identity,
  qrImages: readonly Uint8Array[],
): DeviceFile[] {
  const image = makeImage(files, board, identity, qrImages);
  return files.map((file) => ({ name: file.name, bytes: readFile(image, file.name) ?? file.bytes }));
}

/**
 * Refuses a file that could not be written or is there already.
 *
 * @throws CompanionError `image-kind`, `image-exists`, `image-unwritable`
 */
export function checkImagePath(path: string): void {
  if (!['.bin', '.hex'].includes(extname(path))) throw new CompanionError('image-kind', path);
  if (existsSync(path)) throw new CompanionError('image-exists', path);
  const folder = dirname(path);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new CompanionError('image-unwritable', `There is no folder ${folder}`);
}

/**
 * Writes an image, which holds the kiosk's key, so that only its owner may read it: the bare bytes of Storage
 * (`.bin`), or Intel HEX with their addresses (`.hex`).
 *
 * @throws CompanionError `image-unwritable`
 */
export function writeImage(path: string, image: Uint8Array, board: FlashBoard): void {
  try {
    replaceFile(path, extname(path) === '.hex' ? toIntelHex(image, board.region.address) : image);
  } catch (error) {
    throw new CompanionError('image-unwritable', String(error), error);
  }
}
