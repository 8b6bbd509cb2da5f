import { type Outcome, outcome } from '../../shared/check/outcome';
import {
  NOT_ANSWERED,
  nextQuestion,
  optionCount,
  Q_FOOT,
  Q_PATH,
  Q_RF1,
  Q_RF2,
  Q_STIFF,
  Q_WEAR,
  QUESTION_COUNT,
  RF_NONE,
  RF2_CATCHES,
} from '../../shared/check/questions';
import { REFERRAL_URGENT } from '../../shared/check/referral';
import { resultCards, staffCards } from './cards';
import {
  RULE_INSTABILITY_URGENT,
  RULE_SIGNPOSTING,
  type Run,
  SCREEN_ATTRACT,
  SCREEN_CHECKLIST,
  SCREEN_HAND,
  SCREEN_MAINTENANCE,
  SCREEN_MENU,
  SCREEN_NOTICE,
  SCREEN_PICTURE,
  SCREEN_QUESTION,
  SCREEN_RESULT,
  SCREEN_STAFF,
  SCREEN_STAFF_ASK,
  SCREEN_UNDER_18,
  SCREEN_WHICH,
} from './run';

/** What a press meant, for counting. */
export const EVENT_NONE = 0;
export const EVENT_STARTED = 1;
/** The result is on the screen for the first time. */
export const EVENT_FINISHED = 2;
export const EVENT_UNDER_18 = 3;
export const EVENT_LANGUAGE = 4;
export const EVENT_SIZE = 5;
/** Plus the answer in the staff menu: CHOICE_* of firmware/settings, or 2 for maintenance. */
export const EVENT_MENU = 6;
/** The run is over, as with all that follow: after its result, or without anything to count. */
export const EVENT_ENDED = 10;
/** Plus 0 fitted, 1 later, 2 no; the run is over. */
export const EVENT_STAFF = 11;
/** Plus the place: 0 the notice, 1 + question otherwise. The run is over without a result. */
export const EVENT_LEFT = 16;

/** Keys 1 to 4 are the buttons; these are ways to use them. */
export const KEY_BACK = 5;
export const KEY_WIPE = 6;
/** Opens the staff menu from the attract screen, always in large size. */
export const KEY_MENU = 7;

const ANSWERS_A_PAGE = 3;
/** The answer of the staff menu that is no choice: maintenance. */
export const MENU_MAINTENANCE = 2;

/** Whether the fourth key turns the page here, so that going back needs a hold. In large size it never does. */
export function isPaged(run: Run): boolean {
  return !run.isLarge && run.screen === SCREEN_QUESTION && optionCount(run.question) > ANSWERS_A_PAGE;
}

/** Ends the run: what is counted depends on how far it came. The answers stay until `wipe`. */
export function endRun(run: Run): number {
  const screen = run.screen;
  run.screen = SCREEN_ATTRACT;
  if (run.isCounted || screen === SCREEN_ATTRACT || screen >= SCREEN_UNDER_18) return EVENT_ENDED;
  return EVENT_LEFT + (screen === SCREEN_NOTICE ? 0 : 1 + run.question);
}

function ask(run: Run, question: number): void {
  run.question = question;
  run.cards = [];
  run.page = 0;
  run.screen =
    question === Q_RF1 || question === Q_RF2
      ? SCREEN_CHECKLIST
      : question === Q_WEAR
        ? SCREEN_PICTURE
        : SCREEN_QUESTION;
}

/** The outcome of a run whose result is due, by the store's rules. */
export function findOutcome(run: Run): Outcome {
  return outcome(run.answers, (run.rules & RULE_INSTABILITY_URGENT) > 0, (run.rules & RULE_SIGNPOSTING) > 0);
}

function showCards(run: Run, screen: number): void {
  const found = findOutcome(run);
  run.cards = (screen === SCREEN_RESULT ? resultCards : staffCards)(run.answers, found, run.rules);
  run.referral = found.referral;
  run.confidence = found.confidence;
  run.screen = screen;
  run.page = 0;
}

/** Asks what comes after a question that was answered or is not asked, or shows the result: at once when it is urgent, else when nothing is left to ask. */
function goOn(run: Run, answered: number): number {
  const option = run.answers[answered] as number;
  const isUrgent =
    answered === Q_RF1
      ? option < RF_NONE
      : answered === Q_RF2 && run.rules & RULE_INSTABILITY_URGENT && option <= RF2_CATCHES;
  const question = isUrgent ? NOT_ANSWERED : nextQuestion(run.answers, answered + 1);
  if (question >= 0) {
    ask(run, question);
    return EVENT_NONE;
  }
  showCards(run, SCREEN_RESULT);
  if (run.isCounted) return EVENT_NONE;
  run.isCounted = true;
  return EVENT_FINISHED;
}

/** Asks the shopper to hand the kiosk to staff. */
function handOver(run: Run): number {
  run.screen = SCREEN_HAND;
  run.cards = [];
  run.page = 0;
  return EVENT_NONE;
}

function answer(run: Run, option: number): number {
  const question = run.question;
  const answers = run.answers.fill(NOT_ANSWERED, question + 1);
  answers[question] = option;
  return question === Q_FOOT ? handOver(run) : goOn(run, question);
}

/** One action back: the page before, the question before (its answer is dropped), or out of the run. */
function goBack(run: Run): number {
  const screen = run.screen;
  if (screen === SCREEN_WHICH) {
    run.screen = SCREEN_CHECKLIST;
  } else if (run.page > 0 && screen !== SCREEN_QUESTION) {
    run.page--;
  } else if (screen === SCREEN_STAFF_ASK) {
    showCards(run, SCREEN_STAFF);
  } else if (screen === SCREEN_HAND || (screen === SCREEN_QUESTION && run.question === Q_FOOT)) {
    run.answers[Q_FOOT] = NOT_ANSWERED;
    showCards(run, SCREEN_RESULT);
  } else if (screen > SCREEN_NOTICE && screen <= SCREEN_RESULT && screen !== SCREEN_UNDER_18) {
    let before = screen === SCREEN_RESULT ? Q_FOOT : run.question;
    do before--;
    while (before > Q_PATH && run.answers[before] === NOT_ANSWERED);
    for (let later = before; later < QUESTION_COUNT; later++)
      if (later > Q_PATH) run.answers[later] = NOT_ANSWERED;
    if (before > Q_PATH) ask(run, before);
    else run.screen = SCREEN_NOTICE;
  } else {
    return endRun(run);
  }
  return EVENT_NONE;
}

/** From card to card, then on to what follows the last one. */
function turnCard(run: Run): number {
  if (run.page < run.cards.length - 1) {
    run.page++;
  } else if (run.screen === SCREEN_RESULT) {
    if (run.referral === REFERRAL_URGENT) return handOver(run);
    ask(run, Q_FOOT);
  } else if (run.referral === REFERRAL_URGENT) {
    return endRun(run);
  } else {
    run.screen = SCREEN_STAFF_ASK;
    run.page = 0;
  }
  return EVENT_NONE;
}

/** What the fourth key, a hold of it and the two left keys do. */
function pressAside(run: Run, key: number): number {
  const screen = run.screen;
  if (key === KEY_WIPE) return endRun(run);
  if (key === KEY_MENU) run.screen = SCREEN_MENU;
  if (key === KEY_MENU || (key === 4 && screen === SCREEN_ATTRACT)) {
    run.isLarge = key === KEY_MENU || !run.isLarge;
    return EVENT_SIZE;
  }
  if (key > 3 && (key !== 4 || !isPaged(run))) return goBack(run);
  run.page = 1 - run.page; // no question has more than two pages
  return EVENT_NONE;
}

/** Moves the run on by one press of a key and says what is to be counted. */
export function press(run: Run, key: number): number {
  const screen = run.screen;
  const option = run.page * ANSWERS_A_PAGE + key - 1;
  if (key > 3) return pressAside(run, key);
  // Espruino reads past every case before the right one: what is pressed most comes first
  switch (screen) {
    case SCREEN_QUESTION:
      return option < optionCount(run.question) ? answer(run, option) : EVENT_NONE;
    case SCREEN_RESULT:
    case SCREEN_STAFF:
      return key === 3 ? turnCard(run) : EVENT_NONE;
    case SCREEN_CHECKLIST:
      if (key === 2) run.screen = SCREEN_WHICH;
      else if (key === 3 && run.page > 0) return answer(run, RF_NONE);
      else if (key === 3) run.page = 1;
      return EVENT_NONE;
    case SCREEN_ATTRACT:
      if (key === 3) return EVENT_LANGUAGE;
      run.answers[Q_PATH] = key - 1;
      run.screen = SCREEN_NOTICE;
      return EVENT_STARTED;
    case SCREEN_NOTICE:
      if (key === 3) return goOn(run, run.answers[Q_PATH] ? Q_STIFF : Q_PATH);
      if (key === 1) return EVENT_NONE;
      run.screen = SCREEN_UNDER_18;
      return EVENT_UNDER_18;
    case SCREEN_WHICH:
      return option < RF_NONE ? answer(run, option) : EVENT_NONE;
    case SCREEN_HAND:
      if (key === 3) showCards(run, SCREEN_STAFF);
      return EVENT_NONE;
    case SCREEN_STAFF_ASK:
      endRun(run);
      return key + (EVENT_STAFF - 1);
    case SCREEN_MENU:
      run.page = 0;
      if (option === MENU_MAINTENANCE) run.screen = SCREEN_MAINTENANCE;
      return EVENT_MENU + option;
    case SCREEN_PICTURE:
      if (key === 3) run.screen = SCREEN_QUESTION;
      return EVENT_NONE;
    default:
      return key === 3 ? endRun(run) : EVENT_NONE;
  }
}
