import { CONFIDENCE_FITS, UNCLEAR } from '../../shared/check/patterns';
import { CARD_NONE, REFERRAL_URGENT, referralOf } from '../../shared/check/referral';
import { SHOE_NOT_CHECKED } from '../../shared/check/shoe';
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
  UI_ON_PHONE,
  UI_SAFETY_NET,
  UI_SHOES,
  UI_SOON,
  UI_STAFF_TITLE,
  UI_TIPS,
  UI_TODAY,
} from '../../shared/wording/keys';
import { linesOf, textOf } from '../device/texts';
import type { Run } from '../flow/run';
import { urgentNumbers } from '../settings';

/** The title of the run's present card and, below it, up to four lines; of a code what it is for; a picture has no words. */
export function cardWords(run: Run): string {
  const card = run.cards[run.page] as number;
  let title = UI_STAFF_TITLE;
  let label = 0;
  let call = 0;
  let numbers = '';
  if (card < TEXT_PATTERN_CARD) return card < 0 ? textOf(UI_ON_PHONE) : '';
  if (card >= TEXT_STAFF_CARD) {
    // of shoes staff read the verdict that the shopper has read
    if (card <= TEXT_STAFF_CARD + SHOE_NOT_CHECKED)
      return textOf(card + (TEXT_SHOE_CARD - TEXT_STAFF_CARD)).split('\n')[0] + '\n' + textOf(card);
  } else if (card >= TEXT_SHOE_CARD) title = UI_SHOES;
  else if (card >= TEXT_FACTOR_CARD) title = UI_TIPS;
  else if (card >= TEXT_REFERRAL_CARD) {
    title = card === TEXT_REFERRAL_CARD + CARD_NONE ? UI_SAFETY_NET : UI_SOON;
    if (referralOf(card - TEXT_REFERRAL_CARD) === REFERRAL_URGENT) {
      title = UI_TODAY;
      numbers = urgentNumbers();
      call = numbers ? UI_CALL : UI_CALL_EMERGENCY;
    }
  } else {
    title = run.confidence === CONFIDENCE_FITS ? UI_FITS : UI_MAY_FIT;
    label = card - (TEXT_PATTERN_CARD - TEXT_PATTERN);
    if (label === TEXT_PATTERN + UNCLEAR) {
      title = label;
      label = 0;
    }
  }
  return linesOf([title, label, card, call]) + numbers;
}
