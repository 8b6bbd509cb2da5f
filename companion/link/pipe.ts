import { z } from 'zod';

/**
 * One step that the companion asks of whoever holds the radio: a page with a simulated board, or a page with a real
 * Bluetooth adapter. The page is only a pipe: it sees sealed bytes, keys stay in the companion.
 */
export interface PipeAsk {
  readonly id: number;
  readonly step: 'connect' | 'disconnect' | 'read' | 'write';
  /** UUIDs, for read and write. */
  readonly service?: string;
  readonly characteristic?: string;
  /** Hexadecimal, for write. */
  readonly value?: string;
}

const hex = z
  .string()
  .max(1024)
  .regex(/^([0-9a-f]{2})*$/);

/** What a page may say: how a step ended, or that the link is gone. Anything else is refused. */
export const pipeAnswerSchema = z.union([
  z.strictObject({ id: z.int().positive(), value: hex }),
  z.strictObject({ id: z.int().positive(), error: z.string().max(200) }),
  z.strictObject({ isDropped: z.literal(true) }),
]);
export type PipeAnswer = z.infer<typeof pipeAnswerSchema>;

/** A step that failed: the other side refused it, did not answer in time, or is gone. */
export class PipeError extends Error {
  override name = 'PipeError';
}

/** Starts a timer and gives back what stops it. */
export type StartTimer = (callback: () => void, delayMs: number) => () => void;

interface Waiting {
  resolve(value: string): void;
  reject(error: PipeError): void;
  stopTimer(): void;
}

/** The companion's end of a pipe: steps out, answers in, each with a time limit. */
export class Pipe {
  /** Called when the other side says that the link to the kiosk is gone. */
  onDropped: (() => void) | undefined;
  #lastId = 0;
  #isClosed = false;
  #waiting = new Map<number, Waiting>();

  constructor(
    private readonly send: (ask: PipeAsk) => void,
    private readonly startTimer: StartTimer,
    private readonly limitMs = 10_000,
  ) {}

  /**
   * Asks for one step.
   *
   * @returns the bytes read, hexadecimal; empty for the other steps
   * @throws PipeError when it failed, took longer than the limit, or the pipe is closed
   */
  ask(step: Omit<PipeAsk, 'id'>): Promise<string> {
    if (this.#isClosed) return Promise.reject(new PipeError('The page is gone'));
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      const stopTimer = this.startTimer(() => {
        this.#waiting.delete(id);
        reject(new PipeError(`The page did not ${step.step} in time`));
      }, this.limitMs);
      this.#waiting.set(id, { resolve, reject, stopTimer });
      this.send({ id, ...step });
    });
  }

  /** Takes what the page says; an answer to nothing that was asked changes nothing. */
  take(answer: PipeAnswer): void {
    if ('isDropped' in answer) {
      this.onDropped?.();
      return;
    }
    const waiting = this.#waiting.get(answer.id);
    if (!waiting) return;
    this.#waiting.delete(answer.id);
    waiting.stopTimer();
    if ('error' in answer) waiting.reject(new PipeError(answer.error));
    else waiting.resolve(answer.value);
  }

  /** Ends every step that still waits; the pipe takes no more. */
  close(): void {
    this.#isClosed = true;
    for (const waiting of this.#waiting.values()) {
      waiting.stopTimer();
      waiting.reject(new PipeError('The page is gone'));
    }
    this.#waiting.clear();
    this.onDropped?.();
  }
}
