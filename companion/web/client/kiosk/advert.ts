import type { Board } from '../../../../firmware/simulator/board';

const MANUFACTURER_DATA = 0xff;
/** Type, company, epoch and sheet number. */
const ENTRY_BYTES = 9;

/**
 * The number of the newest closed sheet in the kiosk's advert (shared/wire/format.md); 0 when it has none,
 * null while nothing can be received.
 */
export function newestSheetOf(board: Board): number | null {
  const packet = board.advert?.packets[0];
  if (!packet) return null;
  for (let at = 0; at < packet.length; at += 1 + (packet[at] ?? 0)) {
    const length = packet[at] ?? 0;
    if (length !== ENTRY_BYTES || packet[at + 1] !== MANUFACTURER_DATA) continue;
    const last = at + length;
    return (packet[last - 1] ?? 0) | ((packet[last] ?? 0) << 8);
  }
  return 0;
}
