import { beforeEach, describe, expect, test } from 'vitest';
import { readAdvertBytes } from '../../companion/link/advert-bytes';
import { readKioskAdvert } from '../../companion/link/kiosk-advert';
import { sha1 } from '../../companion/sync/hash';
import { deriveKeys } from '../../shared/wire/keys';
import { REPLY_UUID, REQUEST_UUID, SERVICE_UUID } from '../../shared/wire/protocol';
import { isAnswerTo, openVitals, readHello, readRefusal } from '../../shared/wire/replies';
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
import { KEY, KIOSK_ID, type LinkKiosk, makeLinkKiosk } from './link-kiosk';
import { derivedKey, hexOf, Talk, tagOf, textFrom } from './link-talk';

const NONCE = 'abcdefgh';
const keys = deriveKeys(sha1, KEY, KIOSK_ID);
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

const greet = (on = talk) => {
  const hello = readHello(on.ask(askHello(NONCE)));
  if (!hello) throw new Error('No hello');
  return hello;
};
const tell = (command: string, on = talk): string => on.ask(signCommand(keys, greet(on).challenge, command));
const prove = (on = talk): string => tell(tellAck(greet(on).epoch, 0), on);

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
    prove();
    expect(readRefusal(talk.ask(request))).toBe(0);
    talk.link.disconnect();
    kiosk.board.advance(100);
    expect(readRefusal(new Talk(kiosk.board).ask(request))).toBe(NOT_ALLOWED);
  });

  test('a kiosk without a key says hello, says so, and refuses all else', async () => {
    kiosk = await makeLinkKiosk(random, null);
    talk = new Talk(kiosk.board);
    const blankKey = deriveKeys(sha1, new Uint8Array(16).fill(255), new Uint8Array(8).fill(255));
    const hello = greet();
    expect(hello).toMatchObject({ version: 1, isCommissioned: false, kioskId: '\xff'.repeat(8) });
    const command = signCommand(blankKey, hello.challenge, tellAck(hello.epoch, 0));
    expect(readRefusal(talk.ask(command))).toBe(NOT_ALLOWED);
    expect(readRefusal(talk.ask(askVitals(NONCE)))).toBe(NOT_ALLOWED);
  });
});

describe('a command', () => {
  test('is taken with a tag that was worked out from the format alone', () => {
    const { challenge, epoch } = greet();
    const command = tellAck(epoch, 1);
    const tag = tagOf(derivedKey(KEY, 'M', KIOSK_ID), challenge, command);
    expect(isAnswerTo(keys, challenge, talk.ask(command + tag))).toBe(true);
  });

  test('is refused with any one bit of it flipped, and changes nothing', () => {
    const command = tellSettings(DEFAULT_SETTINGS.replace('\x0a', '\x14'));
    const length = signCommand(keys, NONCE, command).length;
    for (let bit = 8; bit < length * 8; bit += 13) {
      const signed = signCommand(keys, greet().challenge, command);
      const bytes = Buffer.from(signed, 'latin1');
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(readRefusal(talk.ask(bytes.toString('latin1')))).toBe(BAD_TAG);
    }
    prove();
    const before = openVitals(keys, NONCE, talk.ask(askVitals(NONCE)))?.settings;
    tell(command);
    expect(openVitals(keys, NONCE, talk.ask(askVitals(NONCE)))?.settings).not.toBe(before);
  });

  test('is not taken a second time', () => {
    const signed = signCommand(keys, greet().challenge, tellClock(1_800_000_000, 0));
    expect(readRefusal(talk.ask(signed))).toBe(0);
    expect(readRefusal(talk.ask(signed))).toBe(BAD_TAG);
  });

  test('is not taken over the challenge of an earlier hello, of an earlier connection, or after ten seconds', () => {
    const first = greet();
    greet();
    expect(readRefusal(talk.ask(signCommand(keys, first.challenge, tellAck(first.epoch, 0))))).toBe(BAD_TAG);
    const second = greet();
    talk.link.disconnect();
    kiosk.board.advance(100);
    talk = new Talk(kiosk.board);
    expect(readRefusal(talk.ask(signCommand(keys, second.challenge, tellAck(first.epoch, 0))))).toBe(BAD_TAG);
    const third = greet();
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
  ])('is refused with $name', ({ command }) => expect(readRefusal(tell(command))).toBe(UNREADABLE));

  test('acknowledges nothing of another epoch, nothing beyond the newest sheet, and never less than before', () => {
    const acked = () => openVitals(keys, NONCE, talk.ask(askVitals(NONCE)))?.ackedSheet;
    const { epoch } = greet();
    kiosk.closeSheet();
    tell(tellAck('\0\0\0\0', 1));
    expect(acked()).toBe(0);
    tell(tellAck(epoch, 3));
    expect(acked()).toBe(0);
    tell(tellAck(epoch, 2));
    expect(acked()).toBe(2);
    tell(tellAck(epoch, 1));
    expect(acked()).toBe(2);
  });
});

describe('requests in parts', () => {
  const parts = () => talk.split(signCommand(keys, greet().challenge, tellSettings(DEFAULT_SETTINGS)));
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

describe('replies', () => {
  test('a repeated request does not change the value, and a later one with the same id is not heard', () => {
    const [write = ''] = talk.split(askHello(NONCE));
    talk.write(write);
    kiosk.board.advance(100);
    const value = talk.value();
    talk.write(write);
    kiosk.board.advance(100);
    expect(talk.value()).toBe(value);
  });

  test('a sheet is sealed into the same bytes every time, vitals never are', () => {
    prove();
    expect(talk.ask(askSheet(1))).toBe(talk.ask(askSheet(1)));
    expect(talk.ask(askVitals(NONCE))).not.toBe(talk.ask(askVitals(NONCE)));
  });

  test('two vitals do not share their key streams', () => {
    prove();
    const [one, other] = [talk.ask(askVitals(NONCE)), talk.ask(askVitals(NONCE))].map((reply) => ({
      random: reply.slice(4, 12),
      sealed: Buffer.from(reply.slice(12, 72), 'latin1'),
    }));
    if (!one || !other) throw new Error('No vitals');
    expect(one.random).not.toBe(other.random);
    // the last 16 bytes are zeros before they are sealed, so the sealed ones are the key stream itself
    const [streamOne, streamOther] = [one.sealed.subarray(44), other.sealed.subarray(44)];
    const agreeing = streamOne.filter((byte, at) => byte === streamOther[at]).length;
    expect(agreeing).toBeLessThan(4);
  });

  test('vitals carry the sample of the day, taken once a day', () => {
    prove();
    const vitals = () => openVitals(keys, NONCE, talk.ask(askVitals(NONCE)));
    expect(vitals()).toMatchObject({ batteryPercent: 0, freeVariables: 0, freeFlashBytes: 0 });
    kiosk.takeSample();
    expect(vitals()).toMatchObject({ batteryPercent: 100, freeVariables: 2000, interpreter: '2v29' });
    const { freeFlashBytes } = vitals() ?? {};
    expect(freeFlashBytes).toBeGreaterThan(0);
    kiosk.board.hardware.batteryPercent = 50;
    kiosk.takeSample();
    expect(vitals()).toMatchObject({ batteryPercent: 100, freeFlashBytes });
    talk.link.disconnect();
    kiosk.board.advance(86_400_000);
    kiosk.takeSample();
    talk = new Talk(kiosk.board);
    prove();
    expect(vitals()).toMatchObject({ batteryPercent: 50, runningHours: 24 });
  });

  test('vitals are equally long before, during and after a check', () => {
    prove();
    const lengths = [0, 1, 2].map(() => {
      kiosk.board.press(1);
      kiosk.board.advance(50);
      kiosk.board.release(1);
      return talk.ask(askVitals(NONCE)).length;
    });
    expect(lengths).toEqual([82, 82, 82]);
  });

  test.each([
    { name: 'an unknown request', request: '\x0a12345678' },
    { name: 'an unknown command', request: '' },
    { name: 'a hello without nonce', request: '\x01' },
    { name: 'vitals without nonce', request: '\x02' },
    { name: 'a sheet without number', request: '\x03' },
    { name: 'a chunk that does not exist', request: '\x04\x09' },
  ])('$name is refused', ({ request }) => {
    prove();
    expect(readRefusal(talk.ask(request))).toBeGreaterThan(2);
  });
});

describe('a connection', () => {
  test('ends after 20 s without a valid tag, however busy', () => {
    for (let second = 0; second < 19; second++) {
      talk.ask(askHello(NONCE));
      kiosk.board.advance(800);
    }
    expect(talk.link.isConnected).toBe(true);
    kiosk.board.advance(5000);
    expect(talk.link.isConnected).toBe(false);
  });

  test('ends after 30 s without a request, and lasts as long as there are some', () => {
    prove();
    for (let minute = 0; minute < 4; minute++) {
      kiosk.board.advance(29_000);
      talk.ask(askVitals(NONCE));
    }
    expect(talk.link.isConnected).toBe(true);
    kiosk.board.advance(30_001);
    expect(talk.link.isConnected).toBe(false);
  });

  test('begins without anything of the one before', () => {
    prove();
    talk.ask(askSheet(1));
    talk.link.disconnect();
    kiosk.board.advance(100);
    expect(hexOf(new Talk(kiosk.board).value()).slice(0, 10)).toBe('000001ff05');
  });

  test('offers nothing but our service, and no UART', () => {
    expect(kiosk.board.serviceUuids).toEqual([SERVICE_UUID]);
    expect(kiosk.board.isUartOn).toBe(false);
    expect(() => talk.link.read(SERVICE_UUID, REQUEST_UUID)).toThrow();
    expect(() => talk.link.write(SERVICE_UUID, REPLY_UUID, new Uint8Array(1))).toThrow();
    expect(() => talk.link.write(SERVICE_UUID, REQUEST_UUID, new Uint8Array(21))).toThrow();
  });
});

describe('the advert', () => {
  const advertNow = () => {
    const { advert } = kiosk.board;
    if (!advert) throw new Error('No advert');
    return { packet: hexOf(Buffer.from(advert.packets[0] ?? []).toString('latin1')), advert };
  };

  test('is 31 bytes of flags, service, epoch and newest sheet, with the name in the scan response', () => {
    const epoch = hexOf(greet().epoch);
    talk.link.disconnect();
    kiosk.board.advance(100);
    const { packet, advert } = advertNow();
    const uuid = textFrom(SERVICE_UUID.replaceAll('-', '')).split('').reverse().join('');
    expect(packet).toBe(`0201061107${hexOf(uuid)}09ff9005${epoch}0100`);
    expect(packet.length).toBe(62);
    const read = readAdvertBytes('x', [...advert.packets, advert.scanResponse]);
    expect(read.name).toBe('Counterstep 01c0');
    expect(readKioskAdvert(read)).toEqual({ deviceId: 'x', epoch, sheetNo: 1 });
  });

  test('changes when a sheet closes, and not with a check', () => {
    talk.link.disconnect();
    kiosk.board.advance(100);
    const before = advertNow().packet;
    kiosk.board.press(1);
    kiosk.board.advance(100);
    kiosk.board.release(1);
    kiosk.board.advance(100);
    expect(advertNow().packet).toBe(before);
    kiosk.closeSheet();
    expect(advertNow().packet).toBe(before.slice(0, 58).concat('0200'));
  });

  test('of something else is not ours', () => {
    expect(readKioskAdvert(readAdvertBytes('x', [Uint8Array.of(2, 1, 6, 3, 255, 0x90, 5)]))).toBeUndefined();
    expect(readKioskAdvert(readAdvertBytes('x', [Uint8Array.of(9, 255, 1)]))).toBeUndefined();
  });
});
