import { beforeEach, expect, test, vi } from 'vitest';
import { countEvent, partOfDay } from '../../firmware/counting';
import { EVENT_ENDED, KEY_WIPE, press } from '../../firmware/flow/press';
import { newRun, wipe } from '../../firmware/flow/run';
import { counterKeys } from '../../shared/check/codes';

const ledger = vi.hoisted(() => ({ counted: [] as number[], snapshots: 0 }));
vi.mock('../../firmware/ledger/ledger', () => ({
  countAside: (counter: number) => void ledger.counted.push(counter),
  countCheck(counters: readonly number[]) {
    ledger.counted.push(...counters);
    ledger.snapshots++;
  },
}));
vi.mock('../../firmware/ledger/clock', () => ({ storeTimeS: (uptimeS: number) => uptimeS }));

const TEN_O_CLOCK_MS = 10 * 3_600_000;
const READING_MS = 1000;

const run = newRun(0);

beforeEach(() => {
  wipe(run);
  run.rules = 0;
  ledger.counted = [];
  ledger.snapshots = 0;
});

/** Presses keys, counting each as the kiosk does; the counters' readable keys, sorted. */
function play(keys: readonly number[], msPerKey = READING_MS): string[] {
  let nowMs = TEN_O_CLOCK_MS;
  for (const key of keys) {
    countEvent(run, press(run, key), 0, nowMs);
    nowMs += msPerKey;
  }
  return ledger.counted.map((counter) => counterKeys[counter] ?? `?${counter}`).sort();
}

const KNEE = [1, 3, 3, 3, 3, 3, 1, 1, 1, 1, 1, 1, 3, 1];

test('a finished knee check counts each answer, its pattern, referral, verdict and language once, in one snapshot', () => {
  expect(play(KNEE)).toEqual(
    [
      'path.knee',
      'rf1.none',
      'rf2.none',
      'dur.lt2w',
      'loc.front',
      'beh.stairs_sit',
      'load.jump',
      'pair.lt3m',
      'week.w1',
      'wear.none',
      'pattern.PFP.fits',
      'referral.none',
      'shoe.fine',
      'language.en',
      'start.5_11',
    ].sort(),
  );
  expect(ledger.snapshots).toBe(1);
});

test('an urgent sign counts its answers and the referral, and neither shoe, foot nor staff', () => {
  const counted = play([1, 3, 2, 1, 3, 3, 3]);
  expect(counted).toEqual(
    ['language.en', 'path.knee', 'referral.urgent', 'rf1.no_weight_move', 'start.5_11'].sort(),
  );
});

test('faster than a person can read is play: one counter, no answer, no foot, no staff', () => {
  expect(play([...KNEE, 3, 3, 3, 3, 3, 1, 3, 3, 1], 300)).toEqual(['play', 'start.5_11']);
  expect(ledger.snapshots).toBe(0);
});

test('a foot that was not named counts as unsure when the run ends', () => {
  play(KNEE);
  expect(press(run, KEY_WIPE)).toBe(EVENT_ENDED);
  countEvent(run, EVENT_ENDED, 0, TEN_O_CLOCK_MS);
  expect(counterKeys[ledger.counted.at(-1) ?? -1]).toBe('foot.unsure');
});

test('leaving before the result counts the place and no answer', () => {
  expect(play([...KNEE.slice(0, 8), KEY_WIPE])).toEqual(['left.beh', 'start.5_11']);
});

test.each([
  [5, 0],
  [10.99, 0],
  [11, 1],
  [14.99, 1],
  [15, 2],
  [18.99, 2],
  [19, 3],
  [23, 3],
  [4.99, 3],
])('%s h is part %i of the day', (hour, part) => {
  expect(partOfDay(hour * 3600 + 86_400)).toBe(part);
});

test('without a clock the part of the day is unknown', () => {
  expect(partOfDay(0)).toBe(4);
});
