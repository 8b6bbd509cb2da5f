import fc from 'fast-check';
import loadHighs from 'highs';
import { beforeEach, expect, test, vi } from 'vitest';
import { classifyChecks } from '../../companion/release/audit/check-classes';
import { FIGURE_COUNT, modelKiosk } from '../../companion/release/audit/counting-model';
import { openBounds } from '../../companion/release/audit/linear-bounds';
import { countFinished, countStarted } from '../../companion/release/totals';
import { drawVisits } from '../../companion/simulation/drawn-visits';
import { seededRandom } from '../../companion/simulation/random';
import { countEvent } from '../../firmware/counting';
import { KEY_WIPE, press } from '../../firmware/flow/press';
import { newRun, SCREEN_ATTRACT, wipe } from '../../firmware/flow/run';
import { shopperKeys } from '../../firmware/simulator/shopper';
import { TALLY_COUNT, TALLY_TIME_OUT } from '../../shared/tallies';

const READING_S = 30;
const kiosk = vi.hoisted(() => ({ counts: [] as number[], uptimeS: 0, hour: 6 }));
vi.mock('../../firmware/ledger/clock', () => ({ storeTimeS: () => kiosk.hour * 3600 }));
vi.mock('../../firmware/ledger/ledger', () => {
  const countAside = (counter: number): void => {
    kiosk.counts[counter] = (kiosk.counts[counter] ?? 0) + 1;
  };
  return {
    countAside,
    countCheck: (counters: readonly number[]) => counters.forEach(countAside),
  };
});

const highs = await loadHighs();
const rules = { isInstabilityUrgent: false, isSignposting: false };
const classes = classifyChecks(rules);
const unbroken = modelKiosk(classes, true);
const broken = modelKiosk(classes, false);

beforeEach(() => {
  kiosk.counts = new Array<number>(TALLY_COUNT).fill(0);
  kiosk.uptimeS = 0;
});

/** Runs the flow and the counting of the firmware key by key, from the attract screen back to it. */
function pressKeys(keys: readonly number[], secondsPerKey: number): void {
  const run = newRun(0);
  for (const key of [...keys, KEY_WIPE]) {
    kiosk.uptimeS += secondsPerKey;
    countEvent(run, press(run, key), 0, kiosk.uptimeS * 1000);
    if (run.screen === SCREEN_ATTRACT) wipe(run);
  }
}

function isPossible(model: typeof unbroken): boolean {
  const figures = [...kiosk.counts, countFinished(kiosk.counts), countStarted(kiosk.counts)];
  expect(figures).toHaveLength(FIGURE_COUNT);
  const bounds = openBounds(
    highs,
    model,
    figures.map((count) => ({ low: count, high: count })),
  );
  const point = bounds.findOptimum([0], 'least');
  bounds.dispose();
  return typeof point !== 'string';
}

test('whatever keys are pressed on a kiosk, its counts are possible in the model', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 80 }),
          fc.constantFrom(0.3, READING_S),
        ),
        {
          minLength: 1,
          maxLength: 6,
        },
      ),
      (visits) => {
        kiosk.counts.fill(0);
        for (const [keys, secondsPerKey] of visits) pressKeys(keys, secondsPerKey);
        return isPossible(broken);
      },
    ),
  );
});

test('the counts of shoppers who finish or walk away are possible in the model without losses', () => {
  const random = seededRandom(7);
  for (let shopper = 0; shopper < 300; shopper++) pressKeys(shopperKeys(random.draw), READING_S);
  expect(countFinished(kiosk.counts)).toBeGreaterThan(250);
  expect(isPossible(unbroken)).toBe(true);
});

const lies = [
  { name: 'a sign on the second checklist without anybody on the knee path', counter: 8 },
  { name: 'one more pattern than knees', counter: 62 },
  { name: 'a staff outcome that nobody was there for', counter: 79 },
  { name: 'a time-out of a run that did not end', counter: 95 },
  { name: 'a start without an end', counter: 97 },
];
test('the made-up visits of other tests count as the kiosk counts', () => {
  const counts = drawVisits(seededRandom(5), 400);
  const random = seededRandom(5);
  for (let visit = 0; visit < 400; visit++) {
    const keys = shopperKeys(random.draw);
    kiosk.hour = [6, 12, 16][random.draw(3)] ?? 0;
    pressKeys(keys, READING_S);
  }
  // nobody here waits for the time-out: the last key wipes the run
  counts[TALLY_TIME_OUT] = 0;
  expect(kiosk.counts).toEqual(counts);
});

test.each(lies)('$name is not possible', ({ counter }) => {
  const random = seededRandom(11);
  for (let shopper = 0; shopper < 40; shopper++) pressKeys(shopperKeys(random.draw), READING_S);
  kiosk.counts[counter] = (kiosk.counts[counter] ?? 0) + 50;
  expect(isPossible(unbroken)).toBe(false);
});
