/** The chip's watchdog: once started it cannot be stopped or given another time, only kicked or reset by power. */
export class Watchdog {
  #timeoutMs = 0;
  #kickedAtMs = 0;
  #isAuto = true;

  /** When it resets the chip; Infinity while it is off or the idle loop kicks it. */
  get dueMs(): number {
    if (this.#timeoutMs === 0 || this.#isAuto) return Number.POSITIVE_INFINITY;
    return this.#kickedAtMs + this.#timeoutMs;
  }

  start(timeoutMs: number, isAuto: boolean, nowMs: number): void {
    this.#isAuto = isAuto;
    if (this.#timeoutMs > 0) return;
    this.#timeoutMs = timeoutMs;
    this.#kickedAtMs = nowMs;
  }

  kick(nowMs: number): void {
    this.#kickedAtMs = nowMs;
  }

  /** A reset by the watchdog itself or by power. A reset by the firmware leaves it running. */
  stop(): void {
    this.#timeoutMs = 0;
    this.#isAuto = true;
  }
}
