import { beforeEach, describe, expect, test } from 'vitest';
import { sha1 } from '../../companion/sync/hash';
import { deriveKeys } from '../../shared/wire/keys';
import { isAnswerTo, openVitals, readRefusal } from '../../shared/wire/replies';
import {
  askHello,
  askSheet,
  askVitals,
  signCommand,
  tellAck,
  tellClock,
  tellSettings,
} from '../../shared/wire/requests';
import { DEFAULT_SETTINGS } from '../../shared/wire/settings';
import { greet, keys, NONCE, prove, tell } from './link-greeting';
import { KEY, KIOSK_ID, type LinkKiosk, makeLinkKiosk } from './link-kiosk';
import { derivedKey, hexOf, Talk, tagOf } from './link-talk';

const NOT_ALLOWED = 3;
const BAD_TAG = 4;
const UNREADABLE = 5;

/** The first one bundles the firmware. */
const BUILD_LIMIT_MS = 60_000;

let drawn = 0;
const random = (): number => Math.imul(++drawn, 0x9e3779b1);
let kiosk: LinkKiosk;
let talk: Talk;

beforeEach(async () => {
  kiosk = await makeLinkKiosk(random);
  kiosk.closeSheet();
  talk = new Talk(kiosk.board);
}, BUILD_LIMIT_MS);

describe('who may ask', () => {
  test('hello is answered to everybody, with a tag that covers the nonce', () => {
    const reply = talk.ask(askHello(NONCE));
    expect(isAnswerTo(keys, NONCE, reply)).toBe(true);
    expect(isAnswerTo(keys, 'another!', reply)).toBe(false);
  });

  test.each([
    { name: 'vitals', request: askVitals(NONCE) },
    { name: 'a sheet', request: askSheet(1) },
  ])('$name only after a command with a valid tag, on the same connection', ({ request }) => {
    expect(readRefusal(talk.ask(request))).toBe(NOT_ALLOWED);
    prove(talk);
    expect(readRefusal(talk.ask(request))).toBe(0);
    talk.link.disconnect();
    kiosk.board.advance(100);
    expect(readRefusal(new Talk(kiosk.board).ask(request))).toBe(NOT_ALLOWED);
  });

  test('a kiosk without a key says hello, says so, and refuses all else', async () => {
    kiosk = await makeLinkKiosk(random, null);
    talk = new Talk(kiosk.board);
    const blankKey = deriveKeys(sha1, new Uint8Array(16).fill(255), new Uint8Array(8).fill(255));
    const hello = greet(talk);
    expect(hello).toMatchObject({ version: 1, isCommissioned: false, kioskId: '\xff'.repeat(8) });
    const command = signCommand(blankKey, hello.challenge, tellAck(hello.epoch, 0));
    expect(readRefusal(talk.ask(command))).toBe(NOT_ALLOWED);
    expect(readRefusal(talk.ask(askVitals(NONCE)))).toBe(NOT_ALLOWED);
  });
});

describe('a command', () => {
  test('is taken with a tag that was worked out from the format alone', () => {
    const { challenge, epoch } = greet(talk);
    const command = tellAck(epoch, 1);
    const tag = tagOf(derivedKey(KEY, 'M', KIOSK_ID), challenge, command);
    expect(isAnswerTo(keys, challenge, talk.ask(command + tag))).toBe(true);
  });

  test('is refused with any one bit of it flipped, and changes nothing', () => {
    const command = tellSettings(DEFAULT_SETTINGS.replace('\x0a', '\x14'));
    const length = signCommand(keys, NONCE, command).length;
    for (let bit = 8; bit < length * 8; bit += 13) {
      const signed = signCommand(keys, greet(talk).challenge, command);
      const bytes = Buffer.from(signed, 'latin1');
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(readRefusal(talk.ask(bytes.toString('latin1')))).toBe(BAD_TAG);
    }
    prove(talk);
    const before = openVitals(keys, NONCE, talk.ask(askVitals(NONCE)))?.settings;
    tell(command, talk);
    expect(openVitals(keys, NONCE, talk.ask(askVitals(NONCE)))?.settings).not.toBe(before);
  });

  test('is not taken a second time', () => {
    const signed = signCommand(keys, greet(talk).challenge, tellClock(1_800_000_000, 0));
    expect(readRefusal(talk.ask(signed))).toBe(0);
    expect(readRefusal(talk.ask(signed))).toBe(BAD_TAG);
  });

  test('is not taken over the challenge of an earlier hello, of an earlier connection, or after ten seconds', () => {
    const first = greet(talk);
    greet(talk);
    expect(readRefusal(talk.ask(signCommand(keys, first.challenge, tellAck(first.epoch, 0))))).toBe(BAD_TAG);
    const second = greet(talk);
    talk.link.disconnect();
    kiosk.board.advance(100);
    talk = new Talk(kiosk.board);
    expect(readRefusal(talk.ask(signCommand(keys, second.challenge, tellAck(first.epoch, 0))))).toBe(BAD_TAG);
    const third = greet(talk);
    kiosk.board.advance(10_001);
    expect(readRefusal(talk.ask(signCommand(keys, third.challenge, tellAck(first.epoch, 0))))).toBe(BAD_TAG);
  });

  test.each([
    { name: 'a clock before 2024', command: tellClock(1_600_000_000, 0) },
    { name: 'a clock more than a day from UTC', command: tellClock(1_800_000_000, 1441) },
    { name: 'settings that are too short', command: tellSettings(DEFAULT_SETTINGS.slice(1)) },
    { name: 'settings of another format', command: tellSettings(`\x02${DEFAULT_SETTINGS.slice(1)}`) },
    { name: 'a minimum under 5', command: tellSettings(DEFAULT_SETTINGS.replace('\x0a', '\x04')) },
    {
      name: 'a language that does not exist',
      command: tellSettings(DEFAULT_SETTINGS.replace('\x01\0', '\x01\x04')),
    },
  ])('is refused with $name', ({ command }) => expect(readRefusal(tell(command, talk))).toBe(UNREADABLE));

  test('acknowledges nothing of another epoch, nothing beyond the newest sheet, and never less than before', () => {
    const acked = () => openVitals(keys, NONCE, talk.ask(askVitals(NONCE)))?.ackedSheet;
    const { epoch } = greet(talk);
    kiosk.closeSheet();
    tell(tellAck('\0\0\0\0', 1), talk);
    expect(acked()).toBe(0);
    tell(tellAck(epoch, 3), talk);
    expect(acked()).toBe(0);
    tell(tellAck(epoch, 2), talk);
    expect(acked()).toBe(2);
    tell(tellAck(epoch, 1), talk);
    expect(acked()).toBe(2);
  });
});

describe('requests in parts', () => {
  const parts = () => talk.split(signCommand(keys, greet(talk).challenge, tellSettings(DEFAULT_SETTINGS)));
  const answer = (writes: readonly string[]): string => {
    for (const write of writes) talk.write(write);
    kiosk.board.advance(100);
    return talk.value();
  };

  test('are carried out when the last part is there, with any part repeated', () => {
    const [first = '', second = '', third = '', fourth = ''] = parts();
    const value = answer([first, second, second, first.slice(0, 0) || third, second, fourth]);
    expect(hexOf(value).slice(0, 8)).toBe(`${hexOf(String.fromCharCode(talk.lastId))}000192`);
  });

  test('are refused as a whole with a part missing, or mixed with another request', () => {
    const [first = '', second = '', third = '', fourth = ''] = parts();
    expect(hexOf(answer([first, third])).slice(6, 10)).toBe('ff05');
    expect(hexOf(answer([second, third, fourth])).slice(6, 10)).toBe('ff05');
  });
});
