import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { crc32Of } from '../../companion/sync/hash';
import { ASK_HELLO, REPLY_BIT } from '../../shared/wire/protocol';
import { Shelf } from './shelf';
import { type Manners, putStrangerOnAir, type Stranger } from './stranger-on-air';
import { makeVisitedKiosk, type VisitedKiosk } from './visited-kiosk';
import { type PlacedCompanion, type PlacedKiosk, World } from './world';

const MINUTE_MS = 60_000;
const ADDRESS = 'c0:00:00:00:00:77';
const HELLO_BYTES = 38;
/** The longest that one try may keep the radio from the other kiosks. */
const TRY_LIMIT_MS = 75_000;

let known: VisitedKiosk[];
let world: World;
let copied: PlacedKiosk;
let other: PlacedKiosk;
let shelf: Shelf;
let companion: PlacedCompanion;
let end: AbortController;
let crashes: unknown[];
const onCrash = (reason: unknown): void => void crashes.push(reason);

beforeAll(async () => {
  known = [await makeVisitedKiosk(71, 1), await makeVisitedKiosk(72, 2)];
});
beforeEach(async () => {
  world = new World(73);
  end = new AbortController();
  crashes = [];
  process.on('unhandledRejection', onCrash);
  const [first, second] = known;
  if (!first || !second) throw new Error('no kiosk');
  copied = await world.place(first);
  other = await world.place(second);
  shelf = new Shelf();
  companion = world.companion([copied, other], { store: shelf });
});
afterEach(() => {
  process.off('unhandledRejection', onCrash);
  end.abort();
  world.close();
});

/** A value with its CRC: this part as the chunk of a reply to the request that was written last. */
function chunkOf(written: Buffer, part: Buffer, chunk = 0, chunks = 1): Buffer {
  const text = Buffer.concat([Buffer.of(written[0] ?? 0, chunk, chunks), part]).toString('latin1');
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32Of(text));
  return Buffer.concat([Buffer.from(text, 'latin1'), sum]);
}

/** A hello of the kiosk's own id, with a tag that nobody made. */
function hello({ kioskId }: VisitedKiosk): Buffer {
  const bytes = Buffer.alloc(HELLO_BYTES);
  bytes.set([ASK_HELLO + REPLY_BIT, 1, 1]);
  bytes.set(Buffer.from(kioskId, 'hex'), 4);
  return bytes;
}

/** A device that advertises to the byte as the kiosk does. */
async function copy(manners: Manners): Promise<Stranger> {
  const { advert } = copied.board;
  if (!advert) throw new Error('no advert');
  const name = Buffer.from(advert.scanResponse).toString('latin1').slice(2);
  return world.time.run(
    putStrangerOnAir(world.air, ADDRESS, Buffer.from(advert.packets[0] ?? []), name, manners),
  );
}

const saidOf = ({ known: { kioskId } }: PlacedKiosk): string[] =>
  companion.outcomes.filter((outcome) => outcome.startsWith(kioskId)).map((outcome) => outcome.slice(17));
const totalsOf = ({ known: { kioskId } }: PlacedKiosk): number[] => shelf.totals(kioskId);

const silence = (): null => null;
const strangers: readonly { name: string; manners: () => Manners; says: RegExp }[] = [
  { name: 'never answers', manners: () => ({ reply: silence }), says: /link to it fails/ },
  {
    name: 'answers what is no reply',
    manners: () => ({ reply: () => Buffer.alloc(48, 0x5a) }),
    says: /link to it fails/,
  },
  {
    name: 'answers with nothing at all',
    manners: () => ({ reply: () => Buffer.alloc(0) }),
    says: /link to it fails/,
  },
  {
    name: 'answers each read so late that it just counts',
    manners: () => ({ reply: () => Buffer.alloc(48, 0x5a), delayMs: 4900 }),
    says: /link to it fails/,
  },
  {
    name: 'announces more chunks than any reply has',
    manners: () => ({ reply: (written) => chunkOf(written, Buffer.alloc(41, 1), written[4] ?? 0, 255) }),
    says: /does not speak its language/,
  },
  {
    name: 'answers in another language',
    manners: () => ({ reply: (written) => chunkOf(written, Buffer.from('hello')) }),
    says: /does not speak its language/,
  },
  {
    name: 'gives the kiosk’s id without its key',
    manners: () => ({ reply: (written) => chunkOf(written, hello(copied.known)) }),
    says: /not sealed with the key/,
  },
  {
    name: 'gives another id in another way each time, as late as it may',
    manners: () => ({
      reply: (written) => chunkOf(written, hello(copied.known)),
      delayMs: 4900,
    }),
    says: /not sealed with the key/,
  },
  {
    name: 'floods with notifications',
    manners: () => ({ reply: silence, isFlooding: true }),
    says: /link to it fails/,
  },
  {
    name: 'floods and answers nonsense',
    manners: () => ({ reply: () => Buffer.alloc(48, 0x5a), isFlooding: true }),
    says: /link to it fails/,
  },
];

describe.each(strangers)('a device that advertises as one of our kiosks and $name', ({ manners, says }) => {
  test('while the kiosk is away: the companion says so, backs off, and syncs the others', async () => {
    world.air.isHeard = (from) => from !== copied.onAir.address;
    const stranger = await copy(manners());
    void companion.keep([copied, other], end.signal);
    await world.time.pass(40 * MINUTE_MS);
    expect(stranger.met.times).toBeGreaterThan(2);
    expect(stranger.met.times).toBeLessThan(12);
    expect(stranger.met.ms / stranger.met.times).toBeLessThan(TRY_LIMIT_MS);
    expect(saidOf(copied).at(-1)).toMatch(says);
    expect(totalsOf(copied)).toEqual([]);
    expect(totalsOf(other)).toEqual(other.known.totals);
    expect(saidOf(other).filter((said) => said !== 'well')).toEqual([]);
    expect(saidOf(other).length).toBeGreaterThan(2);
    expect(crashes).toEqual([]);
    stranger.leave();
  });

  test('beside the kiosk: every sheet of the kiosk comes all the same', async () => {
    const stranger = await copy(manners());
    void companion.keep([copied, other], end.signal);
    await world.time.pass(10 * MINUTE_MS);
    expect([totalsOf(copied), totalsOf(other)]).toEqual([copied.known.totals, other.known.totals]);
    expect(saidOf(copied).at(-1)).toBe('well');
    expect([shelf.conflicts, shelf.gaps, crashes]).toEqual([0, [], []]);
    stranger.leave();
  });
});

describe('a device of somebody else with our service', () => {
  test.each([
    { name: 'another maker’s number', advert: '0201061107SERVICE09ff4c00010203040506' },
    { name: 'no number at all', advert: '0201061107SERVICE' },
    { name: 'fewer bytes than a kiosk tells', advert: '0201061107SERVICE05ff90050102' },
    { name: 'an epoch that is none of ours', advert: '0201061107SERVICE09ff9005deadbeef0700' },
    { name: 'lengths that lead out of the advert', advert: '0201061107SERVICEffff9005' },
  ])('and $name is never connected to', async ({ advert }) => {
    const service = Buffer.from(copied.board.advert?.packets[0] ?? [])
      .subarray(5, 21)
      .toString('hex');
    const bytes = Buffer.from(advert.replace('SERVICE', service), 'hex');
    const stranger = await world.time.run(
      putStrangerOnAir(world.air, ADDRESS, bytes, 'Lamp', { reply: silence }),
    );
    void companion.keep([copied, other], end.signal);
    await world.time.pass(20 * MINUTE_MS);
    expect(stranger.met.times).toBe(0);
    expect([totalsOf(copied), totalsOf(other)]).toEqual([copied.known.totals, other.known.totals]);
    expect(crashes).toEqual([]);
    stranger.leave();
  });
});
