/** One thing that happens to a kiosk: a key goes down or up. */
export interface Step {
  readonly atMs: number;
  readonly key: number;
  readonly isDown: boolean;
}

/** A run of presses with a name, played alike on the simulated board and on the real interpreter. */
export interface Script {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly endMs: number;
}

const FIRST_PRESS_MS = 3000;
const HOLD_MS = 900;
const TAP_MS = 80;

/** A pause of a second, as a press in a list of keys. */
export const PAUSE = 0;

/**
 * A script from a list of keys: 1 to 4 a tap, -4 a hold of the fourth key, PAUSE a second in which nothing happens.
 * A tap every 1.2 s: slow enough not to be taken for play.
 */
export function scriptOf(name: string, keys: readonly number[], everyMs = 1200, restMs = 500): Script {
  const steps: Step[] = [];
  let atMs = FIRST_PRESS_MS;
  for (const key of keys) {
    if (key === PAUSE) {
      atMs += 1000;
      continue;
    }
    steps.push({ atMs, key: Math.abs(key), isDown: true });
    steps.push({ atMs: atMs + (key < 0 ? HOLD_MS : TAP_MS), key: Math.abs(key), isDown: false });
    atMs += everyMs;
  }
  return { name, steps, endMs: atMs + restMs };
}

const seconds = (count: number): number[] => Array<number>(count).fill(PAUSE);

/** The whole knee path: two weeks to three months, outer side, after a set distance, more running, a worn pair. */
const KNEE = [1, 3, 3, 3, 3, 3, 2, 3, 3, 1, 2, 3, 3, 1];

/** In large size: through the words of a screen and the answers before it to an answer, and choose it. */
const walk = (pages: number): number[] => [...Array<number>(pages).fill(2), 3];

const STAFF_HOLD_MS = 3400;

/** Opens the staff menu (on a Bangle.js 2 the fingers leave late enough for long touches), then taps keys. */
function staffScript(name: string, keys: readonly number[]): Script {
  const downMs = FIRST_PRESS_MS;
  const upMs = downMs + STAFF_HOLD_MS;
  const opening = [
    { atMs: downMs, key: 4, isDown: true },
    { atMs: downMs + TAP_MS, key: 2, isDown: true },
    { atMs: upMs, key: 4, isDown: false },
    { atMs: upMs + TAP_MS, key: 2, isDown: false },
  ];
  const { steps, endMs } = scriptOf(name, keys);
  const later = steps.map((step) => ({ ...step, atMs: step.atMs + STAFF_HOLD_MS + TAP_MS }));
  return { name, steps: [...opening, ...later], endMs: endMs + STAFF_HOLD_MS + TAP_MS };
}

/** What the real interpreter and the simulated board must show alike. */
export const scripts: readonly Script[] = [
  scriptOf('knee path to the end', [...KNEE, 3, 3, 3, 3, 3, 3, 3, 4, 1, 3, 3, 1]),
  scriptOf('an urgent sign', [1, 3, 2, 2, 3, 3, 3]),
  scriptOf('a sign on the second page', [1, 3, 3, 2, 1, 3, 3, 3]),
  scriptOf('giving way', [1, 3, 3, 3, 2, 1, 2, 3, 3, 4, 1, 3, 3, 3, 3, 3, 3, 3, 2]),
  scriptOf('shoes only', [2, 3, 4, 2, 1, 3, 2, 3, 1, 3, 3, 3]),
  scriptOf('under 18', [1, 2, 3]),
  scriptOf('back from everywhere', [1, 3, 3, 4, 3, 3, 3, 3, 1, 4, -4, 4, 1, -4, -4, 4, 4, 4, 4, 4, 4]),
  scriptOf('a time-out at a question', [1, 3, 3, ...seconds(55)]),
  scriptOf('going on after the warning', [1, 3, ...seconds(35), 1, 3, 3, 3, 3, 1]),
  scriptOf('a result left alone', [2, 3, 1, 1, 3, 1, ...seconds(145)]),
  scriptOf('large size: shoes only', [
    4,
    ...walk(2),
    1,
    4,
    ...walk(2),
    ...walk(3),
    ...walk(5),
    ...walk(3),
    ...walk(3),
  ]),
  scriptOf(
    'large size: an urgent sign to the end',
    [4, ...walk(1), ...walk(3), 3, 2, 2, 1, ...walk(1), ...walk(40)],
    600,
  ),
  scriptOf('large size: no sign, giving way, wiped by a time-out', [
    4,
    ...walk(1),
    ...walk(3),
    ...walk(6),
    ...walk(1),
    ...seconds(55),
  ]),
  staffScript('the staff menu: what the kiosk is, size, language, maintenance', [
    ...[2, 2, 2, 2, 3, 2, 3, 2, 3],
    ...[4, 4, 4],
  ]),
  staffScript('the staff menu: contrast', [2, 2, 2, 2, 2, 2, 2, 3, 3, 4]),
  scriptOf('mashing', [1, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3], 120),
];
