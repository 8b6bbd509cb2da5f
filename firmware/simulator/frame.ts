/** Width of a Pixl.js screen in pixels. */
export const SCREEN_WIDTH_PX = 128;
/** Height of a Pixl.js screen in pixels. */
export const SCREEN_HEIGHT_PX = 64;
/** Bytes of one row of a frame. */
export const ROW_BYTES = SCREEN_WIDTH_PX / 8;
/** Bytes of a frame: rows from the top, 8 pixels a byte, the first pixel in the highest bit; 1 is dark. */
export const FRAME_BYTES = ROW_BYTES * SCREEN_HEIGHT_PX;

/** Widest piece that `putBits` takes. */
export const PIECE_WIDTH_PX = 16;

/** Sets every pixel of the rectangle, corners in any order, to `color` as far as it lies on the screen. */
export function fillRect(
  frame: Uint8Array,
  xa: number,
  ya: number,
  xb: number,
  yb: number,
  color: number,
): void {
  const x1 = Math.max(Math.min(xa, xb), 0);
  const y1 = Math.max(Math.min(ya, yb), 0);
  const x2 = Math.min(Math.max(xa, xb), SCREEN_WIDTH_PX - 1);
  const y2 = Math.min(Math.max(ya, yb), SCREEN_HEIGHT_PX - 1);
  if (x2 < x1 || y2 < y1) return;
  const first = x1 >> 3;
  const last = x2 >> 3;
  const firstMask = 0xff >> (x1 & 7);
  const lastMask = (0xff00 >> ((x2 & 7) + 1)) & 0xff;
  for (let y = y1; y <= y2; y++) {
    const row = y * ROW_BYTES;
    for (let column = first; column <= last; column++) {
      const mask = (column === first ? firstMask : 0xff) & (column === last ? lastMask : 0xff);
      const old = frame[row + column] ?? 0;
      frame[row + column] = color ? old | mask : old & ~mask;
    }
  }
}

/**
 * Sets the pixels of one row that are 1 in `bits` to `color`, as far as they lie on the screen. `bits` holds
 * PIECE_WIDTH_PX pixels, the leftmost (at `x`) in bit 15.
 */
export function putBits(frame: Uint8Array, x: number, y: number, bits: number, color: number): void {
  if (y < 0 || y >= SCREEN_HEIGHT_PX) return;
  const row = y * ROW_BYTES;
  const shifted = (bits << 8) >> (x & 7);
  const column = x >> 3;
  for (let i = 0; i < 3; i++) {
    const mask = (shifted >> (16 - 8 * i)) & 0xff;
    const at = column + i;
    if (mask === 0 || at < 0 || at >= ROW_BYTES) continue;
    const old = frame[row + at] ?? 0;
    frame[row + at] = color ? old | mask : old & ~mask;
  }
}
