import { beforeEach, expect, test } from 'vitest';
import { sha1 } from '../../companion/sync/hash';
import { deriveKeys, type SealKeys } from '../../shared/wire/keys';
import { HEAD_BYTES, TAG_BYTES } from '../../shared/wire/protocol';
import { isAnswerTo, openSheet, openVitals, readHello, readRefusal } from '../../shared/wire/replies';
import { askHello, askSheet, askVitals, signCommand, tellAck } from '../../shared/wire/requests';
import { readContents } from '../../shared/wire/sheet-contents';
import { bytesOf } from '../../shared/wire/text';
import { KEY, KIOSK_ID, type LinkKiosk, makeLinkKiosk } from '../unit/link-kiosk';
import { Talk, textFrom } from '../unit/link-talk';

/** The first one bundles the firmware. */
const BUILD_LIMIT_MS = 60_000;
const GUESSES = 300;
const LENGTH_BYTES = 4;
const NONCES = ['abcdefgh', 'ijklmnop'] as const;
const keys = deriveKeys(sha1, KEY, KIOSK_ID);
const otherKeys = deriveKeys(sha1, new Uint8Array(16).fill(1), KIOSK_ID);

let drawn = 0;
const draw = (): number => Math.imul(++drawn, 0x9e3779b1) ^ (drawn << 7);
let kiosk: LinkKiosk;

beforeEach(async () => {
  kiosk = await makeLinkKiosk(draw);
  kiosk.closeSheet(12);
  kiosk.closeSheet(17);
}, BUILD_LIMIT_MS);

/** What somebody on the air records while a companion that has the key does its work. */
function recordSync(): { hello: string; sheets: string[]; vitals: string[]; acks: string[] } {
  const talk = new Talk(kiosk.board);
  const hello = talk.ask(askHello(NONCES[0]));
  const greeted = readHello(hello);
  if (!greeted) throw new Error('no hello');
  const ack = signCommand(keys, greeted.challenge, tellAck(greeted.epoch, 0));
  talk.ask(ack);
  const sheets = [talk.ask(askSheet(1)), talk.ask(askSheet(2))];
  const vitals = NONCES.map((nonce) => talk.ask(askVitals(nonce)));
  talk.link.disconnect();
  kiosk.board.advance(200);
  return { hello, sheets, vitals, acks: [ack] };
}

const sealedOf = (reply: string): Buffer => Buffer.from(reply.slice(HEAD_BYTES, -TAG_BYTES), 'latin1');
const xor = (one: Uint8Array, other: Uint8Array): Buffer =>
  Buffer.from(one.map((byte, index) => byte ^ (other[index] ?? 0)));

/** What is under the seal of a sheet, as its reader gets it. */
function plainOf(reply: string, opened: SealKeys = keys): Buffer {
  const packed = openSheet(opened, reply)?.packed ?? '';
  const plain = Buffer.alloc(sealedOf(reply).length);
  plain.writeUInt32LE(packed.length);
  plain.set(bytesOf(packed), LENGTH_BYTES);
  return plain;
}

/** Whether bytes that somebody worked out are a sheet. */
function isSheet(plain: Buffer): boolean {
  const length = plain.readUInt32LE();
  if (length > plain.length - LENGTH_BYTES) return false;
  return (
    typeof readContents(Uint8Array.from(plain.subarray(LENGTH_BYTES, LENGTH_BYTES + length))) !== 'string'
  );
}

test('without the key a connection gets no sheet and no vitals, and a recorded sheet does not open', () => {
  const { sheets } = recordSync();
  const talk = new Talk(kiosk.board);
  expect(readRefusal(talk.ask(askSheet(1)))).not.toBe(0);
  expect(readRefusal(talk.ask(askVitals(NONCES[0])))).not.toBe(0);
  for (const sheet of sheets) {
    expect(isSheet(sealedOf(sheet))).toBe(false);
    expect(openSheet(otherKeys, sheet)).toBeUndefined();
    expect(isSheet(plainOf(sheet))).toBe(true); // with the key it does
  }
});

test('whoever knows what one sheet said learns nothing about the next from the air', () => {
  const [first = '', second = ''] = recordSync().sheets;
  const keyStream = xor(sealedOf(first), plainOf(first));
  expect(isSheet(xor(sealedOf(second), keyStream))).toBe(false);
});

test('under a key stream that is used twice, the next sheet opens', () => {
  const [first = '', second = ''] = recordSync().sheets;
  const keyStream = xor(sealedOf(first), plainOf(first));
  const weaklySealed = xor(plainOf(second), keyStream); // what a kiosk would send that forgets the sheet number
  expect(isSheet(xor(weaklySealed, keyStream))).toBe(true);
});

test('vitals are sealed anew each time, so what is known of one reading does not open another', () => {
  const [first = '', second = ''] = recordSync().vitals;
  const [one, other] = [openVitals(keys, NONCES[0], first), openVitals(keys, NONCES[1], second)];
  expect({ ...one, clockS: 0 }).toEqual({ ...other, clockS: 0 });
  const differing = [...xor(sealedOf(first), sealedOf(second))].filter((byte) => byte !== 0).length;
  expect(differing).toBeGreaterThan(sealedOf(first).length * 0.9);
});

test('recorded vitals do not answer a later question, though they would if nobody compared the nonce', () => {
  const [first = ''] = recordSync().vitals;
  expect(openVitals(keys, NONCES[1], first)).toBeUndefined();
  expect(openVitals(keys, NONCES[0], first)).toBeDefined();
});

test('a sheet with any one bit flipped is refused, and would be believed by somebody who did not check the tag', () => {
  const [sheet = ''] = recordSync().sheets;
  const bytes = Buffer.from(sheet, 'latin1');
  let believedWithoutTag = 0;
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const flipped = Buffer.from(bytes);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(openSheet(keys, flipped.toString('latin1'))).toBeUndefined();
    const keyStream = xor(sealedOf(sheet), plainOf(sheet));
    if (isSheet(xor(sealedOf(flipped.toString('latin1')), keyStream))) believedWithoutTag++;
  }
  expect(believedWithoutTag).toBeGreaterThan(1);
});

test('one sheet sent in place of another keeps its own number, and with the number changed it is refused', () => {
  const [first = '', second = ''] = recordSync().sheets;
  expect(openSheet(keys, first)?.sheetNo).toBe(1);
  const relabelled = second.slice(0, HEAD_BYTES) + first.slice(HEAD_BYTES);
  expect(openSheet(keys, relabelled)).toBeUndefined();
});

/** The sheet up to which the kiosk believes itself acknowledged. */
function acknowledged(): number | undefined {
  const talk = new Talk(kiosk.board);
  const hello = readHello(talk.ask(askHello(NONCES[0])));
  if (!hello) throw new Error('no hello');
  talk.ask(signCommand(keys, hello.challenge, tellAck(hello.epoch, 0)));
  const vitals = openVitals(keys, NONCES[0], talk.ask(askVitals(NONCES[0])));
  talk.link.disconnect();
  kiosk.board.advance(200);
  return vitals?.ackedSheet;
}

/** Tries an acknowledgement on a new connection, over that connection's own challenge. */
function tryAck(makeAck: (challenge: string, epoch: string) => string): string {
  const talk = new Talk(kiosk.board);
  const hello = readHello(talk.ask(askHello(NONCES[1])));
  if (!hello) throw new Error('no hello');
  const reply = talk.ask(makeAck(hello.challenge, hello.epoch));
  talk.link.disconnect();
  kiosk.board.advance(200);
  return reply;
}

test('acknowledgements that are guessed, replayed or made with another key are not believed, those with the key are', () => {
  const { acks } = recordSync();
  for (let guess = 0; guess < GUESSES; guess++) {
    const tag = textFrom(Buffer.from(Array.from({ length: TAG_BYTES }, () => draw() & 255)).toString('hex'));
    expect(readRefusal(tryAck((_challenge, epoch) => tellAck(epoch, 2) + tag))).not.toBe(0);
  }
  for (const ack of acks) expect(readRefusal(tryAck(() => ack))).not.toBe(0);
  const forged = tryAck((challenge, epoch) => signCommand(otherKeys, challenge, tellAck(epoch, 2)));
  expect(readRefusal(forged)).not.toBe(0);
  expect(acknowledged()).toBe(0);
  tryAck((challenge, epoch) => signCommand(keys, challenge, tellAck(epoch, 2)));
  expect(acknowledged()).toBe(2);
});

test('hello says with a tag who answers, so that a kiosk that lies about its newest sheet is found out', () => {
  const { hello } = recordSync();
  expect(isAnswerTo(keys, NONCES[0], hello)).toBe(true);
  expect(isAnswerTo(otherKeys, NONCES[0], hello)).toBe(false);
  const lie = `${hello.slice(0, 18)}\x09\x00${hello.slice(20)}`;
  expect(readHello(lie)?.newestSheet).toBe(9);
  expect(isAnswerTo(keys, NONCES[0], lie)).toBe(false);
});
