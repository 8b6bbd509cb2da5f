/**
 * One companion at a time asks, the kiosk answers (shared/wire/format.md). Writes wait in a short queue, and each
 * turn handles one of them or works out one HMAC, so that a press never waits for more than that.
 */
import { type Bytes, getNumber } from '../../shared/wire/bytes';
import {
  ASK_CHUNK,
  ASK_HELLO,
  ASK_SHEET,
  ASK_VITALS,
  CHALLENGE_S,
  CHUNK_PART_BYTES,
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
} from '../../shared/wire/protocol';
import {
  BLOCK_WORDS,
  deriveBlock,
  derivePads,
  hmac,
  isTagOf,
  makePads,
  mixBlock,
  type Pads,
} from '../../shared/wire/seal';
import { random32 } from '../device/chip';
import { after, cancel, uptimeMs } from '../device/clock';
import { disconnect, join, openRadio, setAdvert, setReply, sha1 } from '../device/radio';
import { oldestSheet, readSheet, recall } from '../ledger/ledger';
import { flash } from '../ledger/log';
import { FILE_HEADER_BYTES, FIXED_KEY, FIXED_KIOSK_ID, KEY_BYTES, KIOSK_ID_BYTES } from '../ledger/place';
import { FIELD_EPOCH, FIELD_NEWEST } from '../ledger/records';
import { obey } from './obey';
import { readVitalsWords } from './vitals';

const QUEUE_LENGTH = 8;
const NOBODY = '\xff\xff\xff\xff\xff\xff\xff\xff';

let kioskId = NOBODY;
let encryptPads: Pads;
let macPads: Pads;
let boots = 0;
let onSettings: () => void;

let queue: string[] = [];
let turnTimer = 0;
let deadline = 0;
let isProven = false;
let challenge = '';
let challengeAtMs = 0;

/** The request in parts, the id of its writes, and that of the request answered last. */
let request = '';
let partsId = 0;
let answeredId = 0;

/** The reply in the making: `kind` is 0 while there is none; then the whole of the last one. */
let kind = 0;
let nonce = '';
let context = '';
let words: Int32Array | undefined;
let wordAt = 0;
let reply = '';

/** Sets the advert to the newest closed sheet: for the start, and whenever a sheet has closed. */
export function advertise(): void {
  setAdvert(
    recall(FIELD_EPOCH),
    recall(FIELD_NEWEST),
    'Counterstep ' + (0x10000 + getNumber(kioskId, 0, 2)).toString(16).slice(1),
  );
}

function endIn(delayMs: number): void {
  cancel(deadline);
  deadline = after(delayMs, disconnect);
}

function showChunk(chunk: number): void {
  const chunks = Math.floor((reply.length + CHUNK_PART_BYTES - 1) / CHUNK_PART_BYTES);
  if (chunk >= chunks) refuse(REFUSE_UNREADABLE);
  else setReply(join([answeredId, chunk, chunks, reply.substr(chunk * CHUNK_PART_BYTES, CHUNK_PART_BYTES)]));
}

function refuse(reason: number): void {
  reply = String.fromCharCode(REPLY_REFUSAL, reason);
  showChunk(0);
}

/** Begins a reply; the turns that follow seal `plain` word by word, add the tag and show it. */
function begin(asked: number, to: string, head: Bytes[], plain: Int32Array | undefined): void {
  kind = asked + REPLY_BIT;
  nonce = to;
  context = join(head);
  words = plain;
  wordAt = 0;
}

function finish(): void {
  const sealed = words ? words.buffer : '';
  const hash = hmac(sha1, macPads, [kind, nonce, context, sealed]);
  reply = join([kind, context, sealed, new Uint8Array(hash).subarray(0, TAG_BYTES)]);
  kind = 0;
  words = undefined;
  showChunk(0);
}

function makeNonce(): string {
  return join([new Int32Array([random32(), random32()]).buffer]);
}

function ask(asked: number): void {
  const epoch = new Int32Array([recall(FIELD_EPOCH)]).buffer;
  if (asked === ASK_CHUNK) showChunk(request.charCodeAt(1));
  else if (asked === ASK_HELLO && request.length > NONCE_BYTES) {
    challenge = makeNonce();
    challengeAtMs = uptimeMs();
    begin(
      asked,
      request.substr(1, NONCE_BYTES),
      [
        PROTOCOL_VERSION,
        kioskId === NOBODY ? 0 : HELLO_COMMISSIONED,
        kioskId,
        epoch,
        new Uint16Array([oldestSheet, recall(FIELD_NEWEST)]).buffer,
        challenge,
      ],
      undefined,
    );
  } else if (!isProven) refuse(REFUSE_NOT_ALLOWED);
  else if (asked === ASK_VITALS && request.length > NONCE_BYTES)
    begin(asked, request.substr(1, NONCE_BYTES), [makeNonce()], readVitalsWords(boots, uptimeMs() / 1000));
  else if (asked === ASK_SHEET && request.length > 2) {
    const sheetNo = getNumber(request, 1, 2);
    const packed = readSheet(sheetNo);
    if (packed) {
      const step = SHEET_STEP_WORDS * 4;
      const plain = new Int32Array(Math.floor((packed.length + 3 + step) / step) * SHEET_STEP_WORDS);
      plain[0] = packed.length;
      new Uint8Array(plain.buffer).set(packed, 4);
      begin(asked, '', [epoch, request.substr(1, 2)], plain);
    } else if (sheetNo && sheetNo <= recall(FIELD_NEWEST))
      begin(asked, '', [epoch, request.substr(1, 2)], undefined);
    else refuse(REFUSE_NO_SUCH_SHEET);
  } else refuse(REFUSE_UNREADABLE);
}

function tell(command: number): void {
  const end = request.length - TAG_BYTES;
  const content = request.slice(1, end);
  const to = challenge;
  challenge = '';
  if (kioskId === NOBODY) refuse(REFUSE_NOT_ALLOWED);
  else if (
    !to ||
    uptimeMs() - challengeAtMs > CHALLENGE_S * 1000 ||
    !isTagOf(hmac(sha1, macPads, [command, to, content]), request.slice(end))
  )
    refuse(REFUSE_BAD_MAC);
  else {
    isProven = true;
    const reason = obey(command, content, uptimeMs() / 1000);
    if (reason) refuse(reason);
    else begin(command, to, [], undefined);
    if (command === TELL_SETTINGS) onSettings();
  }
}

/** Takes one write. A repeat of a request or of a part changes nothing; a missing part refuses the whole. */
function receive(write: string): void {
  const id = write.charCodeAt(0);
  const part = write.charCodeAt(1);
  const parts = write.charCodeAt(2);
  if (id === answeredId) return;
  if (!part) request = '';
  const length = part && id !== partsId ? -1 : request.length;
  if (part * REQUEST_PART_BYTES < length) return;
  partsId = id;
  request += write.slice(REQUEST_HEAD_BYTES);
  const isMissing = part * REQUEST_PART_BYTES > length || parts > REQUEST_PARTS_MAX;
  if (!isMissing && part + 1 < parts) return;
  answeredId = id;
  kind = 0;
  const asked = request.charCodeAt(0);
  if (isMissing) refuse(REFUSE_UNREADABLE);
  else if (asked < TELL_ACK) ask(asked);
  else tell(asked);
  if (isProven) endIn(PROGRESS_MS);
}

function turn(): void {
  const [write] = queue;
  turnTimer = 0;
  if (write !== undefined) {
    queue = queue.slice(1);
    receive(write);
  } else if (words && wordAt < words.length) {
    const counter = wordAt / BLOCK_WORDS + 1;
    mixBlock(words, wordAt, deriveBlock(sha1, encryptPads, counter, kind, context, words.length * 4));
    wordAt += BLOCK_WORDS;
  } else if (kind) finish();
  if (kind || queue.length) wake();
}

function wake(): void {
  if (!turnTimer) turnTimer = after(1, turn);
}

function forget(): void {
  cancel(deadline);
  queue = [];
  challenge = request = '';
  isProven = false;
  partsId = answeredId = kind = 0;
}

/**
 * Opens the radio: only our service, and no connection without a valid tag within 20 s or without progress for 30 s.
 *
 * @param bootCount  starts since the last good minute, for the vitals
 * @param whenSettingsChange  called after new settings are in the ledger
 */
export function startRadio(bootCount: number, whenSettingsChange: () => void): void {
  const id = flash.read(FILE_HEADER_BYTES + FIXED_KIOSK_ID, KIOSK_ID_BYTES);
  const pads = makePads(flash.read(FILE_HEADER_BYTES + FIXED_KEY, KEY_BYTES));
  kioskId = join([id]);
  encryptPads = derivePads(sha1, pads, LABEL_ENCRYPT, kioskId);
  macPads = derivePads(sha1, pads, LABEL_MAC, kioskId);
  boots = bootCount;
  onSettings = whenSettingsChange;
  openRadio(
    (write) => {
      if (queue.length < QUEUE_LENGTH) queue.push(write);
      wake();
    },
    () => {
      forget();
      refuse(REFUSE_UNREADABLE);
      endIn(PROOF_MS);
    },
    () => {
      forget();
      advertise();
    },
  );
  advertise();
}
