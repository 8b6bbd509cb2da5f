import { drawGlyph, type Font, unpackFont } from './font';
import { Canvas, PIXLJS_SCREEN, type ScreenSize } from './frame';
import { type PlacedGlyph, WordsOnScreen } from './words-on-screen';

const ALIGN_START = -1;
const TRANSPARENT_FLAG = 128;

/** A screen, and the number that Graphics has for a dark pixel. */
export interface GraphicsKind {
  readonly screen: ScreenSize;
  readonly darkColor: number;
}

/** The part of Espruino's Graphics that the firmware uses, pixel for pixel, in dark and light. */
export class Graphics {
  /** What has been drawn; it reaches the screen with `flip`. */
  readonly frame: Uint8Array;
  readonly words = new WordsOnScreen();
  /** The words as they last reached the screen. */
  shown: Pick<WordsOnScreen, 'texts' | 'pictures'> = this.words;
  readonly #canvas: Canvas;
  #color = 1;
  #background = 0;
  #alignX = ALIGN_START;
  #alignY = ALIGN_START;
  #font: Font | undefined;

  constructor(
    private readonly onFlip: (frame: Uint8Array) => void,
    private readonly kind: GraphicsKind = { screen: PIXLJS_SCREEN, darkColor: 1 },
  ) {
    this.#canvas = new Canvas(kind.screen);
    this.frame = this.#canvas.bits;
  }

  clear(isStateReset?: boolean): this {
    if (isStateReset) {
      this.#color = 1;
      this.#background = 0;
      this.#alignX = ALIGN_START;
      this.#alignY = ALIGN_START;
      this.#font = undefined;
    }
    this.frame.fill(this.#isDark(this.#background) ? 0xff : 0);
    this.words.clear();
    return this;
  }

  clearRect(x1: number, y1: number, x2: number, y2: number): this {
    this.#canvas.fillRect(x1 | 0, y1 | 0, x2 | 0, y2 | 0, this.#isDark(this.#background));
    this.words.clearBox(x1, y1, x2, y2);
    return this;
  }

  fillRect(x1: number, y1: number, x2: number, y2: number): this {
    this.#canvas.fillRect(x1 | 0, y1 | 0, x2 | 0, y2 | 0, this.#isDark(this.#color));
    this.words.clearBox(x1, y1, x2, y2);
    return this;
  }

  setColor(color: number): this {
    this.#color = color;
    return this;
  }

  setBgColor(color: number): this {
    this.#background = color;
    return this;
  }

  setFontCustom(bitmap: string, firstChar: number, widths: string, height: number): this {
    if (typeof bitmap !== 'string') throw new Error('Font bitmap must be a String');
    if (!(firstChar >= 0 && firstChar <= 255)) throw new Error('First character out of range');
    if (typeof widths !== 'string') throw new Error('Font width must be a String or an integer');
    this.#font = unpackFont(bitmap, firstChar, widths, height);
    return this;
  }

  setFontAlign(x: number, y: number): this {
    this.#alignX = Math.min(Math.max(x | 0, -1), 1);
    this.#alignY = Math.min(Math.max(y | 0, -1), 1);
    return this;
  }

  stringWidth(text: string): number {
    return Math.max(
      ...String(text)
        .split('\n')
        .map((line) => this.#lineWidth(line)),
    );
  }

  drawString(text: string, x: number, y: number): this {
    const font = this.#needFont();
    const glyphs: PlacedGlyph[] = [];
    const lines = String(text).split('\n');
    let top = y | 0;
    top -= (lines.length * font.heightPx * (this.#alignY + 1)) >> 1;
    for (const line of lines) {
      const left = (x | 0) - ((this.#lineWidth(line) * (this.#alignX + 1)) >> 1);
      glyphs.push(...this.#drawLine(font, line, left, top));
      top += font.heightPx;
    }
    this.words.add({ text: String(text), xPx: x | 0, yPx: y | 0, glyphs });
    return this;
  }

  drawImage(image: string, x: number, y: number, options: { scale?: number } = {}): this {
    const { scale = 1 } = options;
    if (!Number.isInteger(scale) || scale < 1) throw new Error('Images are simulated at whole scales');
    const bitsPerPixel = image.charCodeAt(2);
    const isTransparent = (bitsPerPixel & TRANSPARENT_FLAG) !== 0;
    if ((bitsPerPixel & ~TRANSPARENT_FLAG) !== 1) throw new Error('Expecting valid Image');
    const skipped = isTransparent ? image.charCodeAt(3) : undefined;
    const firstByte = isTransparent ? 4 : 3;
    const width = image.charCodeAt(0);
    const height = image.charCodeAt(1);
    const valueAt = (column: number, row: number): number => {
      const bit = row * width + column;
      const at = firstByte + (bit >> 3);
      const byte = at < image.length ? image.charCodeAt(at) : 0xff;
      return (byte >> (7 - (bit & 7))) & 1;
    };
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const value = valueAt(column, row);
        if (value === skipped) continue;
        const left = (x | 0) + column * scale;
        const top = (y | 0) + row * scale;
        const color = value ? this.#color : this.#background;
        this.#canvas.fillRect(left, top, left + scale - 1, top + scale - 1, this.#isDark(color));
      }
    }
    const [dark, light] = [this.#isDark(this.#color), this.#isDark(this.#background)];
    this.words.addPicture({
      xPx: x | 0,
      yPx: y | 0,
      widthPx: width * scale,
      heightPx: height * scale,
      isDark(xPx, yPx) {
        const value = valueAt(Math.floor(xPx / scale), Math.floor(yPx / scale));
        return value !== skipped && (value ? dark : light);
      },
    });
    return this;
  }

  flip(): void {
    const { texts, pictures } = this.words;
    this.shown = { texts: [...texts], pictures: [...pictures] };
    this.onFlip(this.frame);
  }

  /** Only black and white are simulated; of a number too large for the screen the lowest bits count. */
  #isDark(color: number): boolean {
    return (color & 1) === (this.kind.darkColor & 1);
  }

  #needFont(): Font {
    if (!this.#font) throw new Error('The built-in fonts are not simulated: call setFontCustom first');
    return this.#font;
  }

  #lineWidth(line: string): number {
    const { glyphs, missingWidthPx } = this.#needFont();
    let width = 0;
    for (let i = 0; i < line.length; i++) {
      const code = line.charCodeAt(i);
      width += code < glyphs.length ? (glyphs[code]?.widthPx ?? 0) : missingWidthPx;
    }
    return width;
  }

  #drawLine(font: Font, line: string, left: number, top: number): PlacedGlyph[] {
    const placed: PlacedGlyph[] = [];
    let x = left;
    const { widthPx, heightPx } = this.kind.screen;
    const isRowVisible = top > -font.heightPx && top < heightPx;
    for (let i = 0; i < line.length; i++) {
      const code = line.charCodeAt(i);
      if (code === 0) throw new Error('Images inside strings are not simulated');
      const glyph = font.glyphs[code];
      if (!glyph) continue;
      // the device leaves a glyph out that starts in the very last column
      if (isRowVisible && x > -glyph.widthPx && x < widthPx - 1) {
        drawGlyph(this.#canvas, glyph, x, top, this.#isDark(this.#color));
      }
      placed.push({ glyph, xPx: x, yPx: top });
      x += glyph.widthPx;
    }
    return placed;
  }
}
