import { Q_DIST } from '../../shared/check/questions';
import { EVENT_UNDER_18, press } from './press';
import { type Run, SCREEN_ATTRACT, SCREEN_QUESTION, SCREEN_RESULT, SCREEN_WHICH } from './run';

/**
 * The run as it will probably be after the next press, as a copy of its own: most answers of a question lead to the
 * same screen, most shoppers have none of the signs, and cards are turned. Undefined where the next press ends the run.
 */
export function likelyNext(run: Run): Run | undefined {
  const next = Object.assign({}, run);
  const screen = run.screen;
  next.answers = run.answers.slice();
  const key =
    screen === SCREEN_ATTRACT ||
    screen === SCREEN_WHICH ||
    (screen === SCREEN_QUESTION && (run.page || run.question === Q_DIST))
      ? 1
      : 3;
  return press(next, key) > EVENT_UNDER_18 ? undefined : next;
}

/** Whether two runs show the same in normal size, as long as language and settings stay: they change at rest only. */
export function looksAlike(run: Run, other: Run): boolean {
  if (run.page !== other.page || run.screen !== other.screen || run.question !== other.question) return false;
  return (
    run.screen < SCREEN_RESULT || // no cards
    (run.cards[run.page] === other.cards[other.page] &&
      run.cards.length === other.cards.length &&
      run.confidence === other.confidence)
  );
}
