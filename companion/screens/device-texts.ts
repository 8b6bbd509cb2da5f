import { largeLineWidth } from '../../firmware/build/large-width';
import { readTexts as readFile } from '../../firmware/build/texts';
import { BANGLEJS2_LAYOUT, PIXLJS_LAYOUT } from '../../firmware/build/wrap';
import { FIXED_FONTS } from '../../firmware/ledger/place';
import type { DeviceFile } from '../flash/device-files';

const FONT_ENTRY_BYTES = 8;
const SMALL_FONT = 1;
/** All texts of a language as they were flashed, with their line breaks, by number. */
export function readTexts(files: readonly DeviceFile[], language: string): string[] {
  return readFile(bytesOf(files, language));
}

/** How wide a line is in large size, in pixels of the layout, by the small font that was flashed. */
export function largeWidths(files: readonly DeviceFile[], board: string): (line: string) => number {
  const ledger = bytesOf(files, 'ledger');
  const view = new DataView(ledger.buffer, ledger.byteOffset);
  const entry = FIXED_FONTS + SMALL_FONT * FONT_ENTRY_BYTES;
  const widths = view.getUint16(entry + 4, true);
  const firstChar = ledger[entry + 7] ?? 0;
  const widthOf = (letter: string) => ledger[widths + letter.charCodeAt(0) - firstChar] ?? 0;
  const layout = board === 'banglejs2' ? BANGLEJS2_LAYOUT : PIXLJS_LAYOUT;
  return largeLineWidth(
    layout,
    (line) => layout.large.scale * [...line].reduce((sum, letter) => sum + widthOf(letter), 0),
  );
}

function bytesOf(files: readonly DeviceFile[], wanted: string): Uint8Array {
  const file = files.find(({ name }) => name === wanted);
  if (!file) throw new Error(`${wanted} was not flashed`);
  return file.bytes;
}
