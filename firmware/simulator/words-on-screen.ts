import type { Glyph } from './font';

/** A letter as it was put on the screen, by its upper left corner; parts of it may lie outside. */
export interface PlacedGlyph {
  readonly glyph: Glyph;
  readonly xPx: number;
  readonly yPx: number;
}

/** A text as the firmware drew it, at the point that it was aligned to. */
export interface DrawnText {
  readonly text: string;
  readonly xPx: number;
  readonly yPx: number;
  /** in the order of the text; a letter that the font does not have is missing */
  readonly glyphs: readonly PlacedGlyph[];
}

/** A picture as the firmware drew it, by its upper left corner. */
export interface DrawnPicture {
  readonly xPx: number;
  readonly yPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Whether the picture's pixel is dark; counted from its upper left corner. */
  isDark(xPx: number, yPx: number): boolean;
}

/** What stands on the screen: for people who hear the screen instead of seeing it, and for tests of the layout. */
export class WordsOnScreen {
  #texts: DrawnText[] = [];
  #pictures: DrawnPicture[] = [];

  /** In the order in which they were drawn. */
  get texts(): readonly DrawnText[] {
    return this.#texts;
  }

  /** In the order in which they were drawn. */
  get pictures(): readonly DrawnPicture[] {
    return this.#pictures;
  }

  clear(): void {
    this.#texts = [];
    this.#pictures = [];
  }

  /** Forgets what begins inside a box that is drawn over; corners in any order. */
  clearBox(xa: number, ya: number, xb: number, yb: number): void {
    const isBetween = (value: number, a: number, b: number) =>
      value >= Math.min(a, b) && value <= Math.max(a, b);
    const isLeft = ({ xPx, yPx }: { readonly xPx: number; readonly yPx: number }) =>
      !isBetween(xPx, xa, xb) || !isBetween(yPx, ya, yb);
    this.#texts = this.#texts.filter(isLeft);
    this.#pictures = this.#pictures.filter(isLeft);
  }

  add(text: DrawnText): void {
    this.#texts.push(text);
  }

  addPicture(picture: DrawnPicture): void {
    this.#pictures.push(picture);
  }
}
