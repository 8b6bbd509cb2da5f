/** Bare requests and replies over a link to a simulated board, without any of the companion's patience. */
import { createHmac } from 'node:crypto';
import { crc32Of } from '../../companion/sync/hash';
import type { Board } from '../../firmware/simulator/board';
import { REPLY_UUID, REQUEST_UUID, SERVICE_UUID } from '../../shared/wire/protocol';
import { readChunk } from '../../shared/wire/replies';
import { askChunk, splitRequest } from '../../shared/wire/requests';
import { bytesOf, textOf } from '../../shared/wire/text';

/** Longer than the kiosk takes for any reply. */
const REPLY_MS = 100;

export const hexOf = (text: string): string => Buffer.from(text, 'latin1').toString('hex');
export const textFrom = (hex: string): string => Buffer.from(hex, 'hex').toString('latin1');

/** One connection; ids count up from 1. */
export class Talk {
  readonly link: ReturnType<Board['connect']>;
  /** Every value that was read, in hexadecimal. */
  readonly frames: string[] = [];
  lastId = 0;

  constructor(private readonly board: Board) {
    this.link = board.connect();
    board.advance(REPLY_MS);
  }

  write(bytes: string): void {
    this.link.write(SERVICE_UUID, REQUEST_UUID, bytesOf(bytes));
  }

  /** What the reply characteristic holds now. */
  value(): string {
    return textOf(this.link.read(SERVICE_UUID, REPLY_UUID));
  }

  /** The writes of a request with the next id. */
  split(request: string): string[] {
    this.lastId++;
    return splitRequest(this.lastId, request) ?? [];
  }

  /** The whole reply; throws when a chunk is not the one that was asked for. */
  ask(request: string): string {
    let chunk = this.#exchange(request);
    let reply = chunk.part;
    while (chunk.chunk + 1 < chunk.chunks) {
      const next = this.#exchange(askChunk(chunk.chunk + 1));
      if (next.chunk !== chunk.chunk + 1) throw new Error(`Got chunk ${next.chunk}`);
      chunk = next;
      reply += chunk.part;
    }
    return reply;
  }

  #exchange(request: string) {
    for (const write of this.split(request)) this.write(write);
    this.board.advance(REPLY_MS);
    const value = this.value();
    this.frames.push(hexOf(value));
    const chunk = readChunk(value, crc32Of);
    if (chunk?.requestId !== this.lastId) throw new Error('No reply');
    return chunk;
  }
}

/** The tag of a command, worked out without the seal's own code. */
export function tagOf(macKey: Buffer, challenge: string, command: string): string {
  const message = challenge + command;
  return createHmac('sha1', macKey).update(message, 'latin1').digest().toString('latin1', 0, 10);
}

/** A derived key of a kiosk, worked out without the seal's own code. */
export function derivedKey(key: Uint8Array, label: string, kioskId: Uint8Array): Buffer {
  const message = Buffer.concat([
    Buffer.of(1),
    Buffer.from(label),
    Buffer.of(0),
    kioskId,
    Buffer.of(0, 0, 160, 0),
  ]);
  return createHmac('sha1', key).update(message).digest();
}
