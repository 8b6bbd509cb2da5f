import type { Outcome } from '../../shared/check/outcome';
import { NO_PATTERN, OA } from '../../shared/check/patterns';
import {
  type Answers,
  NOT_ANSWERED,
  Q_FOOT,
  Q_LOAD,
  Q_PATH,
  Q_RF2,
  RF_NONE,
} from '../../shared/check/questions';
import { CARD_NONE, REFERRAL_NONE, REFERRAL_URGENT } from '../../shared/check/referral';
import {
  TEXT_FACTOR_CARD,
  TEXT_FOOT_CARD,
  TEXT_PATTERN,
  TEXT_PATTERN_CARD,
  TEXT_REFERRAL_CARD,
  TEXT_SHOE_CARD,
  TEXT_STAFF_CARD,
} from '../../shared/wording/keys';
import { RULE_CODES } from './run';

const LOAD_NONE = 4;
const FOOT_UNSURE = 3;
const STAFF_URGENT = 4;
const STAFF_SOON = 5;

/** Added to the number of a QR code, a card of its own, to tell it from a text's: 0 to 5 a pattern, then the referrals. */
export const CODE_CARD = -100;

/** Adds a card and, where the kiosk has them, the QR code of its longer text. */
function add(cards: number[], card: number, rules: number): void {
  cards.push(card);
  if (rules & RULE_CODES) cards.push(card - (TEXT_PATTERN_CARD - CODE_CARD));
}

/** The shopper's cards in the order they are read: referral, patterns, the first one's place, tip, safety net, shoe. */
export function resultCards(answers: Answers, found: Outcome, rules: number): number[] {
  const cards: number[] = [];
  if (found.referral !== REFERRAL_NONE) add(cards, TEXT_REFERRAL_CARD + found.card, rules);
  if (found.referral === REFERRAL_URGENT) return cards;
  if (answers[Q_PATH] === 0) {
    if (found.pattern !== NO_PATTERN) add(cards, TEXT_PATTERN_CARD + found.pattern, rules);
    // a picture: the place of the first pattern, if it has one
    if (found.pattern !== NO_PATTERN && found.pattern < OA) cards.push(TEXT_PATTERN + found.pattern);
    if (found.second !== NO_PATTERN) add(cards, TEXT_PATTERN_CARD + found.second, rules);
    if (answers[Q_RF2] === RF_NONE)
      cards.push(
        TEXT_FACTOR_CARD + (answers[Q_LOAD] === NOT_ANSWERED ? LOAD_NONE : (answers[Q_LOAD] as number)),
      );
    add(cards, TEXT_REFERRAL_CARD + CARD_NONE, rules);
  }
  cards.push(TEXT_SHOE_CARD + found.shoe);
  return cards;
}

/**
 * What staff see: help first after an urgent result and nothing to sell; otherwise the shoe verdict and the foot
 * prompt. No answer about pain is on any of them.
 */
export function staffCards(answers: Answers, found: Outcome): number[] {
  const cards: number[] = [];
  const foot = answers[Q_FOOT] as number;
  if (found.referral === REFERRAL_URGENT) return [TEXT_STAFF_CARD + STAFF_URGENT];
  if (found.referral !== REFERRAL_NONE) cards.push(TEXT_STAFF_CARD + STAFF_SOON);
  cards.push(TEXT_STAFF_CARD + found.shoe);
  if (foot !== NOT_ANSWERED && foot !== FOOT_UNSURE) cards.push(TEXT_FOOT_CARD + foot);
  return cards;
}
