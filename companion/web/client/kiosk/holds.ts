import type { Board } from '../../../../firmware/simulator/board';
import { LONG_TOUCH_MS, STAFF_HOLD_MS, STAFF_KEYS } from '../../../../firmware/simulator/staff-keys';
import { bench, say } from './elements';
import { markKey } from './keys';

/** Keys that are held, each shortly after the one before, then together; or one after the other. */
interface Hold {
  readonly keys: readonly number[];
  readonly betweenMs: number;
  readonly holdMs: number;
  readonly isInTurn?: boolean;
}

/** Longer than 250 ms: a press so soon after another one is ignored. */
const BETWEEN_MS = 300;
const TAP_MS = 90;

/** What is held for what, by the name of the page's button. */
function holdsOf({ kind }: Board): Readonly<Record<string, Hold>> {
  return {
    back: { keys: [4], betweenMs: 0, holdMs: LONG_TOUCH_MS },
    wipe: { keys: kind.wipeButtons, betweenMs: 0, holdMs: TAP_MS },
    staff: kind.hasTouch
      ? { keys: STAFF_KEYS, betweenMs: 0, holdMs: LONG_TOUCH_MS, isInTurn: true }
      : { keys: STAFF_KEYS, betweenMs: TAP_MS, holdMs: STAFF_HOLD_MS },
  };
}

/** Lets the page's buttons hold keys, for who has one pointer or none. */
export function joinHolds(board: Board, signal: AbortSignal): void {
  const holds = holdsOf(board);
  let held: Promise<void> = Promise.resolve();
  const holdTogether = async ({ keys, betweenMs, holdMs }: Hold): Promise<void> => {
    for (const [index, key] of keys.entries()) {
      if (index > 0 && betweenMs > 0) await pass(board, betweenMs, signal);
      board.press(key);
      markKey(key, true);
    }
    await pass(board, holdMs, signal);
    for (const key of keys) {
      if (!signal.aborted) board.release(key);
      markKey(key, false);
    }
    await pass(board, BETWEEN_MS, signal);
  };
  const hold = async (wanted: Hold): Promise<void> => {
    const turns = wanted.isInTurn ? wanted.keys.map((key) => [key]) : [wanted.keys];
    for (const keys of turns) await holdTogether({ ...wanted, keys });
    say('');
  };
  for (const button of bench.querySelectorAll<HTMLButtonElement>('[data-hold]')) {
    const wanted = holds[button.getAttribute('data-hold') ?? ''];
    if (!wanted) continue;
    button.disabled = false;
    button.addEventListener(
      'click',
      () => {
        if (wanted.keys.length > 1 && wanted.holdMs > TAP_MS) say('Holding the keys …');
        held = held.then(() => hold(wanted)); // one after the other
      },
      { signal },
    );
  }
}

/** Resolves when so much of the board's time has gone by. */
function pass(board: Board, ms: number, signal: AbortSignal): Promise<void> {
  const end = board.nowMs + ms;
  return new Promise((resolve) => {
    const look = (): void => {
      if (signal.aborted || board.nowMs >= end) resolve();
      else window.setTimeout(look, end - board.nowMs);
    };
    look();
  });
}
