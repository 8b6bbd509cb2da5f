/** What a screen must say, from the wording and the flow: nothing here asks the firmware what it draws. */
import { screenWords } from '../../companion/screens/screen-words';
import { isPaged } from '../../firmware/flow/press';
import {
  type Run,
  SCREEN_ATTRACT,
  SCREEN_CHECKLIST,
  SCREEN_HAND,
  SCREEN_NOTICE,
  SCREEN_PICTURE,
  SCREEN_QUESTION,
  SCREEN_RESULT,
  SCREEN_STAFF,
  SCREEN_STAFF_ASK,
  SCREEN_UNDER_18,
  SCREEN_WHICH,
} from '../../firmware/flow/run';
import { type Language, optionCodes, questionKeys } from '../../shared/check/codes';
import { RF_NONE } from '../../shared/check/questions';
import { TEXT_PATTERN_CARD } from '../../shared/wording/keys';
import { textList } from '../../shared/wording/texts';

const NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  es: 'Español',
  fr: 'Français',
  de: 'Deutsch',
};
const ANSWERS_A_PAGE = 3;

/** The words of a screen by what they are. */
export interface IntendedWords {
  /** the question, notice or card */
  readonly said: string;
  readonly answers: readonly string[];
  /** what stands beside keys besides */
  readonly labels: readonly string[];
}

/** What a store has set that its screens say. */
export interface SaidSettings {
  readonly isMetric: boolean;
  readonly numbers: string;
  /** the language that one press brings */
  readonly other: Language;
}

/** All words of the screen that a run is at; in large size they stand on several pages. */
export function intendedWords(
  run: Run,
  language: Language,
  { isMetric, numbers, other }: SaidSettings,
): IntendedWords {
  const texts = new Map(textList(language).map(({ key, text }) => [key, text]));
  const text = (key: string): string => {
    const found = texts.get(key);
    if (found === undefined) throw new Error(`There is no text ${key}`);
    return found;
  };
  const ui = (key: string): string => text(`ui.${key}`);
  const plain = textList(language).map((each) => each.text);
  const said = screenWords(run, plain, numbers).join('\n');
  const question = questionKeys[run.question] ?? 'path';
  const options = optionCodes[question].map((code) => {
    const inKm = `${question}.km.${code}`;
    return text(isMetric && texts.has(inKm) ? inKm : `${question}.${code}`);
  });
  const onPage = run.isLarge
    ? options
    : options.slice(run.page * ANSWERS_A_PAGE, (run.page + 1) * ANSWERS_A_PAGE);
  const back = ui('BACK');
  const isLast = run.page === run.cards.length - 1;
  switch (run.screen) {
    case SCREEN_ATTRACT:
      return {
        said: run.isLarge ? said : `${said}\n${ui('ATTRACT')}`,
        answers: [...options, NAMES[other]],
        labels: [run.isLarge ? ui('NORMAL_TEXT') : ui('LARGE_TEXT')],
      };
    case SCREEN_NOTICE:
      return { said, answers: [ui('NOTICE_GO'), ui('UNDER_18')], labels: [back] };
    case SCREEN_QUESTION:
      return { said, answers: onPage, labels: isPaged(run) ? [ui('MORE'), ui('HOLD_BACK')] : [back] };
    case SCREEN_CHECKLIST:
      return {
        said,
        answers: run.isLarge ? options : onPage.slice(0, run.page ? RF_NONE - ANSWERS_A_PAGE : undefined),
        labels: run.isLarge ? [back] : [ui('YES_ONE'), options[RF_NONE] ?? '', back],
      };
    case SCREEN_WHICH:
      return { said, answers: onPage.filter((option) => option !== options[RF_NONE]), labels: [back] };
    case SCREEN_PICTURE:
      return {
        said: run.isLarge ? '' : text(`question.${question}`),
        answers: [],
        labels: run.isLarge ? [back] : [back, ui('NEXT')],
      };
    case SCREEN_STAFF_ASK:
      return { said, answers: [ui('FITTED'), ui('LATER'), ui('NO')], labels: [back] };
    case SCREEN_UNDER_18:
      return { said, answers: [], labels: run.isLarge ? [back] : [back, ui('DONE')] };
    case SCREEN_HAND:
      return { said, answers: [], labels: run.isLarge ? [back] : [back, ui('NEXT')] };
    case SCREEN_RESULT:
    case SCREEN_STAFF: {
      const mark = run.cards.length > 1 ? [`${run.page + 1}/${run.cards.length}`] : [];
      const card = run.cards[run.page] ?? 0;
      const isPicture = card >= 0 && card < TEXT_PATTERN_CARD;
      return {
        said: isPicture ? '' : said,
        answers: [],
        labels: run.isLarge ? [back] : [back, ui(isLast ? 'DONE' : 'NEXT'), ...mark],
      };
    }
    default:
      throw new Error(`No words are known for screen ${run.screen}`);
  }
}
