import type { ScreenSize } from './frame';

/** A finger that stays this long makes a long touch. */
const LONG_TOUCH_MS = 700;
/** Without any touch for this long the screen locks, until the firmware says otherwise. */
const LOCK_MS = 10_000;
const LONG_TOUCH = 2;

/** Whom the touch screen tells: `touch` with side and place, `swipe` with directions. */
export type TouchListener = (...args: never[]) => void;

/**
 * The touch screen of a Bangle.js 2 as `Bangle.on` reports it: a touch when the finger leaves, nothing while it is
 * locked. Source: Espruino 2v29, `libs/banglejs/jswrap_bangle.c`.
 */
export class TouchScreen {
  readonly #listeners: { event: string; listener: TouchListener }[] = [];
  #lockMs = LOCK_MS;
  #lastMs: number;
  #downMs = 0;

  constructor(
    private readonly size: ScreenSize,
    private readonly nowMs: () => number,
    /** calls into the firmware when it is next idle */
    private readonly queue: (task: () => void) => void,
  ) {
    this.#lastMs = nowMs();
  }

  on(event: string, listener: TouchListener): void {
    this.#listeners.push({ event, listener });
  }

  /** Bangle.setLCDTimeout: 0 keeps the screen on and unlocked. */
  setTimeout(seconds: number): void {
    this.#lockMs = seconds > 0 ? seconds * 1000 : Number.POSITIVE_INFINITY;
  }

  fingerDown(): void {
    this.#downMs = this.nowMs();
  }

  /** The finger leaves the glass at this pixel. */
  fingerUp(x: number, y: number): void {
    const isLong = this.nowMs() - this.#downMs >= LONG_TOUCH_MS;
    this.#emit('touch', x < this.size.widthPx / 2 ? 1 : 2, { x, y, type: isLong ? LONG_TOUCH : 0 });
  }

  /** The finger leaves the middle of the quarter of the screen that is this key. */
  fingerUpAtKey(key: number): void {
    const { widthPx, heightPx } = this.size;
    this.fingerUp((widthPx * (key === 2 || key === 3 ? 3 : 1)) >> 2, (heightPx * (key > 2 ? 3 : 1)) >> 2);
  }

  /** @param right  -1 to the left, 1 to the right; `down` likewise */
  swipe(right: number, down: number): void {
    this.#emit('swipe', right, down);
  }

  #emit(event: string, ...args: unknown[]): void {
    const isLocked = this.nowMs() - this.#lastMs > this.#lockMs;
    this.#lastMs = this.nowMs();
    if (isLocked) return;
    for (const { event: wanted, listener } of this.#listeners)
      if (wanted === event) this.queue(() => listener(...(args as never[])));
  }
}
