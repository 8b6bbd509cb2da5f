import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { createBoard } from '../../firmware/simulator/board';
import { readRefusal } from '../../shared/wire/replies';
import { askSheet, askVitals, signCommand, tellAck, tellSettings } from '../../shared/wire/requests';
import { DEFAULT_SETTINGS } from '../../shared/wire/settings';
import { greet, keys, NONCE, tell } from './link-greeting';
import { type LinkKiosk, makeLinkKiosk } from './link-kiosk';
import { Talk } from './link-talk';

/** The first one bundles the firmware. */
const BUILD_LIMIT_MS = 60_000;

let drawn = 0;
let kiosk: LinkKiosk;
let talk: Talk;

beforeEach(async () => {
  kiosk = await makeLinkKiosk(() => Math.imul(++drawn, 0x9e3779b1));
  kiosk.closeSheet();
  talk = new Talk(kiosk.board);
}, BUILD_LIMIT_MS);

const newSettings = tellSettings(DEFAULT_SETTINGS.replace('\x0a', '\x14'));

describe('half-done requests', () => {
  /** A signed command of four parts. */
  const parts = (): string[] => {
    return talk.split(signCommand(keys, greet(talk).challenge, newSettings));
  };

  test('change nothing, however long nothing follows, and are forgotten at the next request', () => {
    tell(tellAck('\0\0\0\0', 0), talk);
    const flash = kiosk.board.flash.slice();
    for (const part of parts().slice(0, 3)) talk.write(part);
    kiosk.board.advance(25_000);
    expect(kiosk.board.flash).toEqual(flash);
    expect(readRefusal(talk.ask(askVitals(NONCE)))).toBe(0);
  });

  test('end with the connection: the rest of one is refused in the next', () => {
    const [first = '', second = '', third = '', fourth = ''] = parts();
    for (const part of [first, second]) talk.write(part);
    kiosk.board.advance(100);
    talk.link.disconnect();
    kiosk.board.advance(100);
    const flash = kiosk.board.flash.slice();
    const next = new Talk(kiosk.board);
    for (const part of [third, fourth]) next.write(part);
    kiosk.board.advance(100);
    expect([next.value().charCodeAt(3), next.value().charCodeAt(4)]).toEqual([255, 5]);
    expect(kiosk.board.flash).toEqual(flash);
  });

  test('do not keep a connection alive without a valid tag', () => {
    for (let second = 0; second < 21; second++) {
      if (talk.link.isConnected) {
        talk.write(`${String.fromCharCode(2 * second + 1)}\0\x02${'x'.repeat(17)}`);
        talk.write(`${String.fromCharCode(2 * second + 2)}\x01\x02no first part`);
      }
      kiosk.board.advance(1000);
    }
    expect(talk.link.isConnected).toBe(false);
  });
});

describe('work on replies', () => {
  test('ends when another request comes: its reply is the next to be read, and whole', () => {
    tell(tellAck('\0\0\0\0', 0), talk);
    for (const write of talk.split(askSheet(1))) talk.write(write);
    kiosk.board.advance(2); // the sheet is half sealed
    expect(readRefusal(talk.ask(askVitals(NONCE)))).toBe(0);
    expect(talk.ask(askSheet(1)).charCodeAt(0)).toBe(131);
  });

  test('is done in turns of their own, never while a write is taken: flash can wait for gaps of the radio', () => {
    const { challenge } = greet(talk);
    const flash = kiosk.board.flash.slice();
    for (const write of talk.split(signCommand(keys, challenge, newSettings))) talk.write(write);
    kiosk.board.advance(0); // every write has been taken; no turn has come
    expect(kiosk.board.flash).toEqual(flash);
    kiosk.board.advance(100);
    expect(kiosk.board.flash).not.toEqual(flash);
    expect(talk.value().charCodeAt(3)).toBe(146);
  });

  test('that waits for flash loses at most writes that pile up, never the kiosk', () => {
    tell(tellAck('\0\0\0\0', 0), talk);
    // nothing moves while flash is erased, but the radio goes on taking writes
    for (let number = 0; number < 30; number++) {
      for (const write of talk.split(askVitals(NONCE))) talk.write(write);
    }
    kiosk.board.advance(500);
    expect(readRefusal(talk.ask(askVitals(NONCE)))).toBe(0);
    expect(talk.link.isConnected).toBe(true);
  });
});

describe('a connection without progress', () => {
  test('is ended after 30 s, and the next companion gets in at once', () => {
    tell(tellAck('\0\0\0\0', 0), talk);
    kiosk.board.advance(29_000);
    expect([talk.link.isConnected, kiosk.board.advert]).toEqual([true, undefined]);
    kiosk.board.advance(1_500);
    expect(talk.link.isConnected).toBe(false);
    expect(kiosk.board.advert).toBeDefined();
    const next = new Talk(kiosk.board);
    expect(readRefusal(tell(tellAck('\0\0\0\0', 0), next))).toBe(0);
  });

  test('does not end the next one: its limits begin anew', () => {
    kiosk.board.advance(15_000);
    talk.link.disconnect();
    kiosk.board.advance(100);
    const next = new Talk(kiosk.board);
    kiosk.board.advance(15_000);
    expect(next.link.isConnected).toBe(true);
  });
});

test('the built firmware leaves neither a UART nor a console behind', () => {
  const image = new Uint8Array(readFileSync('dist/firmware/pixljs/image.bin'));
  const board = createBoard({ board: 'pixljs', flash: image, random: () => 7 });
  board.powerOn();
  board.advance(1000);
  expect([board.isUartOn, board.hardware.isConsoleOff]).toEqual([false, true]);
});
