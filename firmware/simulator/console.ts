import { byteString, toBytes } from './bytes';
import { BoardFault } from './signals';

// Espruino's packets. Source: README_Protocol.md and src/jsinteractive.c of Espruino 2v29
const DLE = 16;
const SOH = 1;
const CTRL_C = 3;
const NEW_LINE = 10;
const ACK = 6;
const NAK = 21;
const EVAL = 0x2000;
const SIZE_MASK = 0x1fff;
/** A packet that is not whole by then is dropped; until then it takes what others type, over a new link too. */
const PACKET_LIMIT_MS = 5000;

/** Evaluates what was typed; the value when it is one expression. */
export type Evaluate = (text: string) => unknown;

/** The interpreter's console as an uploader meets it: packets that evaluate an expression, and lines. */
export class Console {
  #line: number[] = [];
  #packetSinceMs = 0;

  /** @param send  takes what the console prints */
  constructor(
    private readonly evaluate: Evaluate,
    private readonly send: (bytes: Uint8Array) => void,
    private readonly nowMs: () => number,
  ) {}

  /** Takes what somebody types. */
  take(bytes: Uint8Array): void {
    if (this.#isInPacket && this.nowMs() - this.#packetSinceMs >= PACKET_LIMIT_MS) {
      this.#line.length = 0;
      this.#answer(undefined);
    }
    for (const byte of bytes) this.#takeByte(byte);
  }

  get #isInPacket(): boolean {
    return this.#line[0] === DLE && this.#line[1] === SOH;
  }

  #takeByte(byte: number): void {
    const line = this.#line;
    const isPacket = this.#isInPacket;
    if (!isPacket && byte === CTRL_C) {
      line.length = 0;
      return;
    }
    if (!isPacket && byte === NEW_LINE) {
      const typed = line.splice(0);
      const text = textOf(typed[0] === DLE ? typed.slice(1) : typed);
      if (text) this.#try(text);
      return;
    }
    line.push(byte);
    if (!isPacket) this.#packetSinceMs = this.nowMs();
    const head = ((line[2] ?? 0) << 8) | (line[3] ?? 0);
    if (isPacket && line.length >= 4 && line.length === 4 + (head & SIZE_MASK)) {
      const text = textOf(line.splice(0).slice(4));
      this.#answer((head & ~SIZE_MASK) === EVAL ? this.#try(text) : undefined);
    }
  }

  /** What the device prints for a value; undefined: an exception. */
  #try(text: string): string | undefined {
    try {
      return JSON.stringify(this.evaluate(text)) ?? 'undefined';
    } catch (error) {
      if (error instanceof BoardFault) throw error;
      return undefined;
    }
  }

  #answer(value: string | undefined): void {
    const bytes = toBytes(value ?? '');
    const packet = [ACK, DLE, SOH, bytes.length >> 8, bytes.length & 255, ...bytes];
    this.send(Uint8Array.from(value === undefined ? [NAK] : packet));
  }
}

const textOf = (bytes: readonly number[]): string => byteString(Uint8Array.from(bytes));
