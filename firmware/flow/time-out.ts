import { type Run, SCREEN_RESULT } from './run';

/** How long the warning with its shrinking bar stays before the run is wiped (WCAG 2.2.1: at least 20 s). */
export const WARNING_MS = 20000;
/** How often a shopper may say "go on" in one run (WCAG 2.2.1: at least ten times). */
export const GO_ON_LIMIT = 10;

const QUESTION_IDLE_MS = 30000;
const CARD_IDLE_MS = 120000;

/** How long a screen that somebody brought about waits without a press before the warning. */
export function idleLimitMs(run: Run): number {
  return run.screen >= SCREEN_RESULT ? CARD_IDLE_MS : QUESTION_IDLE_MS;
}
