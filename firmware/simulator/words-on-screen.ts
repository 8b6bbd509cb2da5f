/** A text as the firmware drew it, at the point that it was aligned to. */
export interface DrawnText {
  readonly text: string;
  readonly xPx: number;
  readonly yPx: number;
}

/** The texts that stand on the screen, for people who hear the screen instead of seeing it. */
export class WordsOnScreen {
  #texts: DrawnText[] = [];

  /** In the order in which they were drawn. */
  get texts(): readonly DrawnText[] {
    return this.#texts;
  }

  clear(): void {
    this.#texts = [];
  }

  /** Forgets what begins inside a box that is drawn over; corners in any order. */
  clearBox(xa: number, ya: number, xb: number, yb: number): void {
    const isBetween = (value: number, a: number, b: number) =>
      value >= Math.min(a, b) && value <= Math.max(a, b);
    this.#texts = this.#texts.filter(({ xPx, yPx }) => !isBetween(xPx, xa, xb) || !isBetween(yPx, ya, yb));
  }

  add(text: string, xPx: number, yPx: number): void {
    this.#texts.push({ text, xPx, yPx });
  }
}
