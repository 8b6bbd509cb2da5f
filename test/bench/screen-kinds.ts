import { likelyNext, looksAlike } from '../../firmware/flow/likely';
import { KEY_BACK, press } from '../../firmware/flow/press';
import { newRun, RULE_CODES, SCREEN_ATTRACT, wipe } from '../../firmware/flow/run';
import { shopperKeys } from '../../firmware/simulator/shopper';
import type { Script } from '../device/script';

/** Every kind of screen, at its number in the flow. */
const KINDS = [
  'attract',
  'notice',
  'question',
  'checklist',
  'which sign',
  'picture',
  'under 18',
  'result card',
  'hand to staff',
  'staff card',
  'staff answer',
  'staff menu',
] as const;

/** What a kind of screen is called. */
export type ScreenKind = (typeof KINDS)[number];

/** A screen that a press leads to. */
export interface ReachedScreen {
  readonly kind: ScreenKind;
  /** it was drawn before the press */
  readonly isForeseen: boolean;
}

const HOLD_MS = 700;

/** The screens that keys lead to from the attract screen, one each, by the flow alone. The benched image has QR codes. */
function screensOf(keys: readonly number[]): ReachedScreen[] {
  const run = newRun(RULE_CODES);
  return keys.map((key) => {
    const next = likelyNext(run);
    press(run, key);
    const kind = KINDS[run.screen];
    if (!kind) throw new Error(`Screen ${run.screen} has no name here`);
    const isForeseen = next !== undefined && looksAlike(next, run);
    if (run.screen === SCREEN_ATTRACT) wipe(run);
    return { kind, isForeseen };
  });
}

/** The screens that each press of a script leads to. */
export const screensOfScript = ({ steps }: Script): ReachedScreen[] =>
  screensOf(
    steps.flatMap(({ atMs, key, isDown }, at) => {
      if (!isDown) return [];
      return (steps[at + 1]?.atMs ?? atMs) - atMs >= HOLD_MS ? KEY_BACK : key;
    }),
  );

/** How many screens of made-up shoppers there were, and how many of them were drawn before the press. */
export function countForeseen(draw: (below: number) => number, shoppers: number): Map<ScreenKind, number[]> {
  const counts = new Map<ScreenKind, number[]>();
  for (let shopper = 0; shopper < shoppers; shopper++)
    for (const { kind, isForeseen } of screensOf(shopperKeys(draw, true))) {
      const [all = 0, foreseen = 0] = counts.get(kind) ?? [];
      counts.set(kind, [all + 1, foreseen + (isForeseen ? 1 : 0)]);
    }
  return counts;
}
