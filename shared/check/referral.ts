import { MEN } from './patterns';
import {
  type Answers,
  BEH_DISTANCE,
  BEH_MORNING,
  BEH_OTHER,
  LOAD_JUMP,
  LOC_BACK,
  LOC_INNER,
  LOC_UNSURE,
  Q_BEH,
  Q_DUR,
  Q_LOAD,
  Q_LOC,
  Q_RF1,
  Q_RF2,
  Q_STIFF,
  RF_NONE,
  RF2_CATCHES,
  STIFF_LONG,
} from './questions';

export const REFERRAL_NONE = 0;
export const REFERRAL_SOON = 1;
export const REFERRAL_URGENT = 2;

/** Referral cards 0 to 4 belong to the rf1 signs, by option number. */
export const CARD_RF2 = 5;
export const CARD_SOON_DURATION = 6;
export const CARD_SOON_OTHER = 7;
/** The safety net, shown when there is no referral. */
export const CARD_NONE = 8;
export const CARD_RF2_URGENT = 9;

/** The referral that a card belongs to: five urgent signs, three kinds of soon, none, urgent again. */
export function referralOf(card: number): number {
  return +'2222211102'.charAt(card);
}

/**
 * The referral card for complete answers of the knee path.
 *
 * rf1 signs: sources.ts#urgentSigns. rf2 signs: #soonSigns; giving way and catching: #instability.
 * Over two weeks: #twoWeekRule. Stiff for long: #longStiffness. Back of the knee: #backOfKnee. MEN first:
 * #twistPattern. Inner or unsure place, running hurts, more running: #boneStress.
 */
export function referralCard(answers: Answers, firstPattern: number, isInstabilityUrgent: boolean): number {
  const rf1 = answers[Q_RF1] as number;
  const rf2 = answers[Q_RF2] as number;
  const loc = answers[Q_LOC];
  const beh = answers[Q_BEH];
  if (rf1 !== RF_NONE) return rf1;
  if (rf2 !== RF_NONE) return isInstabilityUrgent && rf2 <= RF2_CATCHES ? CARD_RF2_URGENT : CARD_RF2;
  if (
    (beh === BEH_MORNING && answers[Q_STIFF] === STIFF_LONG) ||
    loc === LOC_BACK ||
    firstPattern === MEN ||
    ((loc === LOC_INNER || loc === LOC_UNSURE) &&
      (beh === BEH_DISTANCE || beh === BEH_OTHER) &&
      answers[Q_LOAD] === LOAD_JUMP)
  )
    return CARD_SOON_OTHER;
  return answers[Q_DUR] ? CARD_SOON_DURATION : CARD_NONE;
}
