/** A kiosk that holds the right key and says whatever a test tells it to: its seal is worked out from format.md alone. */
import { createHmac } from 'node:crypto';
import type { LinkCharacteristic, LinkDevice } from '../../companion/link/port';
import { crc32Of } from '../../companion/sync/hash';
import type { SyncTimer } from '../../companion/sync/timer';
import { REPLY_UUID, REQUEST_UUID } from '../../shared/wire/protocol';
import { textOf } from '../../shared/wire/text';
import { KEY, KIOSK_ID } from './link-kiosk';
import { derivedKey } from './link-talk';

const PART_BYTES = 41;
const STEP_BYTES = 80;
const NO_NONCE = Buffer.alloc(8);
const encryptKey = derivedKey(KEY, 'E', KIOSK_ID);
const macKey = derivedKey(KEY, 'M', KIOSK_ID);
const hmac = (key: Buffer, ...parts: readonly Uint8Array[]): Buffer =>
  createHmac('sha1', key).update(Buffer.concat(parts)).digest();

/** What it says; a test changes that as it likes. */
export interface Claims {
  /** 4 bytes */
  readonly epoch: Buffer;
  oldestSheet: number;
  newestSheet: number;
  ackedSheet: number;
  started: number;
  finished: number;
  /** packed sheets by number; those that are missing are said to be gone */
  readonly sheets: Map<number, Uint8Array>;
  /** added to the length that stands before a sheet under the seal */
  lengthExtra: number;
  /** a refusal instead of any sheet; 0: none */
  refusal: number;
  /** under which number and epoch it sends a sheet that is asked for */
  named: (sheetNo: number) => { readonly sheetNo: number; readonly epoch: Buffer };
  /** what stands before each chunk: request id, chunk, chunks */
  head: (id: number, chunk: number, chunks: number) => readonly [number, number, number];
}

/** The kiosk, as a device and what it claims; it obeys acknowledgements, and its clock is never right. */
export interface LyingKiosk {
  readonly device: LinkDevice;
  readonly timer: SyncTimer;
  /** first bytes of the requests that it answered */
  readonly asked: number[];
  readonly claims: Claims;
}

/** A kiosk with an empty ledger. */
export function makeLyingKiosk(): LyingKiosk {
  const epoch = Buffer.from('0badcafe', 'hex');
  const asked: number[] = [];
  const claims: Claims = {
    epoch,
    ...{ oldestSheet: 0, newestSheet: 0, ackedSheet: 0, started: 0, finished: 0 },
    sheets: new Map(),
    lengthExtra: 0,
    refusal: 0,
    named: (sheetNo) => ({ sheetNo, epoch }),
    head: (...numbers) => numbers,
  };
  let parts: Buffer[] = [];
  let reply: Buffer = Buffer.alloc(0);
  let value: Buffer = Buffer.alloc(0);
  const show = (id: number, chunk: number): void => {
    const chunks = Math.ceil(reply.length / PART_BYTES);
    const part = reply.subarray(chunk * PART_BYTES, (chunk + 1) * PART_BYTES);
    const bytes = Buffer.concat([Buffer.of(...claims.head(id, chunk, chunks)), part, Buffer.alloc(4)]);
    bytes.writeUInt32LE(crc32Of(textOf(bytes.subarray(0, -4))), bytes.length - 4);
    value = bytes;
  };
  const requests: LinkCharacteristic = {
    readValue: () => Promise.reject(new Error('Not readable')),
    async writeValueWithResponse(write) {
      const [id = 0, part = 0, count = 0] = write;
      if (part === 0) parts = [];
      parts.push(Buffer.from(write.subarray(3)));
      if (part + 1 < count) return;
      const request = Buffer.concat(parts);
      asked.push(request[0] ?? 0);
      if (request[0] !== 4) reply = answer(claims, request);
      show(id, request[0] === 4 ? (request[1] ?? 0) : 0);
    },
  };
  const replies: LinkCharacteristic = {
    readValue: async () => new DataView(Uint8Array.from(value).buffer),
    writeValueWithResponse: () => Promise.reject(new Error('Not writable')),
  };
  const gatt = {
    connected: true,
    connect: async () => gatt,
    disconnect: () => undefined,
    getPrimaryService: async () => ({
      getCharacteristic: async (uuid: string) => {
        if (uuid !== REQUEST_UUID && uuid !== REPLY_UUID) throw new Error(`No ${uuid}`);
        return uuid === REQUEST_UUID ? requests : replies;
      },
    }),
  };
  const device = {
    id: 'liar',
    gatt,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
  let nowMs = 0;
  const timer: SyncTimer = {
    nowMs: () => nowMs,
    wait: async (delayMs) => {
      nowMs += delayMs;
    },
    start: () => () => undefined,
  };
  return { device, timer, asked, claims };
}

const CHALLENGE = Buffer.from('chalenge');

function answer(claims: Claims, request: Buffer): Buffer {
  const asked = request[0] ?? 0;
  if (asked === 1) return withTag(request.subarray(1, 9), hello(claims));
  if (asked === 2) {
    const head = Buffer.concat([Buffer.of(130, 0, 0, 0), Buffer.from('nonce789')]);
    return withTag(request.subarray(1, 9), sealed(head, vitals(claims)));
  }
  if (asked === 3 && claims.refusal) return Buffer.of(255, claims.refusal);
  if (asked === 3) return withTag(NO_NONCE, sheet(claims, request.readUInt16LE(1)));
  // ack, clock and settings: whether the tag is right is for the tests of real kiosks
  if (asked === 16) claims.ackedSheet = Math.max(claims.ackedSheet, request.readUInt16LE(5));
  return withTag(CHALLENGE, Buffer.of(asked + 128, 0, 0, 0));
}

const withTag = (nonce: Uint8Array, reply: Buffer): Buffer =>
  Buffer.concat([reply, hmac(macKey, nonce, reply).subarray(0, 10)]);

function hello({ epoch, oldestSheet, newestSheet }: Claims): Buffer {
  const numbers = Buffer.alloc(4);
  numbers.writeUInt16LE(oldestSheet, 0);
  numbers.writeUInt16LE(newestSheet, 2);
  return Buffer.concat([Buffer.of(129, 1, 1, 0), KIOSK_ID, epoch, numbers, CHALLENGE]);
}

function vitals({ oldestSheet, newestSheet, ackedSheet, started, finished }: Claims): Buffer {
  const words = Buffer.alloc(60);
  for (const [at, half] of [newestSheet, oldestSheet, ackedSheet].entries())
    words.writeUInt16LE(half, at * 2);
  words.writeUInt32LE(started, 8);
  words.writeUInt32LE(finished, 12);
  return words;
}

function sheet({ named, sheets, lengthExtra }: Claims, sheetNo: number): Buffer {
  const said = named(sheetNo);
  const head = Buffer.alloc(12);
  head[0] = 131;
  head.writeUInt16LE(said.sheetNo, 2);
  head.set(said.epoch, 4);
  const packed = sheets.get(sheetNo);
  if (!packed) return head;
  const plain = Buffer.alloc(Math.ceil((packed.length + 4) / STEP_BYTES) * STEP_BYTES);
  plain.writeUInt32LE(packed.length + lengthExtra, 0);
  plain.set(packed, 4);
  return sealed(head, plain);
}

function sealed(head: Buffer, plain: Buffer): Buffer {
  const bits = Buffer.alloc(2);
  bits.writeUInt16LE(plain.length * 8);
  const out = Buffer.from(plain);
  for (let block = 0; block * 20 < out.length; block++) {
    const stream = hmac(encryptKey, Buffer.of(block + 1), head, bits);
    for (let at = 0; at < 20; at++) out[block * 20 + at] = (out[block * 20 + at] ?? 0) ^ (stream[at] ?? 0);
  }
  return Buffer.concat([head, out]);
}
