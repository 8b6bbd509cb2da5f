/** Replies as a companion reads them (format.md). Nothing is believed before its CRC, and nothing before its tag. */
import type { SealKeys } from './keys';
import {
  ASK_HELLO,
  ASK_SHEET,
  ASK_VITALS,
  HEAD_BYTES,
  HELLO_COMMISSIONED,
  NONCE_BYTES,
  PROTOCOL_VERSION,
  REPLY_BIT,
  REPLY_REFUSAL,
  TAG_BYTES,
} from './protocol';
import { aim, BLOCK_WORDS, hmac, isTagOf, mixBlock } from './seal';
import { bytesOf, numberAt, textOf } from './text';
import { readVitals, type Vitals } from './vitals';

/** One chunk of a reply. */
export interface Chunk {
  readonly requestId: number;
  readonly chunk: number;
  readonly chunks: number;
  readonly part: string;
}

/** What the reply characteristic holds; undefined when its CRC does not fit, as in the middle of a change. */
export function readChunk(value: string, crc32: (text: string) => number): Chunk | undefined {
  const end = value.length - 4;
  if (end < 3 || crc32(value.slice(0, end)) !== numberAt(value, end, 4)) return undefined;
  return {
    requestId: value.charCodeAt(0),
    chunk: value.charCodeAt(1),
    chunks: value.charCodeAt(2),
    part: value.slice(3, end),
  };
}

/** The number of a refusal (REFUSE in protocol.ts); 0 when the reply is none. */
export function readRefusal(reply: string): number {
  return reply.charCodeAt(0) === REPLY_REFUSAL ? reply.charCodeAt(1) : 0;
}

/** What a kiosk says about itself to everybody. */
export interface Hello {
  readonly version: number;
  readonly isCommissioned: boolean;
  /** 8, 4 and 8 bytes. */
  readonly kioskId: string;
  readonly epoch: string;
  readonly challenge: string;
  /** 0: none. */
  readonly oldestSheet: number;
  readonly newestSheet: number;
}

/** Number, version, flags, zero, kioskId, epoch, oldest, newest, challenge, tag. */
const HELLO_REPLY_BYTES = 38;
/** Words before what is sealed, nonce and head; a sheet's nonce is eight zeros. */
const SEALED_AT = 5;
const NO_NONCE = '\0\0\0\0\0\0\0\0';

/**
 * Reads a hello without believing it: the kiosk's id is needed to find the key that `isAnswerTo` takes. Undefined
 * when it is none, or one of another protocol version (only the version is the same in all of them).
 */
export function readHello(reply: string): Hello | undefined {
  if (reply.charCodeAt(0) !== ASK_HELLO + REPLY_BIT || reply.length < 2) return undefined;
  const version = reply.charCodeAt(1);
  if (version === PROTOCOL_VERSION && reply.length !== HELLO_REPLY_BYTES) return undefined;
  return {
    version,
    isCommissioned: (reply.charCodeAt(2) & HELLO_COMMISSIONED) > 0,
    kioskId: reply.substr(4, 8),
    epoch: reply.substr(12, 4),
    oldestSheet: numberAt(reply, 16, 2),
    newestSheet: numberAt(reply, 18, 2),
    challenge: reply.substr(20, NONCE_BYTES),
  };
}

/** Whether the reply was made with the key, by whoever got this nonce or challenge (8 bytes). */
export function isAnswerTo(keys: SealKeys, nonce: string, reply: string): boolean {
  const end = reply.length - TAG_BYTES;
  if (end < 1) return false;
  const hash = hmac(keys.sha1, keys.macInner, keys.macOuter, [nonce, reply.slice(0, end)]);
  return isTagOf(hash, bytesOf(reply.slice(end)));
}

/** Opens what stands sealed after the head; undefined when it is not whole blocks. The tag was checked before. */
function openWords(keys: SealKeys, reply: string): string | undefined {
  const start = SEALED_AT * 4;
  // room for the nonce in front, so that the words lie as they lay on the kiosk
  const bytes = bytesOf(`${NO_NONCE}${reply.slice(0, -TAG_BYTES)}`);
  if (bytes.length <= start || (bytes.length - start) % (BLOCK_WORDS * 4)) return undefined;
  const words = new Int32Array(bytes.buffer);
  aim(keys.encryptInner, bytes.slice(NONCE_BYTES, start), bytes.length - start);
  for (let at = SEALED_AT; at < words.length; at += BLOCK_WORDS)
    mixBlock(keys.sha1, keys.encryptInner, keys.encryptOuter, words, at);
  return textOf(bytes.slice(start));
}

/** The vitals in a reply to the request with this nonce; undefined when a single bit of it is not as it was made. */
export function openVitals(keys: SealKeys, nonce: string, reply: string): Vitals | undefined {
  if (reply.charCodeAt(0) !== ASK_VITALS + REPLY_BIT || !isAnswerTo(keys, nonce, reply)) return undefined;
  const plain = openWords(keys, reply);
  return plain === undefined ? undefined : readVitals(plain);
}

/** A sheet as it was sealed. */
export interface SealedSheet {
  /** 4 bytes. */
  readonly epoch: string;
  readonly sheetNo: number;
  /** Empty: the kiosk does not hold this sheet any more. */
  readonly packed: string;
}

/** The sheet in a reply; undefined when a single bit of it is not as it was made. */
export function openSheet(keys: SealKeys, reply: string): SealedSheet | undefined {
  if (reply.charCodeAt(0) !== ASK_SHEET + REPLY_BIT || !isAnswerTo(keys, NO_NONCE, reply)) return undefined;
  const head = { epoch: reply.substr(4, 4), sheetNo: numberAt(reply, 2, 2) };
  if (reply.length === HEAD_BYTES + TAG_BYTES) return { ...head, packed: '' };
  const plain = openWords(keys, reply);
  if (plain === undefined) return undefined;
  const length = numberAt(plain, 0, 4);
  if (length > plain.length - 4) return undefined;
  return { ...head, packed: plain.substr(4, length) };
}
