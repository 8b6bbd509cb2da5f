import { beforeEach, describe, expect, test } from 'vitest';
import { readAdvertBytes } from '../../companion/link/advert-bytes';
import { readKioskAdvert } from '../../companion/link/kiosk-advert';
import { REPLY_UUID, REQUEST_UUID, SERVICE_UUID } from '../../shared/wire/protocol';
import { openVitals, readRefusal } from '../../shared/wire/replies';
import { askHello, askSheet, askVitals } from '../../shared/wire/requests';
import { greet, keys, NONCE, prove } from './link-greeting';
import { type LinkKiosk, makeLinkKiosk } from './link-kiosk';
import { hexOf, Talk, textFrom } from './link-talk';

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
    prove(talk);
    expect(talk.ask(askSheet(1))).toBe(talk.ask(askSheet(1)));
    expect(talk.ask(askVitals(NONCE))).not.toBe(talk.ask(askVitals(NONCE)));
  });

  test('two vitals do not share their key streams', () => {
    prove(talk);
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
    prove(talk);
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
    prove(talk);
    expect(vitals()).toMatchObject({ batteryPercent: 50, runningHours: 24 });
  });

  test('vitals are equally long before, during and after a check', () => {
    prove(talk);
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
    prove(talk);
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
    prove(talk);
    for (let minute = 0; minute < 4; minute++) {
      kiosk.board.advance(29_000);
      talk.ask(askVitals(NONCE));
    }
    expect(talk.link.isConnected).toBe(true);
    kiosk.board.advance(30_001);
    expect(talk.link.isConnected).toBe(false);
  });

  test('begins without anything of the one before', () => {
    prove(talk);
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
    const epoch = hexOf(greet(talk).epoch);
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
