/** Told of a frame that reached the screen. */
export type FrameListener = (frame: Uint8Array, atMs: number) => void;
/** Told of an exception that the firmware left uncaught; `isHandled` when process.on took it. */
export type ErrorListener = (error: unknown, isHandled: boolean) => void;

/** Who wants to hear what from a board. */
export class BoardEvents {
  readonly #frame: FrameListener[] = [];
  readonly #log: ((line: string) => void)[] = [];
  readonly #error: ErrorListener[] = [];

  /** Calls `listener` with each frame that reaches the screen. */
  onFrame(listener: FrameListener): void {
    this.#frame.push(listener);
  }

  /** Calls `listener` with what the board prints on its console. */
  onLog(listener: (line: string) => void): void {
    this.#log.push(listener);
  }

  /** Calls `listener` with each exception that the firmware left uncaught. */
  onError(listener: ErrorListener): void {
    this.#error.push(listener);
  }

  protected emitFrame(frame: Uint8Array, atMs: number): void {
    for (const listener of this.#frame) listener(frame, atMs);
  }

  protected emitLog(line: string): void {
    for (const listener of this.#log) listener(line);
  }

  protected emitError(error: unknown, isHandled: boolean): void {
    if (!isHandled) this.emitLog(`Uncaught ${error}`);
    for (const listener of this.#error) listener(error, isHandled);
  }
}
