import { findOutcome } from '../../firmware/flow/press';
import {
  type Run,
  SCREEN_CHECKLIST,
  SCREEN_HAND,
  SCREEN_NOTICE,
  SCREEN_STAFF_ASK,
  SCREEN_UNDER_18,
  SCREEN_WHICH,
} from '../../firmware/flow/run';
import { CONFIDENCE_FITS, UNCLEAR } from '../../shared/check/patterns';
import { CARD_NONE, REFERRAL_URGENT } from '../../shared/check/referral';
import { SHOE_NOT_CHECKED } from '../../shared/check/shoe';
import * as number from '../../shared/wording/keys';

const UI_OF_SCREEN: Readonly<Record<number, number>> = {
  [SCREEN_NOTICE]: number.UI_NOTICE,
  [SCREEN_WHICH]: number.UI_WHICH_ONE,
  [SCREEN_UNDER_18]: number.UI_UNDER_18_CARD,
  [SCREEN_HAND]: number.UI_HAND_TO_STAFF,
  [SCREEN_STAFF_ASK]: number.UI_STAFF_ASK,
};

/**
 * What a screen says beside its answers, line by line, made from the wording and not from the firmware.
 *
 * A picture says nothing: one empty line.
 *
 * @param texts all texts of a language, by number
 * @param numbers what the screen says to call; empty when the store has set no number
 */
export function screenWords(run: Run, texts: readonly string[], numbers: string): string[] {
  const ui = UI_OF_SCREEN[run.screen];
  const only = run.screen <= SCREEN_CHECKLIST ? (ui ?? number.TEXT_QUESTION + run.question) : ui;
  const lines = only === undefined ? cardLines(run, numbers, (at) => texts[at] ?? '') : [texts[only] ?? ''];
  return lines.flatMap((line) => line.split('\n'));
}

function cardLines(run: Run, numbers: string, textOf: (at: number) => string): string[] {
  const card = run.cards[run.page] ?? 0;
  const { confidence, pattern, referral } = findOutcome(run);
  if (card < 0) return [textOf(number.UI_ON_PHONE)];
  if (card < number.TEXT_PATTERN_CARD) return [''];
  if (card > number.TEXT_STAFF_CARD + SHOE_NOT_CHECKED) return [textOf(number.UI_STAFF_TITLE), textOf(card)];
  if (card >= number.TEXT_STAFF_CARD) {
    const [verdict = ''] = textOf(card - number.TEXT_STAFF_CARD + number.TEXT_SHOE_CARD).split('\n');
    return [verdict, textOf(card)];
  }
  if (card >= number.TEXT_SHOE_CARD) return [textOf(number.UI_SHOES), textOf(card)];
  if (card >= number.TEXT_FACTOR_CARD) return [textOf(number.UI_TIPS), textOf(card)];
  if (card >= number.TEXT_REFERRAL_CARD) {
    if (referral === REFERRAL_URGENT) {
      const call = numbers ? textOf(number.UI_CALL) + numbers : textOf(number.UI_CALL_EMERGENCY);
      return [textOf(number.UI_TODAY), textOf(card), call];
    }
    const isNet = card === number.TEXT_REFERRAL_CARD + CARD_NONE;
    return [textOf(isNet ? number.UI_SAFETY_NET : number.UI_SOON), textOf(card)];
  }
  const label = textOf(card - number.TEXT_PATTERN_CARD + number.TEXT_PATTERN);
  if (pattern === UNCLEAR) return [label, textOf(card)];
  return [textOf(confidence === CONFIDENCE_FITS ? number.UI_FITS : number.UI_MAY_FIT), label, textOf(card)];
}
