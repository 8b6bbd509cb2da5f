import { KEY_BACK, press } from '../../firmware/flow/press';
import { newRun, RULE_CODES, SCREEN_ATTRACT, wipe } from '../../firmware/flow/run';
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

const HOLD_MS = 700;

/** The kind of screen that each press of a script leads to, by the flow alone. */
export function kindsOf(script: Script): ScreenKind[] {
  const run = newRun(RULE_CODES); // the benched image has QR codes
  return script.steps.flatMap(({ atMs, key, isDown }, at) => {
    if (!isDown) return [];
    const isHeld = (script.steps[at + 1]?.atMs ?? atMs) - atMs >= HOLD_MS;
    press(run, isHeld ? KEY_BACK : key);
    const kind = KINDS[run.screen];
    if (!kind) throw new Error(`Screen ${run.screen} has no name here`);
    if (run.screen === SCREEN_ATTRACT) wipe(run);
    return [kind];
  });
}
