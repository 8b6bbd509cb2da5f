import type { Board } from '../../../../firmware/simulator/board';
import { readAdvertBytes } from '../../../link/advert-bytes';
import { readKioskAdvert } from '../../../link/kiosk-advert';

/** The number of the newest closed sheet that the board announces; null while it announces none. */
export function newestSheetOf({ advert }: Board): number | null {
  if (!advert) return null;
  return readKioskAdvert(readAdvertBytes('', advert.packets))?.sheetNo ?? null;
}
