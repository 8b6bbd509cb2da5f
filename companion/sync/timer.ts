/** Time as a sync needs it; the companion's own clock says what time it is for the kiosk. */
export interface SyncTimer {
  /** Milliseconds that never jump. */
  nowMs(): number;
  /** Resolves after that time. */
  wait(delayMs: number): Promise<void>;
  /** Calls back after that time unless the returned function is called first. */
  start(delayMs: number, callback: () => void): () => void;
}

/** The machine's timers. */
export const systemTimer: SyncTimer = {
  nowMs: () => performance.now(),
  wait: (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs)),
  start(delayMs, callback) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};

/** Timers in a simulated board's own time, which passes only while the board is spoken to: so nothing can be late. */
export const boardTimer = (board: { readonly nowMs: number; advance(ms: number): void }): SyncTimer => ({
  nowMs: () => board.nowMs,
  wait: async (delayMs) => board.advance(delayMs),
  start: () => () => undefined,
});
