/** Random lives of a kiosk and two companions, and what must hold at their end. */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Fault } from '../../companion/link/faulty';
import { seededRandom } from '../../companion/simulation/random';
import { jumpTo, makeSyncWorld, readTotals, type SyncWorld, type Trouble } from './sync-world';

type Event =
  | { readonly kind: 'close'; readonly checks: number }
  | { readonly kind: 'sync'; readonly who: 0 | 1; readonly trouble: Trouble }
  | { readonly kind: 'both' }
  | { readonly kind: 'clock'; readonly who: 0 | 1; readonly days: number }
  | { readonly kind: 'publish'; readonly who: 0 | 1 }
  | { readonly kind: 'plug' }
  | { readonly kind: 'reset' };

const who = fc.constantFrom<0 | 1>(0, 1);
const fault = fc.constantFrom<Fault>('lose', 'repeat', 'late', 'garble', 'disconnect');
const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  fc.constant<Trouble>({ kind: 'none' }),
  fc.constant<Trouble>({ kind: 'full disk' }),
  fc.record({
    kind: fc.constant('link' as const),
    percent: fc.constantFrom(5, 15, 30, 90),
    faults: fc.array(fault, { minLength: 1, maxLength: 3 }),
    seed: fc.nat(),
  }),
  fc.record({ kind: fc.constant('disconnect' as const), step: fc.nat({ max: 60 }) }),
  fc.record({ kind: fc.constant('death' as const), call: fc.nat({ max: 6 }), isCommitted: fc.boolean() }),
);
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('close' as const), checks: fc.integer({ min: 5, max: 60 }) }),
  },
  { weight: 7, arbitrary: fc.record({ kind: fc.constant('sync' as const), who, trouble }) },
  { weight: 1, arbitrary: fc.constant<Event>({ kind: 'both' }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('clock' as const),
      who,
      days: fc.integer({ min: -400, max: 400 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('publish' as const), who }) },
  { weight: 1, arbitrary: fc.constant<Event>({ kind: 'plug' }) },
  { weight: 1, arbitrary: fc.constant<Event>({ kind: 'reset' }) },
);

/** Up to two dozen events in a row. */
export const anyLife = fc.record({
  seed: fc.nat(),
  events: fc.array(event, { minLength: 3, maxLength: 24 }),
});

async function happen(world: SyncWorld, one: Event): Promise<void> {
  const ignore = (): void => undefined; // whatever a troubled sync ends with, the totals must hold
  if (one.kind === 'close') world.close(one.checks);
  else if (one.kind === 'sync') await world.sync(one.who, one.trouble).catch(ignore);
  else if (one.kind === 'both') await Promise.all([world.sync(0).catch(ignore), world.sync(1).catch(ignore)]);
  else if (one.kind === 'clock') jumpTo(world.companions[one.who], one.days);
  else if (one.kind === 'publish') await world.publish(one.who);
  else world.startFrom(one.kind === 'reset' ? 'empty' : world.kiosk.board.flash.slice());
}

/** Lives through all events, lets both companions sync undisturbed, and holds what they have against the model. */
export async function liveThrough({
  seed,
  events,
}: {
  seed: number;
  events: readonly Event[];
}): Promise<void> {
  const { next32 } = seededRandom(seed);
  const world = await makeSyncWorld(next32);
  for (const one of events) await happen(world, one);
  for (const number of [0, 1] as const) {
    const companion = world.companions[number];
    jumpTo(companion, 500);
    await world.sync(number);
    const { totals, numbers, missing, quarantined } = await readTotals(companion);
    const other = world.companions[number === 0 ? 1 : 0];
    expect(quarantined).toEqual([]);
    expect(new Set(numbers).size).toBe(numbers.length);
    // all of the ledger that is there now, and of earlier ones what came before they were reset
    const current = [...world.closed.keys()].filter((key) => key.startsWith(world.epoch()));
    expect([...numbers, ...missing]).toEqual(expect.arrayContaining(current));
    // a kiosk makes room only by sheets that somebody has
    expect(missing.filter((key) => numbers.includes(key) || !other.first.has(key))).toEqual([]);
    const should = numbers.map((key) => world.closed.get(key) ?? [Number.NaN]);
    expect(should.every((uses) => uses.length === 1)).toBe(true);
    expect(totals[0]).toBe(should.flat().reduce((sum, checks) => sum + checks, 0));
    const taken = [...companion.first.values()];
    expect(totals).toEqual(
      totals.map((_, at) => taken.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0)),
    );
    await world.publish(number);
    expect((await readTotals(companion)).totals).toEqual(totals);
  }
  await Promise.all(world.companions.map(({ store }) => store.close()));
}
