/** How many pixels a screen has. */
export interface ScreenSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

export const PIXLJS_SCREEN: ScreenSize = { widthPx: 128, heightPx: 64 };
export const BANGLEJS2_SCREEN: ScreenSize = { widthPx: 176, heightPx: 176 };

/** Bytes of one row of a frame: 8 pixels a byte, the first pixel in the highest bit; 1 is dark. */
export const rowBytes = ({ widthPx }: ScreenSize): number => widthPx / 8;
/** Bytes of a frame: rows from the top. */
export const frameBytes = (size: ScreenSize): number => rowBytes(size) * size.heightPx;

/** Widest piece that `putBits` takes. */
export const PIECE_WIDTH_PX = 16;

/** Draws on the bits of a frame. */
export class Canvas {
  readonly bits: Uint8Array;
  readonly #rowBytes: number;

  constructor(readonly size: ScreenSize) {
    this.bits = new Uint8Array(frameBytes(size));
    this.#rowBytes = rowBytes(size);
  }

  /** Makes every pixel of the rectangle, corners in any order, dark or light as far as it lies on the screen. */
  fillRect(xa: number, ya: number, xb: number, yb: number, isDark: boolean): void {
    const x1 = Math.max(Math.min(xa, xb), 0);
    const y1 = Math.max(Math.min(ya, yb), 0);
    const x2 = Math.min(Math.max(xa, xb), this.size.widthPx - 1);
    const y2 = Math.min(Math.max(ya, yb), this.size.heightPx - 1);
    if (x2 < x1 || y2 < y1) return;
    const first = x1 >> 3;
    const last = x2 >> 3;
    const firstMask = 0xff >> (x1 & 7);
    const lastMask = (0xff00 >> ((x2 & 7) + 1)) & 0xff;
    for (let y = y1; y <= y2; y++) {
      const row = y * this.#rowBytes;
      for (let column = first; column <= last; column++) {
        const mask = (column === first ? firstMask : 0xff) & (column === last ? lastMask : 0xff);
        this.#put(row + column, mask, isDark);
      }
    }
  }

  /**
   * Makes the pixels of one row that are 1 in `bits` dark or light, as far as they lie on the screen. `bits` holds
   * PIECE_WIDTH_PX pixels, the leftmost (at `x`) in bit 15.
   */
  putBits(x: number, y: number, bits: number, isDark: boolean): void {
    if (y < 0 || y >= this.size.heightPx) return;
    const row = y * this.#rowBytes;
    const shifted = (bits << 8) >> (x & 7);
    const column = x >> 3;
    for (let i = 0; i < 3; i++) {
      const mask = (shifted >> (16 - 8 * i)) & 0xff;
      const at = column + i;
      if (mask === 0 || at < 0 || at >= this.#rowBytes) continue;
      this.#put(row + at, mask, isDark);
    }
  }

  #put(at: number, mask: number, isDark: boolean): void {
    const old = this.bits[at] ?? 0;
    this.bits[at] = isDark ? old | mask : old & ~mask;
  }
}
