import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { crc32Of, sha1 } from '../../companion/sync/hash';
import { deriveKeys } from '../../shared/wire/keys';
import {
  isAnswerTo,
  openSheet,
  openVitals,
  readChunk,
  readHello,
  readRefusal,
} from '../../shared/wire/replies';
import {
  askHello,
  askSheet,
  askVitals,
  signCommand,
  tellAck,
  tellClock,
  tellMaintain,
  tellSettings,
} from '../../shared/wire/requests';
import { packSettings } from '../../shared/wire/settings-contents';
import { readContents } from '../../shared/wire/sheet-contents';
import { bytesOf, textOf } from '../../shared/wire/text';
import { hex32 } from '../../shared/wire/vitals';
import { KEY, KIOSK_ID, makeLinkKiosk } from './link-kiosk';
import { hexOf, Talk, textFrom } from './link-talk';

interface Exchange {
  name: string;
  /** hexadecimal */
  request: string;
  reply: string;
}

const GOLDEN = new URL('../golden/wire.json', import.meta.url);
const NONCE = 'nonce-01';
const keys = deriveKeys(sha1, KEY, KIOSK_ID);
const SETTINGS = {
  storeName: 'Läufer & Söhne',
  language: 'de',
  units: 'mi',
  mode: 'signposting',
  instabilityUrgent: true,
  minimum: 12,
  urgentLine: '116 117',
  emergencyNumber: '112',
} as const;

/** All requests to a kiosk whose random numbers are known, in an order in which none is refused but the last ones. */
async function converse(): Promise<Exchange[]> {
  let drawn = 0;
  const kiosk = await makeLinkKiosk(() => Math.imul(++drawn, 0x9e3779b1));
  kiosk.closeSheet(6);
  const talk = new Talk(kiosk.board);
  const exchanges: Exchange[] = [];
  const ask = (name: string, request: string): string => {
    const reply = talk.ask(request);
    exchanges.push({ name, request: hexOf(request), reply: hexOf(reply) });
    return reply;
  };
  const tell = (name: string, command: string): void => {
    const challenge = readHello(talk.ask(askHello(NONCE)))?.challenge ?? '';
    ask(name, signCommand(keys, challenge, command));
  };
  const packed = packSettings(SETTINGS);
  const epoch = readHello(ask('hello', askHello(NONCE)))?.epoch ?? '';
  tell('ack', tellAck(epoch, 0));
  tell('clock', tellClock(1_750_000_000, 120));
  tell('settings', tellSettings(typeof packed === 'string' ? '' : packed.bytes));
  ask('vitals', askVitals(NONCE));
  ask('sheet', askSheet(1));
  ask('no such sheet', askSheet(2));
  tell('maintain', tellMaintain());
  ask('a used-up challenge', signCommand(keys, '12345678', tellMaintain()));
  return exchanges;
}

const golden: Exchange[] = JSON.parse(readFileSync(GOLDEN, 'utf8'));
const goldenOf = (name: string): { request: string; reply: string } => {
  const found = golden.find((exchange) => exchange.name === name);
  return { request: textFrom(found?.request ?? ''), reply: textFrom(found?.reply ?? '') };
};

test('the firmware and the companion exchange exactly the golden bytes', async () => {
  expect(await converse()).toEqual(golden);
}, 60_000);

describe('the companion reads the golden replies', () => {
  test('hello', () => {
    const { reply } = goldenOf('hello');
    expect(isAnswerTo(keys, NONCE, reply)).toBe(true);
    const hello = readHello(reply);
    expect(hello).toMatchObject({ version: 1, isCommissioned: true, oldestSheet: 1, newestSheet: 1 });
    expect(hexOf(hello?.kioskId ?? '')).toBe('c001000102030405');
  });

  test('vitals', () => {
    expect(openVitals(keys, NONCE, goldenOf('vitals').reply)).toEqual({
      newestSheet: 1,
      oldestSheet: 1,
      ackedSheet: 0,
      started: 6,
      finished: 6,
      clock: { unixS: 1_750_000_000, utcOffsetMin: 120 },
      boots: 1,
      lastError: 0,
      batteryPercent: 0,
      runningHours: 0,
      freeFlashBytes: 0,
      freeVariables: 0,
      version: '0.1.0',
      bundle: '00000000',
      settings: hex32(crc32Of(goldenOf('settings').request.slice(1, 45))),
      interpreter: '0v0',
    });
  });

  test('sheet', () => {
    const sheet = openSheet(keys, goldenOf('sheet').reply);
    expect(sheet).toMatchObject({ sheetNo: 1, epoch: readHello(goldenOf('hello').reply)?.epoch });
    const contents = readContents(bytesOf(sheet?.packed ?? ''));
    expect(contents).toMatchObject({ epochDay: 65_535 });
    expect(typeof contents === 'string' ? contents : contents.counts[0]).toBe(6);
  });

  test.each([
    { name: 'no such sheet', reason: 2 },
    { name: 'maintain', reason: 3 },
    { name: 'a used-up challenge', reason: 4 },
    { name: 'vitals', reason: 0 },
  ])('refusal of $name', ({ name, reason }) => expect(readRefusal(goldenOf(name).reply)).toBe(reason));
});

describe('a reply with one flipped bit is refused', () => {
  test.each([
    { name: 'hello', open: (reply: string) => isAnswerTo(keys, NONCE, reply) || undefined },
    { name: 'vitals', open: (reply: string) => openVitals(keys, NONCE, reply) },
    { name: 'sheet', open: (reply: string) => openSheet(keys, reply) },
  ])('$name', ({ name, open }) => {
    const { reply } = goldenOf(name);
    expect(open(reply)).toBeDefined();
    for (let bit = 0; bit < reply.length * 8; bit++) {
      const bytes = bytesOf(reply);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(open(textOf(bytes))).toBeUndefined();
    }
  });
});

test('nothing opens with another key, another nonce or another kiosk', () => {
  const { reply } = goldenOf('vitals');
  expect(openVitals(keys, 'nonce-02', reply)).toBeUndefined();
  expect(openVitals(deriveKeys(sha1, KEY.slice().reverse(), KIOSK_ID), NONCE, reply)).toBeUndefined();
  expect(openVitals(deriveKeys(sha1, KEY, KIOSK_ID.slice().reverse()), NONCE, reply)).toBeUndefined();
  expect(openSheet(keys, reply)).toBeUndefined();
});

test('a value read in the middle of a change is refused', () => {
  const frame = (chunk: string): string =>
    chunk + textOf(new Uint8Array(new Int32Array([crc32Of(chunk)]).buffer));
  const before = frame(textOf([7, 0, 3]) + goldenOf('vitals').reply.slice(0, 41));
  const after = frame(textOf([8, 0, 3]) + goldenOf('sheet').reply.slice(0, 41));
  expect(readChunk(before, crc32Of)).toMatchObject({ requestId: 7, chunk: 0, chunks: 3 });
  for (let torn = 1; torn < 48; torn++)
    expect(readChunk(before.slice(0, torn) + after.slice(torn), crc32Of)).toBeUndefined();
});
