import {
  type Language,
  optionCodes,
  patternCodes,
  type QuestionKey,
  questionKeys,
  referralCardCodes,
  shoeCodes,
  staffCardCodes,
} from '../check/codes';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import type { UiKey, Wording } from './wording';

/**
 * A place on the screen and the room it has at normal size: `question` 126 px on 2 lines, `answer` 62 px on 2,
 * `sign` 126 px on 1, `card` 126 px on 3 that are given, `title` 126 px on 1, `key` 62 px on 1. Questions and
 * titles are in the small font, and so is `code`, 38 px on 2 lines beside a QR code. `large` and `largeKey` are a line and a label beside a key in large size, 126 and
 * 62 px wide; all other texts are broken there as the kiosk goes along.
 */
export type Slot = 'question' | 'answer' | 'sign' | 'card' | 'title' | 'key' | 'code' | 'large' | 'largeKey';

/** One text and every place it is shown in. */
export interface ScreenText {
  key: string;
  slots: readonly Slot[];
  text: string;
}

/** The texts on nearly every screen, the notice's and staff's, in the order of their numbers, each with its place. */
const commonSlots: readonly (readonly [UiKey, ...Slot[]])[] = [
  ['BACK', 'key', 'largeKey'],
  ['MORE', 'key'],
  ['HOLD_BACK', 'key'],
  ['NEXT', 'key'],
  ['DONE', 'key'],
  ['YES_ONE', 'sign'],
  ['WHICH_ONE', 'question'],
  ['NO', 'answer', 'largeKey'],
  ['NOTICE', 'card'],
  ['NOTICE_GO', 'answer'],
  ['UNDER_18', 'key'],
  ['STAFF_ASK', 'question', 'title'],
  ['FITTED', 'answer'],
  ['LATER', 'answer'],
];

/** The other texts that belong to no question and no card. */
const uiSlots: readonly (readonly [UiKey, ...Slot[]])[] = [
  ['CALL', 'key'],
  ['FITS', 'title'],
  ['MAY_FIT', 'title'],
  ['TIPS', 'title'],
  ['SAFETY_NET', 'title'],
  ['SHOES', 'title'],
  ['STAFF_TITLE', 'title'],
  ['TODAY', 'title'],
  ['SOON', 'title'],
  ['SHEETS', 'title'],
  ['ON_PHONE', 'code'],
  ['ATTRACT', 'title'],
  ['UNDER_18_CARD', 'card'],
  ['LARGE_TEXT', 'largeKey'],
  ['NORMAL_TEXT', 'largeKey'],
  ['HAND_TO_STAFF', 'card'],
  ['STILL_THERE', 'sign', 'large'],
  ['ANY_KEY', 'title', 'large'],
  ['CONTRAST', 'large'],
  ['NEEDS_ATTENTION', 'card'],
  ['CALL_EMERGENCY', 'sign'],
  ['MAINTENANCE', 'card', 'large'],
];

const wordings: Record<Language, Wording> = { en, es, fr, de };

/** All texts that a kiosk shows in one language, in the order of their numbers in `keys.ts`. */
export function textList(language: Language): ScreenText[] {
  const wording = wordings[language];
  const texts = [...pick('question', wording.questions, questionKeys, ['title'])];
  for (const key of questionKeys)
    texts.push(
      ...pick(key, wording.options[key], optionCodes[key], isSign(key) ? ['sign', 'answer'] : ['answer']),
    );
  texts.push(
    ...pick('week.km', wording.km.week, optionCodes.week.slice(0, 5), ['answer']),
    ...pick('dist.km', wording.km.dist, optionCodes.dist, ['answer']),
    ...pickUi(wording, commonSlots),
    ...pick('pattern', wording.patterns, patternCodes, ['sign', 'title']),
    ...pick('pattern.card', wording.patternCards, patternCodes, ['card']),
    ...pick('referral.card', wording.referralCards, referralCardCodes, ['card']),
    ...pick('factor.card', wording.factorCards, optionCodes.load, ['card']),
    ...pick('shoe.card', wording.shoeCards, shoeCodes, ['card']),
    ...pick('staff.card', wording.staffCards, staffCardCodes, ['card']),
    ...pick('foot.card', wording.footCards, optionCodes.foot, ['card']),
  );
  return [...texts, ...pickUi(wording, uiSlots)];
}

function pickUi({ ui }: Wording, slotsOf: typeof uiSlots): ScreenText[] {
  return slotsOf.map(([key, ...slots]) => ({ key: `ui.${key}`, slots, text: ui[key] }));
}

function isSign(key: QuestionKey): boolean {
  return key === 'rf1' || key === 'rf2';
}

function pick<Code extends string>(
  prefix: string,
  texts: Partial<Record<Code, string>>,
  codes: readonly Code[],
  slots: readonly Slot[],
): ScreenText[] {
  return codes.map((code) => ({ key: `${prefix}.${code}`, slots, text: texts[code] ?? '' }));
}
