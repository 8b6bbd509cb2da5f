import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { seededRandom } from '../../companion/simulation/random';
import { letShopperCome, makeSimulatedKiosk } from '../../companion/simulation/simulated-kiosk';
import { sha1 } from '../../companion/sync/hash';
import { PAGE_BYTES } from '../../firmware/ledger/place';
import { listFiles } from '../../firmware/simulator/storage-image';
import { deriveKeys } from '../../shared/wire/keys';
import { readHello } from '../../shared/wire/replies';
import { askHello, signCommand, tellClock, tellSettings } from '../../shared/wire/requests';
import { packSettings } from '../../shared/wire/settings-contents';
import { Talk } from './link-talk';

const IMAGE = new Uint8Array(readFileSync('dist/firmware/pixljs/image.bin'));
const DECLARATIONS = readFileSync('firmware/espruino.d.ts', 'utf8');
const SINCE_MS = Date.parse('2026-03-02T08:00:00Z');
const DAY_MS = 86_400_000;
const LOG_START = PAGE_BYTES;
const LOG_END = 3 * PAGE_BYTES;
const SETTINGS = {
  storeName: 'Stride & Co',
  language: 'en',
  units: 'mi',
  mode: 'patterns',
  instabilityUrgent: false,
  minimum: 12,
  urgentLine: '',
  emergencyNumber: '112',
} as const;

test('the firmware knows no call that writes, erases or compacts Storage', () => {
  const storage = /interface Storage \{(.*?)\n\}/s.exec(DECLARATIONS)?.[1] ?? '';
  const calls = [...storage.matchAll(/^ {2}(\w+)\(/gm)].map(([, name]) => name);
  expect(calls).toEqual(['read', 'list']);
  for (const name of ['setBootCode', 'saveToFlash', 'compact', 'eraseAll', 'dumpStr']) {
    expect(DECLARATIONS).not.toContain(name);
  }
  expect(DECLARATIONS).not.toMatch(/function (?:save|load|reset)\(/);
});

test('whatever a kiosk lives through, no byte outside the two pages of its log changes, and no file appears', () => {
  const random = seededRandom(17);
  const kiosk = makeSimulatedKiosk(IMAGE, random, SINCE_MS);
  const { board } = kiosk;
  const keys = deriveKeys(sha1, kiosk.key, Buffer.from(kiosk.kioskId, 'hex'));
  const before = board.flash.slice();
  const files = listFiles(board.flash).map(({ name }) => name);
  const tell = (makeCommand: () => string): void => {
    const talk = new Talk(board);
    const hello = readHello(talk.ask(askHello('abcdefgh')));
    if (hello) talk.ask(signCommand(keys, hello.challenge, makeCommand()));
    talk.link.disconnect();
    board.advance(200);
  };
  board.powerOn();
  board.advance(60_000);
  const packed = packSettings(SETTINGS);
  if (typeof packed === 'string') throw new Error(packed);
  for (let day = 0; day < 4; day++) {
    tell(() => tellClock(Math.floor(kiosk.nowMs() / 1000), 60));
    tell(() => tellSettings(packed.bytes));
    for (let shopper = 0; shopper < 14; shopper++) letShopperCome(kiosk, random);
    if (day === 1) board.cutPowerAfterFlashBytes(40);
    letShopperCome(kiosk, random);
    board.advance(DAY_MS / 2);
    if (board.state !== 'off') board.powerOff();
    board.powerOn();
    board.advance(DAY_MS / 2);
  }
  expect(board.flash.slice(LOG_START, LOG_END)).not.toEqual(before.slice(LOG_START, LOG_END));
  expect(board.flash.slice(0, LOG_START)).toEqual(before.slice(0, LOG_START));
  expect(board.flash.slice(LOG_END)).toEqual(before.slice(LOG_END));
  expect(listFiles(board.flash).map(({ name }) => name)).toEqual(files);
});
