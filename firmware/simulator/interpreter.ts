import type { BoardKind } from './board-kinds';
import { Graphics } from './graphics';
import { Radio } from './radio';
import { isSignal } from './signals';
import { Timers } from './timers';
import { TouchScreen } from './touch-screen';
import { Watches } from './watches';

/** What the interpreter needs from the board around it. */
export interface InterpreterHost {
  readonly kind: BoardKind;
  nowMs(): number;
  /** Seconds as getTime() gives them for a moment of the board's clock. */
  toDeviceSeconds(ms: number): number;
  onFlip(frame: Uint8Array): void;
  /** An exception that nothing in the firmware caught. */
  onUncaught(error: unknown, isHandled: boolean): void;
}

/** The state that a reset wipes: timers, watches, radio, screen buffer, events waiting to be handled. */
export class Interpreter {
  readonly timers: Timers;
  readonly watches: Watches;
  readonly radio: Radio;
  readonly graphics: Graphics;
  readonly touch: TouchScreen;
  /** Handlers of process.on('uncaughtException'). */
  readonly handlers: ((error: unknown) => void)[] = [];
  readonly errorFlags = new Set<string>();
  #events: (() => void)[] = [];
  #signal: Error | undefined;

  constructor(private readonly host: InterpreterHost) {
    this.timers = new Timers(() => host.nowMs());
    this.watches = new Watches(this.timers, {
      call: (callback) => this.call(callback),
      toSeconds: (ms) => host.toDeviceSeconds(ms),
    });
    this.radio = new Radio(
      {
        queue: (task) => this.queue(() => this.call(task)),
        raiseErrorFlag: (flag) => this.errorFlags.add(flag),
      },
      host.kind.attMtu,
      host.kind.factoryName,
    );
    this.graphics = new Graphics((frame) => {
      if (this.#signal) throw this.#signal;
      host.onFlip(frame);
    }, host.kind);
    this.touch = new TouchScreen(host.kind.screen, host.nowMs, (task) => this.queue(() => this.call(task)));
    this.graphics.frame.fill(0b10101010); // the start logo is still in the buffer: nothing may count on a blank one
  }

  /** Handles `task` when the firmware is next idle. */
  queue(task: () => void): void {
    this.#events.push(task);
  }

  /** Handles everything that waits, and what comes of it. */
  drain(): void {
    for (let task = this.#events.shift(); task; task = this.#events.shift()) task();
  }

  /** Runs due timers; each is a call of its own. */
  runTimers(): void {
    this.timers.runDue((callback) => this.call(callback));
  }

  /** Calls into the firmware. Its exceptions end here; a power cut, reset or fault goes on to the board. */
  call(task: () => void): void {
    try {
      task();
    } catch (error) {
      if (!this.#signal) this.#report(error);
    }
    if (this.#signal) throw this.#signal;
  }

  /** A native function for the firmware: what stops the board stays in force even if the firmware catches it. */
  native<Args extends unknown[], Result>(work: (...args: Args) => Result): (...args: Args) => Result {
    return (...args) => {
      if (this.#signal) throw this.#signal;
      try {
        return work(...args);
      } catch (error) {
        if (isSignal(error)) this.#signal = error;
        throw error;
      }
    };
  }

  #report(error: unknown): void {
    const isHandled = this.handlers.length > 0;
    this.host.onUncaught(error, isHandled);
    for (const handler of this.handlers) {
      try {
        handler(error);
      } catch (second) {
        if (!this.#signal) this.host.onUncaught(second, false);
      }
    }
  }
}
