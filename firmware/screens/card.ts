import { CONFIDENCE_FITS, UNCLEAR } from '../../shared/check/patterns';
import { CARD_NONE, REFERRAL_URGENT } from '../../shared/check/referral';
import {
  TEXT_FACTOR_CARD,
  TEXT_PATTERN,
  TEXT_PATTERN_CARD,
  TEXT_REFERRAL_CARD,
  TEXT_SHOE_CARD,
  TEXT_STAFF_CARD,
  UI_BACK,
  UI_CALL,
  UI_CALL_EMERGENCY,
  UI_DONE,
  UI_FITS,
  UI_MAY_FIT,
  UI_NEXT,
  UI_SAFETY_NET,
  UI_SHOES,
  UI_SOON,
  UI_STAFF_TITLE,
  UI_TIPS,
  UI_TODAY,
} from '../../shared/wording/keys';
import { CENTRE, FONT_ANSWER, FONT_SMALL, LEFT, write } from '../device/screen';
import { textOf } from '../device/texts';
import { findOutcome } from '../flow/press';
import type { Run } from '../flow/run';
import { urgentNumbers } from '../settings';
import { writeLabel } from './label';

const CENTRE_X_PX = 64;
const TITLE_TOP_PX = 0;
const FOUR_LINES_TOP_PX = 9;
const THREE_LINES_TOP_PX = 13;
const PAGE_MARK_TOP_PX = 56;

/** A title and up to four lines, with Back and a way on. */
export function writeCard(title: string, lines: string, backLabel: number, onLabel: number): void {
  write(FONT_SMALL, title, 0, TITLE_TOP_PX, LEFT);
  write(FONT_ANSWER, lines, 0, lines.split('\n').length > 3 ? FOUR_LINES_TOP_PX : THREE_LINES_TOP_PX, LEFT);
  writeLabel(4, FONT_SMALL, textOf(backLabel));
  writeLabel(3, FONT_ANSWER, textOf(onLabel));
}

/** One of the run's cards, with its place among them. */
export function showCard(run: Run): void {
  const card = run.cards[run.page] as number;
  const found = findOutcome(run);
  let title = UI_STAFF_TITLE;
  let lines = textOf(card);
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
    else lines = textOf(label) + '\n' + lines;
  }
  writeCard(textOf(title), lines, UI_BACK, run.page < run.cards.length - 1 ? UI_NEXT : UI_DONE);
  write(FONT_SMALL, run.page + 1 + '/' + run.cards.length, CENTRE_X_PX, PAGE_MARK_TOP_PX, CENTRE);
}
