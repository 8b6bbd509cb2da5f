/**
 * One companion at a time asks, the kiosk answers (shared/wire/format.md). Writes wait in a short queue, and each
 * turn handles one of them or works out one HMAC, so that a press never waits for more than that.
 */
import { getNumber } from '../../shared/wire/bytes';
import {
  ASK_CHUNK,
  ASK_HELLO,
  ASK_SHEET,
  ASK_VITALS,
  CHALLENGE_S,
  CHUNK_PART_BYTES,
  HEAD_BYTES,
  HELLO_COMMISSIONED,
  LABEL_ENCRYPT,
  LABEL_MAC,
  NONCE_BYTES,
  PROGRESS_MS,
  PROOF_MS,
  PROTOCOL_VERSION,
  REFUSE_BAD_MAC,
  REFUSE_NO_SUCH_SHEET,
  REFUSE_NOT_ALLOWED,
  REFUSE_UNREADABLE,
  REPLY_BIT,
  REPLY_REFUSAL,
  REQUEST_HEAD_BYTES,
  REQUEST_PART_BYTES,
  REQUEST_PARTS_MAX,
  SHEET_STEP_WORDS,
  TAG_BYTES,
  TELL_ACK,
  TELL_SETTINGS,
  VITALS_WORDS,
} from '../../shared/wire/protocol';
import { aim, BLOCK_WORDS, deriveInner, hmac, isTagOf, makeOuter, mixBlock } from '../../shared/wire/seal';
import { random32, restart } from '../device/chip';
import { after, cancel, uptimeMs } from '../device/clock';
import { disconnect, openRadio, setAdvert, setReply, sha1 } from '../device/radio';
import { readSheet } from '../ledger/ledger';
import { live, recall } from '../ledger/live';
import { flash } from '../ledger/log';
import { FILE_HEADER_BYTES, FIXED_KEY, FIXED_KIOSK_ID, KEY_BYTES, KIOSK_ID_BYTES } from '../ledger/place';
import { FIELD_EPOCH, FIELD_MAINTAIN, FIELD_NEWEST } from '../ledger/records';
import { obey } from './obey';
import { putVitals } from './vitals';

const QUEUE_LENGTH = 8;
/** Time to fetch the reply to `maintain`. */
const MAINTAIN_MS = 2000;
/** Words of a reply before its head (nonce or challenge), before what is sealed, and of a hash. */
const NONCE_WORDS = 2;
const SEALED_AT = 5;
const HASH_WORDS = 5;

let kioskId: Uint8Array;
let isCommissioned = false;
let encryptInner: Uint8Array;
let encryptOuter: Uint8Array;
let macInner: Uint8Array;
let macOuter: Uint8Array;
let boots = 0;
let onSettings: () => void;

let queue: ArrayBuffer[] = [];
let turnTimer = 0;
/** The timer that ends the connection; 0 without one. */
export let deadline = 0;
let isProven = false;
let challenge: Uint8Array | undefined;
let challengeAtMs = 0;

/** The request in parts, its bytes so far, the id of its writes, and that of the request answered last. */
const request = new Uint8Array(REQUEST_PARTS_MAX * REQUEST_PART_BYTES);
let length = 0;
let partsId = 0;
let answeredId = 0;

/** The reply, from nonce to tag: up to `end` it goes into the tag; `at` is where the next turn seals. */
let words: Int32Array;
let isMaking = false;
let at = 0;
let end = 0;
let replyBytes = 0;

/** Sets the advert to the newest closed sheet: for the start, and whenever a sheet has closed. */
export function advertise(): void {
  setAdvert(
    recall(FIELD_EPOCH),
    recall(FIELD_NEWEST),
    'Counterstep ' + (0x10000 + getNumber(kioskId, 0, 2)).toString(16).slice(1),
  );
}

function bytes(): Uint8Array {
  return new Uint8Array(words.buffer);
}

function endIn(delayMs: number): void {
  cancel(deadline);
  deadline = after(delayMs, disconnect);
}

function showChunk(chunk: number): void {
  const from = chunk * CHUNK_PART_BYTES;
  const part = bytes().subarray(
    NONCE_BYTES + from,
    NONCE_BYTES + Math.min(from + CHUNK_PART_BYTES, replyBytes),
  );
  setReply([answeredId, chunk, ((replyBytes + (CHUNK_PART_BYTES - 1)) / CHUNK_PART_BYTES) | 0, part]);
}

/** Begins the reply to what was asked: `size` words without the tag, all zeros but the first of the head. */
function begin(size: number): void {
  words = new Int32Array(size + HASH_WORDS);
  words[NONCE_WORDS] = (request[0] as number) + REPLY_BIT;
  isMaking = true;
  at = end = size;
}

function refuse(reason: number): void {
  begin(NONCE_WORDS + 1);
  isMaking = false;
  words[NONCE_WORDS] = REPLY_REFUSAL | (reason << 8);
  replyBytes = 2;
  showChunk(0);
}

function answerTo(nonce: Uint8Array): void {
  bytes().set(nonce);
}

/** Lets the next turns seal what stands from SEALED_AT on. */
function seal(): void {
  at = SEALED_AT;
  aim(encryptInner, bytes().subarray(NONCE_BYTES, NONCE_BYTES + HEAD_BYTES), (end - at) * 4);
}

function finish(): void {
  const tag = hmac(sha1, macInner, macOuter, bytes().subarray(0, end * 4));
  bytes().set(new Uint8Array(tag), end * 4);
  replyBytes = end * 4 + (TAG_BYTES - NONCE_BYTES);
  isMaking = false;
  showChunk(0);
}

function ask(asked: number): void {
  const number = getNumber(request, 1, 2);
  if (asked === ASK_CHUNK && (request[1] as number) * CHUNK_PART_BYTES < replyBytes)
    showChunk(request[1] as number);
  else if (asked === ASK_HELLO && length > NONCE_BYTES) {
    begin(9);
    answerTo(request.subarray(1, 9));
    words[2] =
      (ASK_HELLO + REPLY_BIT) | (PROTOCOL_VERSION << 8) | (isCommissioned ? HELLO_COMMISSIONED << 16 : 0);
    bytes().set(kioskId, 12);
    words[5] = recall(FIELD_EPOCH);
    words[6] = live.oldestSheet | (recall(FIELD_NEWEST) << 16);
    words[7] = random32();
    words[8] = random32();
    challenge = bytes().subarray(28, 36);
    challengeAtMs = uptimeMs();
  } else if (!isProven) refuse(REFUSE_NOT_ALLOWED);
  else if (asked === ASK_VITALS && length > NONCE_BYTES) {
    begin(SEALED_AT + VITALS_WORDS);
    answerTo(request.subarray(1, 9));
    words[3] = random32();
    words[4] = random32();
    putVitals(words, SEALED_AT, boots, uptimeMs() / 1000);
    seal();
  } else if (asked === ASK_SHEET && length > 2) {
    const packed = readSheet(number);
    if (packed) {
      begin(SEALED_AT + ((packed.length / 4 / SHEET_STEP_WORDS + 1) | 0) * SHEET_STEP_WORDS);
      words[SEALED_AT] = packed.length;
      bytes().set(packed, SEALED_AT * 4 + 4);
    } else begin(SEALED_AT);
    bytes().set(request.subarray(1, 3), 10);
    words[3] = recall(FIELD_EPOCH);
    if (packed) seal();
    else if (number < 1 || number > recall(FIELD_NEWEST)) refuse(REFUSE_NO_SUCH_SHEET);
  } else refuse(REFUSE_UNREADABLE);
}

function tell(command: number): void {
  const size = length - TAG_BYTES;
  const to = challenge;
  challenge = undefined;
  if (!isCommissioned) refuse(REFUSE_NOT_ALLOWED);
  else if (
    !to ||
    size < 1 ||
    uptimeMs() - challengeAtMs > CHALLENGE_S * 1000 ||
    !isTagOf(hmac(sha1, macInner, macOuter, [to, request.subarray(0, size)]), request.subarray(size, length))
  )
    refuse(REFUSE_BAD_MAC);
  else {
    isProven = true;
    const reason = obey(command, request.subarray(1, size), uptimeMs() / 1000);
    if (reason) refuse(reason);
    else {
      begin(NONCE_WORDS + 1);
      answerTo(to);
    }
    if (command === TELL_SETTINGS) onSettings();
  }
}

/** Takes one write. A repeat of a request or of a part changes nothing; a missing part refuses the whole. */
function receive(write: Uint8Array): void {
  const id = write[0] as number;
  const part = write[1] as number;
  const from = part * REQUEST_PART_BYTES;
  if (id === answeredId) return;
  if (!part) {
    partsId = id;
    length = 0;
  }
  if (id === partsId && from < length) return;
  const isMissing = id !== partsId || from > length || part >= REQUEST_PARTS_MAX;
  if (!isMissing) {
    request.set(write.subarray(REQUEST_HEAD_BYTES), from);
    length += write.length - REQUEST_HEAD_BYTES;
    if (part + 1 < (write[2] as number)) return;
  }
  answeredId = id;
  const asked = request[0] as number;
  if (isMissing || length < 2) refuse(REFUSE_UNREADABLE);
  else if (asked < TELL_ACK) ask(asked);
  else tell(asked);
  if (isProven) endIn(recall(FIELD_MAINTAIN) ? MAINTAIN_MS : PROGRESS_MS);
}

function turn(): void {
  const write = queue[0];
  turnTimer = 0;
  if (write) {
    queue = queue.slice(1);
    receive(new Uint8Array(write));
  } else if (at < end) {
    mixBlock(sha1, encryptInner, encryptOuter, words, at);
    at += BLOCK_WORDS;
  } else if (isMaking) finish();
  if (isMaking || queue.length) wake();
}

function wake(): void {
  if (!turnTimer) turnTimer = after(1, turn);
}

function onWrite(write: ArrayBuffer): void {
  if (queue.length < QUEUE_LENGTH) queue.push(write);
  wake();
}

function onDisconnect(): void {
  if (recall(FIELD_MAINTAIN)) restart();
  cancel(deadline);
  deadline = 0;
  queue = [];
  challenge = undefined;
  isProven = isMaking = false;
  partsId = answeredId = 0;
  advertise();
}

function onConnect(): void {
  onDisconnect();
  refuse(REFUSE_UNREADABLE);
  endIn(PROOF_MS);
}

/**
 * Opens the radio: only our service, and no connection without a valid tag within 20 s or without progress for 30 s.
 *
 * @param whenSettingsChange  called after new settings are in the ledger
 */
export function startRadio(whenSettingsChange: () => void): void {
  const key = flash.read(FILE_HEADER_BYTES + FIXED_KEY, KEY_BYTES);
  kioskId = flash.read(FILE_HEADER_BYTES + FIXED_KIOSK_ID, KIOSK_ID_BYTES);
  isCommissioned = getNumber(kioskId, 0, 4) < 0xffffffff;
  encryptInner = deriveInner(sha1, key, LABEL_ENCRYPT, kioskId);
  encryptOuter = makeOuter(encryptInner);
  macInner = deriveInner(sha1, key, LABEL_MAC, kioskId);
  macOuter = makeOuter(macInner);
  boots = live.boots;
  onSettings = whenSettingsChange;
  openRadio(onWrite, onConnect, onDisconnect);
  advertise();
}
