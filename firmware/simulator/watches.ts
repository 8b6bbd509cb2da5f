import type { Timer, Timers } from './timers';

/** The one button of a board whose keys are on a touch screen. */
export const SIDE_BUTTON = 5;
/** Software debouncing of a button when setWatch is not told otherwise. */
const BUTTON_DEBOUNCE_MS = 25;
const EDGES = { rising: 1, both: 0, falling: -1 };

/** What a watch's callback gets, besides the pin; times in seconds. */
export interface WatchEvent {
  state: boolean;
  time: number;
  lastTime: number | undefined;
}

/** The options of setWatch that are simulated. */
export interface WatchOptions {
  repeat?: boolean;
  edge?: keyof typeof EDGES;
  debounce?: number;
}

/** What watches need from the interpreter. */
export interface WatchHost {
  call(callback: () => void): void;
  toSeconds(ms: number): number;
}

interface Watch {
  id: number;
  button: number;
  callback: (event: WatchEvent) => void;
  isRepeating: boolean;
  edge: number;
  debounceMs: number;
  state: boolean;
  lastTimeS: number | undefined;
  pending: { timer: Timer; state: boolean } | undefined;
}

/** Watches on buttons with the device's debouncing: a change counts once the level stayed the same long enough. */
export class Watches {
  #list: Watch[] = [];

  constructor(
    private readonly timers: Timers,
    private readonly host: WatchHost,
  ) {}

  /** setWatch on a button whose level now is `state`. */
  add(callback: Watch['callback'], button: number, options: WatchOptions, state: boolean): number {
    if (typeof callback !== 'function') throw new Error('Function or String not supplied!');
    const edge = EDGES[options.edge ?? 'rising'];
    if (edge === undefined) {
      throw new TypeError("'edge' in setWatch should be 1, -1, 0, 'rising', 'falling' or 'both'");
    }
    const debounceMs = Math.max(options.debounce ?? BUTTON_DEBOUNCE_MS, 0) || 0;
    const id = (this.#list.at(-1)?.id ?? 0) + 1;
    const isRepeating = Boolean(options.repeat);
    const start = { state, lastTimeS: undefined, pending: undefined };
    this.#list.push({ id, button, callback, isRepeating, edge, debounceMs, ...start });
    return id;
  }

  /** clearWatch with the arguments it was given. */
  clear(ids: readonly unknown[]): void {
    if (ids.length === 0) {
      this.#list = [];
      return;
    }
    if (ids[0] === undefined) throw new Error('clearWatch(undefined) not allowed. Use clearWatch() instead');
    const left = this.#list.filter((watch) => watch.id !== ids[0]);
    if (left.length === this.#list.length) throw new Error(`Unknown Watch ${ids[0]}`);
    this.#list = left;
  }

  /** The level of a button changed at `atMs`. */
  onLevel(button: number, isDown: boolean, atMs: number): void {
    for (const watch of [...this.#list]) {
      if (watch.button !== button || !this.#list.includes(watch)) continue;
      if (watch.debounceMs === 0) {
        watch.state = isDown;
        this.#fire(watch, isDown, atMs);
      } else if (watch.pending) {
        watch.pending.timer.dueMs = atMs + watch.debounceMs;
        watch.pending.state = isDown;
      } else if (isDown !== watch.state) {
        const run = () => this.#settle(watch);
        const timer: Timer = { id: 0, dueMs: atMs + watch.debounceMs, isDebounce: true, run };
        watch.pending = { timer, state: isDown };
        this.timers.add(timer);
      }
    }
  }

  #settle(watch: Watch): void {
    const pending = watch.pending;
    if (!pending) return;
    const isChanged = pending.state !== watch.state;
    watch.state = pending.state;
    const changedMs = pending.timer.dueMs - watch.debounceMs;
    if (isChanged) this.#fire(watch, pending.state, changedMs);
    watch.pending = undefined;
  }

  #fire(watch: Watch, state: boolean, atMs: number): void {
    const event = { state, time: this.host.toSeconds(atMs), lastTime: watch.lastTimeS };
    watch.lastTimeS = event.time;
    if (watch.edge === (state ? -1 : 1)) return;
    this.host.call(() => watch.callback(event));
    if (!watch.isRepeating) this.#list = this.#list.filter((other) => other !== watch);
  }
}
