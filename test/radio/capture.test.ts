import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { crc32Of, sha1 } from '../../companion/sync/hash';
import { deriveKeys, type SealKeys } from '../../shared/wire/keys';
import { REQUEST_HEAD_BYTES, TELL_SETTINGS } from '../../shared/wire/protocol';
import { openSheet, readChunk } from '../../shared/wire/replies';
import { type AttMessage, attMessages } from './read-capture';
import { Shelf } from './shelf';
import { makeVisitedKiosk, type VisitedKiosk } from './visited-kiosk';
import { type PlacedKiosk, World } from './world';

const STORE_NAME = 'Riverside Running';
const WRITE_REQUEST = 0x12;
const READ_RESPONSE = 0x0b;
/** So many bytes in a row do not meet by chance in a capture of some thousand. */
const TELLING_BYTES = 5;

let known: VisitedKiosk;
let world: World;
let kiosk: PlacedKiosk;
let keys: SealKeys;
let messages: AttMessage[];
/** Whole requests, and whole replies, as byte strings. */
let requests: string[];
let replies: string[];

beforeAll(async () => {
  known = await makeVisitedKiosk(61, 3);
  world = new World(62); // another seed than the kiosk's: its key must not come out as a nonce
  kiosk = await world.place(known);
  keys = deriveKeys(sha1, known.key, Buffer.from(known.kioskId, 'hex'));
  const settings = {
    storeName: STORE_NAME,
    language: 'en',
    units: 'mi',
    mode: 'patterns',
    instabilityUrgent: false,
    minimum: 20,
    urgentLine: '555-0100',
    emergencyNumber: '911',
  } as const;
  const shelf = new Shelf();
  const companion = world.companion([kiosk], { store: shelf, findSettings: async () => settings });
  for (let sync = 0; sync < 3; sync++) {
    await world.time.run(companion.sync(kiosk));
    kiosk.board.press(1); // a shopper has begun when the companion comes again
    kiosk.board.advance(500);
    kiosk.board.release(1);
    await world.time.pass(5000);
  }
  expect(shelf.totals(known.kioskId)).toEqual(known.totals);
  messages = attMessages(world.air.capture, kiosk.onAir.address);
  requests = wholeRequests(messages);
  replies = wholeReplies(messages);
});
afterAll(() => world.close());

function wholeRequests(all: readonly AttMessage[]): string[] {
  const whole: string[] = [];
  for (const { bytes } of all.filter((message) => message.bytes[0] === WRITE_REQUEST)) {
    const [part = 0] = bytes.subarray(4);
    const content = bytes.subarray(3 + REQUEST_HEAD_BYTES).toString('latin1');
    whole.push(part === 0 ? content : (whole.pop() ?? '') + content);
  }
  return whole;
}

function wholeReplies(all: readonly AttMessage[]): string[] {
  const whole: string[] = [];
  let seen = '';
  for (const { bytes } of all.filter((message) => message.bytes[0] === READ_RESPONSE)) {
    const value = bytes.subarray(1).toString('latin1');
    const chunk = readChunk(value, crc32Of);
    if (!chunk || value === seen) continue;
    seen = value;
    whole.push(chunk.chunk === 0 ? chunk.part : (whole.pop() ?? '') + chunk.part);
  }
  return whole;
}

/** Whether any few bytes in a row of a secret, other than one byte repeated, are in the text. */
function isTold(text: string, secret: string): boolean {
  for (let at = 0; at + TELLING_BYTES <= secret.length; at++) {
    const piece = secret.slice(at, at + TELLING_BYTES);
    if (new Set(piece).size > 2 && text.includes(piece)) return true;
  }
  return false;
}

describe('everything on the air in three syncs', () => {
  test('is adverts, their scan responses and attribute messages, and nothing else', () => {
    expect(new Set(world.air.capture.map(({ kind }) => kind))).toEqual(
      new Set(['advert', 'scan-response', 'data']),
    );
    const channels = world.air.capture
      .filter(({ kind, isFirstFragment }) => kind === 'data' && isFirstFragment)
      .map(({ bytes }) => bytes.readUInt16LE(2));
    expect(new Set(channels)).toEqual(new Set([4]));
  });

  test('the adverts hold service, epoch and newest sheet, the scan response the first digits of the id', () => {
    const adverts = new Set(
      world.air.capture.filter(({ kind }) => kind === 'advert').map(({ bytes }) => bytes.toString('hex')),
    );
    expect(adverts.size).toBe(1);
    expect([...adverts][0]).toMatch(/^0201061107[0-9a-f]{32}09ff9005[0-9a-f]{8}0300$/);
    const names = new Set(
      world.air.capture
        .filter(({ kind }) => kind === 'scan-response')
        .map(({ bytes }) => bytes.toString('latin1').slice(2)),
    );
    expect([...names]).toEqual([`Counterstep ${known.kioskId.slice(2, 4)}${known.kioskId.slice(0, 2)}`]);
  });

  test('requests and replies are those of the format, of its lengths', () => {
    const asked = new Set(requests.map((request) => `${request.charCodeAt(0)}: ${request.length}`));
    expect([...asked].sort()).toEqual(['16: 17', '17: 17', '18: 55', '1: 9', '2: 9', '3: 3', '4: 2'].sort());
    const answered = new Set(replies.map((reply) => `${reply.charCodeAt(0)}: ${reply.length}`));
    const expected = ['129: 38', '130: 82', '131: 102', '144: 14', '145: 14', '146: 14', '255: 2'];
    for (const kind of answered) expect(expected).toContain(kind);
    expect(answered.size).toBeGreaterThan(5);
  });

  test('no sheet and no vitals can be read without the key', () => {
    const air = world.air.capture.map(({ bytes }) => bytes.toString('latin1')).join('') + replies.join('');
    const sheets = replies.flatMap((reply) => openSheet(keys, reply)?.packed ?? []);
    expect(sheets.length).toBeGreaterThanOrEqual(known.sheets);
    for (const sheet of sheets) expect(isTold(air, sheet)).toBe(false);
    const sealedVitals = replies
      .filter((reply) => reply.charCodeAt(0) === 130)
      .map((reply) => reply.slice(12, 72));
    expect(new Set(sealedVitals).size).toBe(sealedVitals.length);
    for (const vitals of sealedVitals) expect(new Set(vitals.slice(44)).size).toBeGreaterThan(4);
  });

  test('no key crosses the air', () => {
    const air = world.air.capture.map(({ bytes }) => bytes.toString('latin1')).join('') + requests.join('');
    expect(isTold(air, Buffer.from(known.key).toString('latin1'))).toBe(false);
  });

  test('the store name crosses once, in the command that sets it, and never from the kiosk', () => {
    const named = requests.filter((request) => request.includes(STORE_NAME));
    expect(named.map((request) => request.charCodeAt(0))).toEqual([TELL_SETTINGS]);
    expect(replies.some((reply) => isTold(reply, STORE_NAME))).toBe(false);
    const said = world.air.capture.filter(({ from }) => from === kiosk.onAir.address);
    expect(said.some(({ bytes }) => isTold(bytes.toString('latin1'), STORE_NAME))).toBe(false);
  });
});
