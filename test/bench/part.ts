/** One figure of the bench, and the most it may be. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly limit?: number;
  /** what else the reader should know, such as the raw figures */
  readonly note?: string;
}

/** Thrown by a part that finds out too late that it cannot be measured here. */
export class Skipped extends Error {}

/** A part of the bench: one module, joined in `main.ts`. */
export interface Part {
  readonly name: string;
  /** "skipped: " and why, where it cannot be measured; undefined where it can */
  missing(): string | undefined;
  /** May throw `Skipped`. */
  measure(): Promise<Figure[]>;
}

/** What became of a part. */
export interface PartResult {
  readonly part: string;
  /** why it was left out */
  readonly skipped?: string;
  /** why it was not measured to its end; the bench then fails */
  readonly failed?: string;
  readonly figures: readonly Figure[];
}

/** Whether a figure is above its limit. */
export const isOver = ({ value, limit }: Figure): boolean => limit !== undefined && value > limit;
