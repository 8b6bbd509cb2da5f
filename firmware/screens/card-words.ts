import { CONFIDENCE_FITS, UNCLEAR } from '../../shared/check/patterns';
import { CARD_NONE, REFERRAL_URGENT } from '../../shared/check/referral';
import {
  TEXT_FACTOR_CARD,
  TEXT_PATTERN,
  TEXT_PATTERN_CARD,
  TEXT_REFERRAL_CARD,
  TEXT_SHOE_CARD,
  TEXT_STAFF_CARD,
  UI_CALL,
  UI_CALL_EMERGENCY,
  UI_FITS,
  UI_MAY_FIT,
  UI_SAFETY_NET,
  UI_SHOES,
  UI_SOON,
  UI_STAFF_TITLE,
  UI_TIPS,
  UI_TODAY,
} from '../../shared/wording/keys';
import { textOf } from '../device/texts';
import { findOutcome } from '../flow/press';
import type { Run } from '../flow/run';
import { urgentNumbers } from '../settings';

/** The title of the run's present card and, below it, up to four lines; a picture has none. */
export function cardWords(run: Run): string {
  const card = run.cards[run.page] as number;
  if (card < TEXT_PATTERN_CARD) return '';
  const found = findOutcome(run);
  let title = UI_STAFF_TITLE;
  let lines = '\n' + textOf(card);
  if (card >= TEXT_STAFF_CARD) {
  } else if (card >= TEXT_SHOE_CARD) {
    title = UI_SHOES;
  } else if (card >= TEXT_FACTOR_CARD) {
    title = UI_TIPS;
  } else if (card >= TEXT_REFERRAL_CARD) {
    title = card === TEXT_REFERRAL_CARD + CARD_NONE ? UI_SAFETY_NET : UI_SOON;
    if (found.referral === REFERRAL_URGENT) {
      title = UI_TODAY;
      lines += '\n' + (urgentNumbers() ? textOf(UI_CALL) + urgentNumbers() : textOf(UI_CALL_EMERGENCY));
    }
  } else {
    const label = card - TEXT_PATTERN_CARD + TEXT_PATTERN;
    title = found.confidence === CONFIDENCE_FITS ? UI_FITS : UI_MAY_FIT;
    if (found.pattern === UNCLEAR) title = label;
    else lines = '\n' + textOf(label) + lines;
  }
  return textOf(title) + lines;
}
