import { describe, expect, test } from 'vitest';
import { SyncError } from '../../companion/sync/errors';
import { createKeeper, type Keeper } from '../../companion/sync/keeper';
import type { NewestSheet } from '../../companion/sync/kept-kiosk';

const MINUTE_MS = 60_000;
const EPOCH = '0badcafe';

interface World {
  readonly untilMs: number;
  readonly kiosks?: readonly string[];
  readonly random?: number;
  readonly syncTakesMs?: number;
  /** what a sync gives; a thrown error is a kiosk that did not answer */
  sync?(kioskId: string, atMs: number): NewestSheet;
  readonly events?: ReadonlyArray<{ readonly atMs: number; do(keeper: Keeper): void }>;
}

/** Lets a keeper run in a time of its own, which jumps from one event to the next. */
async function runKeeper(world: World) {
  const end = new AbortController();
  const events = [...(world.events ?? []), { atMs: world.untilMs, do: () => end.abort() }];
  const syncs: string[] = [];
  const outcomes: string[] = [];
  let nowMs = 0;
  let isSyncing = false;
  const passTime = (ms: number) => {
    const untilMs = nowMs + ms;
    const [event] = events;
    nowMs = event && event.atMs <= untilMs ? event.atMs : untilMs;
    if (event && event.atMs <= nowMs) {
      events.shift();
      event.do(keeper);
    }
  };
  const keeper = createKeeper({
    nowMs: () => nowMs,
    random: () => world.random ?? 0,
    wait: async (ms) => passTime(ms),
    async syncKiosk(kioskId) {
      expect(isSyncing).toBe(false);
      isSyncing = true;
      syncs.push(`${kioskId} ${nowMs / MINUTE_MS}`);
      try {
        await Promise.resolve();
        passTime(world.syncTakesMs ?? 0);
        return (world.sync ?? (() => ({ epoch: EPOCH, sheetNo: 5 })))(kioskId, nowMs);
      } finally {
        isSyncing = false;
      }
    },
    async noteOutcome(kioskId, error) {
      outcomes.push(`${kioskId} ${error instanceof Error ? error.message : 'well'}`);
    },
  });
  for (const kioskId of world.kiosks ?? ['a']) keeper.add(kioskId);
  await keeper.run(end.signal);
  return { syncs, outcomes };
}

const failing = () => {
  throw new Error('no answer');
};

describe('the keeper', () => {
  test('syncs every kiosk at once and then every 15 minutes', async () => {
    const { syncs } = await runKeeper({ untilMs: 31 * MINUTE_MS, kiosks: ['a', 'b'] });
    expect(syncs).toEqual(['a 0', 'b 0', 'a 15', 'b 15', 'a 30', 'b 30']);
  });

  test('never talks to two kiosks at once, however long a sync takes', async () => {
    const { syncs } = await runKeeper({
      untilMs: 25 * MINUTE_MS,
      kiosks: ['a', 'b'],
      syncTakesMs: 2 * MINUTE_MS,
    });
    expect(syncs).toEqual(['a 0', 'b 2', 'a 17', 'b 19']);
  });

  test('comes at once when an advert tells of a new sheet, and then no sooner than before', async () => {
    const { syncs } = await runKeeper({
      untilMs: 23 * MINUTE_MS,
      sync: (_kioskId, atMs) => ({ epoch: EPOCH, sheetNo: atMs > 0 ? 6 : 5 }),
      events: [4, 5, 6].map((minute) => ({
        atMs: minute * MINUTE_MS,
        do: (keeper) => keeper.noteAdvert('a', { epoch: EPOCH, sheetNo: 6 }),
      })),
    });
    expect(syncs).toEqual(['a 0', 'a 4', 'a 19']);
  });

  const silent = [
    { name: 'of a sheet that is here', advert: { epoch: EPOCH, sheetNo: 5 } },
    { name: 'of an older sheet', advert: { epoch: EPOCH, sheetNo: 4 } },
  ];
  test.each(silent)('does not come for an advert $name', async ({ advert }) => {
    const events = [{ atMs: 4 * MINUTE_MS, do: (keeper: Keeper) => keeper.noteAdvert('a', advert) }];
    expect((await runKeeper({ untilMs: 10 * MINUTE_MS, events })).syncs).toEqual(['a 0']);
  });

  test('looks after a kiosk that is added later, and adds none twice', async () => {
    const add = { atMs: 3 * MINUTE_MS, do: (keeper: Keeper) => keeper.add('b') };
    const again = { atMs: 4 * MINUTE_MS, do: (keeper: Keeper) => keeper.add('a') };
    const { syncs } = await runKeeper({ untilMs: 16 * MINUTE_MS, events: [add, again] });
    expect(syncs).toEqual(['a 0', 'b 3', 'a 15']);
  });

  test('tries a kiosk that does not answer again after 10 s, then twice as long, up to 15 minutes', async () => {
    const { syncs, outcomes } = await runKeeper({ untilMs: 60 * MINUTE_MS, sync: failing });
    const triedMs = syncs.map((sync) => Number(sync.split(' ')[1]) * MINUTE_MS);
    const waitsS = triedMs.slice(1).map((atMs, index) => Math.round((atMs - (triedMs[index] ?? 0)) / 1000));
    expect(waitsS).toEqual([10, 20, 40, 80, 160, 320, 640, 900, 900]);
    expect(new Set(outcomes)).toEqual(new Set(['a no answer']));
  });

  test('comes sooner by up to half, so that kiosks that failed together part', async () => {
    const { syncs } = await runKeeper({ untilMs: MINUTE_MS / 2, sync: failing, random: 1 });
    expect(syncs).toEqual(['a 0', `a ${5 / 60}`, `a ${15 / 60}`]);
  });

  test('comes for a ledger that began anew, and for forged adverts once a minute at most', async () => {
    const anew = {
      atMs: 4 * MINUTE_MS,
      do: (keeper: Keeper) => keeper.noteAdvert('a', { epoch: 'ee', sheetNo: 0 }),
    };
    expect((await runKeeper({ untilMs: 10 * MINUTE_MS, events: [anew] })).syncs).toEqual(['a 0', 'a 4']);
    const forged = Array.from({ length: 40 }, (_, index) => ({
      atMs: (index + 1) * 3_000,
      do: (keeper: Keeper) => keeper.noteAdvert('a', { epoch: EPOCH, sheetNo: 900 }),
    }));
    expect((await runKeeper({ untilMs: 2.5 * MINUTE_MS, events: forged })).syncs).toEqual([
      'a 0',
      'a 1',
      'a 2',
    ]);
  });

  test('comes at the first advert of a kiosk of which nothing was heard, however long it had waited', async () => {
    const { syncs } = await runKeeper({
      untilMs: 21 * MINUTE_MS,
      sync(_kioskId, atMs) {
        if (atMs < 20 * MINUTE_MS) throw new SyncError('kiosk-unheard');
        return { epoch: EPOCH, sheetNo: 5 };
      },
      events: [
        { atMs: 20 * MINUTE_MS, do: (keeper) => keeper.noteAdvert('a', { epoch: EPOCH, sheetNo: 5 }) },
      ],
    });
    expect(syncs.slice(-2)).toEqual(['a 10.5', 'a 20']);
  });

  test('does not come at an advert of a kiosk that was heard and did not answer: it backs off', async () => {
    const events = [25, 26].map((second) => ({
      atMs: second * 1000,
      do: (keeper: Keeper) => keeper.noteAdvert('a', { epoch: EPOCH, sheetNo: 5 }),
    }));
    const { syncs } = await runKeeper({ untilMs: MINUTE_MS / 2, sync: failing, events });
    expect(syncs).toEqual(['a 0', `a ${10 / 60}`, 'a 0.5'].slice(0, syncs.length));
  });

  test('no longer looks after a kiosk that was removed, even in the middle of its sync', async () => {
    const remove = { atMs: MINUTE_MS, do: (keeper: Keeper) => keeper.remove('a') };
    expect((await runKeeper({ untilMs: 60 * MINUTE_MS, events: [remove] })).syncs).toEqual(['a 0']);
    const meanwhile = await runKeeper({
      untilMs: 60 * MINUTE_MS,
      syncTakesMs: 2 * MINUTE_MS,
      events: [remove],
    });
    expect(meanwhile.syncs).toEqual(['a 0']);
  });

  test('goes on with the other kiosks, and forgets failures once a sync goes well', async () => {
    const { syncs, outcomes } = await runKeeper({
      untilMs: 16 * MINUTE_MS,
      kiosks: ['a', 'b'],
      sync: (kioskId, atMs) => (kioskId === 'a' && atMs < 20_000 ? failing() : { epoch: EPOCH, sheetNo: 5 }),
    });
    expect(syncs).toEqual(['a 0', 'b 0', `a ${10 / 60}`, 'a 0.5', 'b 15', 'a 15.5']);
    expect(outcomes).toEqual(['a no answer', 'b well', 'a no answer', 'a well', 'b well', 'a well']);
  });

  test('ends within a sync without calling the cut a failure', async () => {
    const { outcomes } = await runKeeper({ untilMs: MINUTE_MS, syncTakesMs: 2 * MINUTE_MS, sync: failing });
    expect(outcomes).toEqual([]);
  });

  test('with no kiosk waits until it is told to end', async () => {
    expect((await runKeeper({ untilMs: 60 * MINUTE_MS, kiosks: [] })).syncs).toEqual([]);
  });
});
