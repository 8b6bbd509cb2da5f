/** Requests as a companion writes them: byte strings, cut into parts of at most 20 bytes (format.md). */
import type { SealKeys } from './keys';
import {
  ASK_CHUNK,
  ASK_HELLO,
  ASK_SHEET,
  ASK_VITALS,
  OFFSET_ZERO_MIN,
  REQUEST_PART_BYTES,
  REQUEST_PARTS_MAX,
  TAG_BYTES,
  TELL_ACK,
  TELL_CLOCK,
  TELL_MAINTAIN,
  TELL_SETTINGS,
} from './protocol';
import { hmac } from './seal';
import { putNumber, textOf } from './text';

/** Asks who is there; the answer's MAC covers the 8-byte nonce. */
export const askHello = (nonce: string): string => putNumber(ASK_HELLO, 1) + nonce;
/** Asks for vitals; the answer's MAC covers the 8-byte nonce. */
export const askVitals = (nonce: string): string => putNumber(ASK_VITALS, 1) + nonce;
/** Asks for one closed sheet. */
export const askSheet = (sheetNo: number): string => putNumber(ASK_SHEET, 1) + putNumber(sheetNo, 2);
/** Asks for another chunk of the reply that the kiosk made last. */
export const askChunk = (chunk: number): string => putNumber(ASK_CHUNK, 1) + putNumber(chunk, 1);

/** Says that all sheets up to `sheetNo` of this epoch (its 4 bytes) are kept here; 0 only proves the key. */
export const tellAck = (epoch: string, sheetNo: number): string =>
  putNumber(TELL_ACK, 1) + epoch + putNumber(sheetNo, 2);
/** Sets the clock: Unix seconds, and minutes east of UTC. */
export const tellClock = (unixS: number, utcOffsetMin: number): string =>
  putNumber(TELL_CLOCK, 1) + putNumber(unixS, 4) + putNumber(utcOffsetMin + OFFSET_ZERO_MIN, 2);
/** Sets the settings: the 44 bytes of settings.ts. */
export const tellSettings = (settings: string): string => putNumber(TELL_SETTINGS, 1) + settings;
/** Opens the wire for maintenance. */
export const tellMaintain = (): string => putNumber(TELL_MAINTAIN, 1);

/** A command with its tag over challenge and command. */
export function signCommand(keys: SealKeys, challenge: string, command: string): string {
  const hash = hmac(keys.sha1, keys.macInner, keys.macOuter, [challenge, command]);
  return command + textOf(new Uint8Array(hash)).slice(0, TAG_BYTES);
}

/** The writes that carry a request: request id, part, parts, then up to 17 bytes. Undefined when it is too long. */
export function splitRequest(requestId: number, request: string): string[] | undefined {
  const parts = Math.max(1, Math.floor((request.length + REQUEST_PART_BYTES - 1) / REQUEST_PART_BYTES));
  if (parts > REQUEST_PARTS_MAX) return undefined;
  const writes: string[] = [];
  for (let part = 0; part < parts; part++) {
    const content = request.substr(part * REQUEST_PART_BYTES, REQUEST_PART_BYTES);
    writes.push(textOf([requestId, part, parts]) + content);
  }
  return writes;
}
