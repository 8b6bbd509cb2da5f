/** Shortest delay of a timer. */
const SHORTEST_MS = 0.1;

/** One entry of the device's timer list. */
export interface Timer {
  id: number;
  dueMs: number;
  /** undefined: runs once */
  periodMs?: number;
  /** set by the debouncing of a watch; clearTimeout() without an argument leaves these */
  isDebounce?: boolean;
  run: () => void;
}

/** setTimeout, setInterval and their opposites on a virtual clock, run in the device's order. */
export class Timers {
  #list: Timer[] = [];
  #isChanged = false;

  constructor(private readonly nowMs: () => number) {}

  /** Time of the next timer, Infinity when there is none. */
  get nextDueMs(): number {
    let next = Number.POSITIVE_INFINITY;
    for (const timer of this.#list) next = Math.min(next, timer.dueMs);
    return next;
  }

  /** Starts a timer as setTimeout or (`isRepeating`) setInterval. */
  start(run: () => void, delayMs: number, isRepeating: boolean): number {
    if (typeof run !== 'function') throw new Error('Function or String not supplied!');
    const ms = Math.max(delayMs || 0, SHORTEST_MS);
    const timer: Timer = { id: 0, dueMs: this.nowMs() + ms, run };
    if (isRepeating) timer.periodMs = ms;
    this.#isChanged = true;
    return this.add(timer);
  }

  /** Puts a timer at the end of the list. */
  add(timer: Timer): number {
    timer.id = (this.#list.at(-1)?.id ?? 0) + 1;
    this.#list.push(timer);
    return timer.id;
  }

  /** clearTimeout or clearInterval with the arguments it was given. */
  clear(kind: 'Timeout' | 'Interval', ids: readonly unknown[]): void {
    if (ids.length > 0 && ids[0] === undefined) {
      throw new Error(`clear${kind}(undefined) not allowed. Use clear${kind}() instead`);
    }
    this.#list = this.#list.filter((timer) => (ids.length === 0 ? timer.isDebounce : timer.id !== ids[0]));
    this.#isChanged = true;
  }

  /** Takes one timer out, if it is still there. */
  remove(timer: Timer): void {
    this.#list = this.#list.filter((other) => other !== timer);
  }

  /** Runs what is due. As on the device a new or cleared timer makes it begin at the head of the list again. */
  runDue(call: (callback: () => void) => void): void {
    do {
      this.#isChanged = false;
      for (const timer of this.#list) {
        if (timer.dueMs > this.nowMs()) continue;
        if (timer.isDebounce) timer.run();
        else call(timer.run);
        if (timer.periodMs === undefined) this.remove(timer);
        else timer.dueMs += timer.periodMs;
        if (this.#isChanged) break;
      }
    } while (this.#isChanged);
  }
}
