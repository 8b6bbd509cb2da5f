import { setImmediate as turn } from 'node:timers/promises';
import type { SyncTimer } from '../../companion/sync/timer';

/** Turns of the event loop after which nobody has anything left to do without time passing. */
const QUIET_TURNS = 3;

interface Due {
  readonly atMs: number;
  readonly task: () => void;
}

/**
 * A time that passes only when everybody waits: it jumps from one due task to the next. The host stacks on both
 * sides work in microtasks, so a few turns of the event loop let them finish; nothing here waits for real.
 */
export class VirtualTime {
  nowMs = 0;
  /** Called before time jumps so far, for somebody who lives in real time and may still be busy. */
  beforeJump: ((jumpMs: number) => Promise<void>) | undefined;
  #due: Due[] = [];

  /** The timers of everything that takes part. */
  readonly timer: SyncTimer = {
    nowMs: () => this.nowMs,
    wait: (delayMs) => new Promise((resolve) => void this.after(delayMs, resolve)),
    start: (delayMs, callback) => this.after(delayMs, callback),
  };

  /** Does the task after that time unless the returned function is called first. */
  after(delayMs: number, task: () => void): () => void {
    const due = { atMs: this.nowMs + Math.max(0, delayMs), task };
    let at = this.#due.length;
    while (at > 0 && (this.#due[at - 1]?.atMs ?? 0) > due.atMs) at--;
    this.#due.splice(at, 0, due);
    return () => {
      const index = this.#due.indexOf(due);
      if (index >= 0) this.#due.splice(index, 1);
    };
  }

  /** Lets time pass until the work is done. Rejects when nothing is left to happen, or at `limitMs` from now. */
  async run<T>(work: Promise<T>, limitMs = 3_600_000): Promise<T> {
    const endMs = this.nowMs + limitMs;
    let isDone = false;
    const settled = work.finally(() => {
      isDone = true;
    });
    settled.catch(() => undefined);
    for (;;) {
      for (let quiet = 0; quiet < QUIET_TURNS && !isDone; quiet++) await turn();
      if (isDone) return settled;
      const [soon] = this.#due;
      if (this.beforeJump && soon) {
        await this.beforeJump(soon.atMs - this.nowMs);
        if (this.#due[0] !== soon) continue;
      }
      const next = this.#due.shift();
      if (!next) throw new Error('Everybody waits, and nothing is left to happen');
      if (next.atMs > endMs) throw new Error(`Not done after ${limitMs} ms`);
      this.nowMs = next.atMs;
      next.task();
    }
  }

  /** Lets so much time pass. */
  pass(delayMs: number): Promise<void> {
    return this.run(this.timer.wait(delayMs), delayMs + 1);
  }
}
