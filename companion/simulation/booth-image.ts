import { buildStorageImage } from '../../firmware/build/image';
import { languageCodes } from '../../shared/check/codes';
import type { FlashBoard } from '../flash/boards';
import { readDeviceFiles } from '../flash/device-files';
import type { BoothWish } from '../web/deps';

/** The languages that are flashed for a visitor: the one they chose, then others as far as the board has room. */
export function boothLanguages({ language }: BoothWish, { languagesMax }: FlashBoard): string[] {
  return [language, ...languageCodes.filter((code) => code !== language)].slice(0, languagesMax);
}

/**
 * Storage as it is flashed for a visitor.
 *
 * @param folder  the built firmware of the board
 * @throws CompanionError `flash-not-built`
 */
export function boothImage(folder: string, board: FlashBoard, wish: BoothWish): Uint8Array {
  return buildStorageImage(readDeviceFiles(folder, board, boothLanguages(wish, board)), board.region);
}
