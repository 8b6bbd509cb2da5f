import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seededRandom } from '../../companion/simulation/random';
import { letShopperCome, makeSimulatedKiosk } from '../../companion/simulation/simulated-kiosk';
import { sha1 } from '../../companion/sync/hash';
import type { Board } from '../../firmware/simulator/board';
import { deriveKeys, type SealKeys } from '../../shared/wire/keys';
import { openVitals, readHello } from '../../shared/wire/replies';
import { askChunk, askHello, askVitals, signCommand, tellAck } from '../../shared/wire/requests';
import { KEY, KIOSK_ID, makeLinkKiosk } from '../unit/link-kiosk';
import { hexOf, Talk } from '../unit/link-talk';

const IMAGE = new Uint8Array(readFileSync(join(process.cwd(), 'dist/firmware/pixljs/image.bin')));
const EVERY_MS = 3000;
const NONCE = 'abcdefgh';
/** The first one bundles the firmware. */
const BUILD_LIMIT_MS = 60_000;

/** One look at a kiosk: what changed is what can be learned. */
type Look = (board: Board) => string;

const watchAdvert: Look = ({ advert }) =>
  advert
    ? [...advert.packets, advert.scanResponse].map((bytes) => Buffer.from(bytes).toString('hex')).join(' ')
    : '';

/** Asks for hello on a new connection: all that is answered without the key, less what is drawn anew each time. */
const watchHello: Look = (board) => {
  const talk = new Talk(board);
  const reply = talk.ask(askHello(NONCE));
  talk.link.disconnect();
  const hello = readHello(reply);
  return JSON.stringify({
    ...hello,
    challenge: '',
    length: reply.length,
    frames: talk.frames.map(({ length }) => length),
  });
};

/** Reads vitals with the key: everything in them but the clock, and how long every frame was. */
const watchVitals =
  (keys: SealKeys): Look =>
  (board) => {
    const talk = new Talk(board);
    const hello = readHello(talk.ask(askHello(NONCE)));
    if (!hello) throw new Error('no hello');
    talk.ask(signCommand(keys, hello.challenge, tellAck(hello.epoch, 0)));
    const vitals = openVitals(keys, NONCE, talk.ask(askVitals(NONCE)));
    talk.link.disconnect();
    return JSON.stringify({ ...vitals, clock: '', frames: talk.frames.map(({ length }) => length) });
  };

/** The moments at which something changed, in ms; polling goes on while others use the kiosk. */
function pollWhile(board: Board, look: Look, use: () => void): number[] {
  const changes: number[] = [];
  let before = look(board);
  const advance = board.advance.bind(board);
  let isLooking = false;
  let dueMs = board.nowMs + EVERY_MS;
  board.advance = (ms) => {
    const endMs = board.nowMs + ms;
    while (!isLooking && dueMs <= endMs) {
      advance(Math.max(0, dueMs - board.nowMs));
      isLooking = true;
      const now = look(board);
      isLooking = false;
      if (now !== before) changes.push(board.nowMs);
      before = now;
      dueMs = board.nowMs + EVERY_MS;
    }
    advance(Math.max(0, endMs - board.nowMs));
  };
  use();
  board.advance = advance;
  return changes;
}

function switchOn() {
  const random = seededRandom(41);
  const kiosk = makeSimulatedKiosk(IMAGE, random, Date.parse('2026-03-02T08:00:00Z'));
  kiosk.board.powerOn();
  kiosk.board.advance(120_000);
  const keys = deriveKeys(sha1, kiosk.key, Buffer.from(kiosk.kioskId, 'hex'));
  const letShoppersCome = (): void => {
    for (let shopper = 0; shopper < 3; shopper++) letShopperCome(kiosk, random);
  };
  return { board: kiosk.board, keys, letShoppersCome };
}

const looks = [
  { name: 'the advert', look: () => watchAdvert },
  { name: 'hello, without the key', look: () => watchHello },
  { name: 'vitals, with the key', look: watchVitals },
];
test.each(looks)(
  'polling $name every three seconds does not tell when somebody uses the kiosk',
  ({ look }) => {
    const { board, keys, letShoppersCome } = switchOn();
    const startedMs = board.nowMs;
    const flashBefore = board.flash.slice();
    expect(pollWhile(board, look(keys), letShoppersCome)).toEqual([]);
    expect(board.nowMs - startedMs).toBeGreaterThan(400_000);
    expect(board.flash).not.toEqual(flashBefore); // they were counted meanwhile
  },
);

test.each(looks)('reading $name before and after a shopper gives the same', ({ look }) => {
  const { board, keys, letShoppersCome } = switchOn();
  const before = look(keys)(board);
  letShoppersCome();
  expect(look(keys)(board)).toBe(before);
});

/** How long the kiosk takes from a request's last write to its reply, in ms of its own time, in steps of one. */
function replyMs(board: Board, talk: Talk, request: string, meanwhile: () => void): number {
  const before = talk.value();
  for (const write of talk.split(request)) talk.write(write);
  meanwhile();
  for (let ms = 1; ms <= 200; ms++) {
    board.advance(1);
    if (talk.value() !== before) return ms;
  }
  throw new Error('No reply');
}

/** Reply times of hello, vitals and a chunk, as anybody with or without the key may ask for them. */
function replyTimes(board: Board, keys: SealKeys, meanwhile: () => void): number[] {
  const talk = new Talk(board);
  const greet = (): string => {
    const hello = readHello(talk.ask(askHello(NONCE)));
    if (!hello) throw new Error('no hello');
    return signCommand(keys, hello.challenge, tellAck(hello.epoch, 0));
  };
  const times = [replyMs(board, talk, askHello(NONCE), meanwhile), replyMs(board, talk, greet(), meanwhile)];
  times.push(replyMs(board, talk, askVitals(NONCE), meanwhile));
  times.push(replyMs(board, talk, askChunk(1), meanwhile));
  talk.link.disconnect();
  board.advance(1000);
  return times;
}

test('the kiosk takes as many turns over a reply while somebody presses, wherever in a check, as when nobody does', () => {
  const { board, keys } = switchOn();
  const quiet = replyTimes(board, keys, () => undefined);
  expect(quiet.every((ms) => ms > 0 && ms < 20)).toBe(true);
  const seen: number[][] = [];
  const screens = new Set<string>();
  for (const key of [1, 3, 3, 3, 3, 3, 2, 3, 3, 1, 2, 3, 3, 1, 3, 3]) {
    let isDown = false;
    seen.push(
      replyTimes(board, keys, () => {
        isDown = !isDown;
        if (isDown) board.press(key);
        else board.release(key);
      }),
    );
    board.release(key);
    board.advance(1000);
    screens.add(Buffer.from(board.screen).toString('base64'));
  }
  expect(screens.size).toBeGreaterThan(8);
  for (const times of seen) expect(times).toEqual(quiet);
});

test(
  'vitals that are sampled whenever a check is finished tell the moment',
  async () => {
    const random = seededRandom(5);
    const kiosk = await makeLinkKiosk(random.next32);
    const { board } = kiosk;
    const keys = deriveKeys(sha1, KEY, KIOSK_ID);
    const press = (button: number): void => {
      board.press(button);
      board.advance(60);
      board.release(button);
      board.advance(60);
    };
    let finishedMs = 0;
    const changes = pollWhile(board, watchVitals(keys), () => {
      board.advance(20_000);
      press(1); // a check is counted
      finishedMs = board.nowMs;
      press(4); // and the sample taken that belongs to once a day
      board.advance(20_000);
    });
    expect(changes).toHaveLength(1);
    expect(Math.abs((changes[0] ?? 0) - finishedMs)).toBeLessThan(2 * EVERY_MS);
  },
  BUILD_LIMIT_MS,
);

test(
  'an advert that changes with every check, as with a minimum of one, tells the moment',
  async () => {
    const kiosk = await makeLinkKiosk(seededRandom(6).next32);
    const { board } = kiosk;
    const changes = pollWhile(board, watchAdvert, () => {
      board.advance(20_000);
      kiosk.closeSheet();
      board.advance(20_000);
    });
    expect(changes).toHaveLength(1);
    expect(hexOf(watchAdvert(board))).not.toBe('');
  },
  BUILD_LIMIT_MS,
);
