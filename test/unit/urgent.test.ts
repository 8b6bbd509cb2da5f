import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boardNamed } from '../../companion/flash/boards';
import { readDeviceFiles } from '../../companion/flash/device-files';
import { lookOf } from '../../companion/screens/picture';
import { look } from '../../companion/screens/render';
import { setUpWith } from '../../companion/screens/set-up-kiosk';
import { CODE_CARD } from '../../firmware/flow/cards';
import { pressLarge } from '../../firmware/flow/large';
import { findOutcome, KEY_BACK, press } from '../../firmware/flow/press';
import {
  newRun,
  RULE_CODES,
  RULE_INSTABILITY_URGENT,
  type Run,
  SCREEN_ATTRACT,
  SCREEN_CHECKLIST,
  SCREEN_HAND,
  SCREEN_NOTICE,
  SCREEN_RESULT,
  SCREEN_STAFF,
  wipe,
} from '../../firmware/flow/run';
import type { Board } from '../../firmware/simulator/board';
import type { BoardName } from '../../firmware/simulator/board-kinds';
import { languageCodes, staffCardCodes } from '../../shared/check/codes';
import { NOT_ANSWERED, optionCount, Q_RF1, Q_RF2, RF_NONE, RF2_CATCHES } from '../../shared/check/questions';
import { DEFAULT_SETTINGS, SETTING_URGENT_LINE } from '../../shared/wire/settings';
import { TEXT_PATTERN_CARD, TEXT_REFERRAL_CARD, TEXT_STAFF_CARD } from '../../shared/wording/keys';
import { textList } from '../../shared/wording/texts';
import { tap, wipeAtOnce } from './kiosk-board';
import { inkProblems } from './screen-ink';
import { makeTourBoard } from './tour-board';

/** What a store may have set, and which digits its urgent screens must show. */
const NUMBERS = [
  { urgentLine: '', emergencyNumber: '112', digits: ['112'] },
  { urgentLine: '', emergencyNumber: '911', digits: ['911'] },
  { urgentLine: '', emergencyNumber: '000', digits: ['000'] },
  { urgentLine: '111', emergencyNumber: '999', digits: ['111', '999'] },
  { urgentLine: '116 117', emergencyNumber: '112', digits: ['116\xa0117', '112'] },
  { urgentLine: '', emergencyNumber: '', digits: [] },
] as const;
const KEY_NEXT = 2;
const KEY_CHOOSE = 3;
const KEY_SIZE = 4;
/** As many as an urgent card has in large size, and some that come after it. */
const LARGE_PAGES = 7;
/** What is beside keys in large size, and can stand between two pages of a sentence. */
const LABEL = /^([\x80\x81]|Back|Atrás|Retour|Zurück)$/;

const squeeze = (text: string): string => text.replace(/[\s\xad]/g, '');
const ANSWERS_A_PAGE = 3;

/** The urgent signs, with the question that asks about each. */
const SIGNS = [
  ...[0, 1, 2, 3, 4].map((sign) => ({ question: Q_RF1, sign })),
  ...[0, 1].map((sign) => ({ question: Q_RF2, sign })),
];
type Sign = (typeof SIGNS)[number];

/** The keys from the attract screen to a sign in normal size. */
function keysToSign({ question, sign }: Sign): number[] {
  const before = question === Q_RF1 ? [1, 3] : [1, 3, 3, 3];
  return [...before, ...(sign < ANSWERS_A_PAGE ? [2] : [3, 2]), 1 + (sign % ANSWERS_A_PAGE)];
}

/** The same in large size, where signs are asked one by one. */
function largeKeysToSign({ question, sign }: Sign, countWordPages: (run: Run) => number): number[] {
  const run = newRun(RULE_CODES + RULE_INSTABILITY_URGENT);
  const keys = [KEY_SIZE];
  press(run, KEY_SIZE);
  while (run.screen !== SCREEN_RESULT) {
    const isPast = run.screen === SCREEN_CHECKLIST && run.question !== question;
    const isSign = run.screen === SCREEN_CHECKLIST && run.question === question;
    run.wordPages = countWordPages(run);
    run.pages = run.wordPages + answersOn(run);
    const answer = isPast ? RF_NONE : isSign ? sign : 0;
    const way = [...Array<number>(run.wordPages + answer).fill(KEY_NEXT), KEY_CHOOSE];
    for (const key of way) pressLarge(run, key);
    keys.push(...way);
  }
  return keys;
}

/** What the board shows, text by text; whatever is wrong with its pixels fails here. */
function readScreen(board: Board, name: BoardName): string[] {
  const screen = look(board, 'urgent');
  expect(inkProblems(screen, lookOf(name))).toEqual([]);
  return screen.texts.map(({ text }) => text);
}

const cases = (['pixljs', 'banglejs2'] as const).flatMap((name) =>
  languageCodes.map((language) => ({ name, language })),
);

describe.each(cases)('the urgent cards of a $name in $language', ({ name, language }) => {
  const plain = textList(language).find(({ key }) => key === 'ui.CALL_EMERGENCY')?.text ?? '';

  test.each(NUMBERS)(
    'say "$urgentLine" and "$emergencyNumber" as digits, whole and in both sizes',
    async (numbers) => {
      const { digits, ...set } = numbers;
      const { board, countWordPages } = await makeTourBoard(name, language, {
        ...set,
        instabilityUrgent: true,
      });
      const expectNumbers = (texts: readonly string[]): void => {
        const said = texts.join(' ');
        for (const number of digits) expect(said.match(/\d[\d\xa0]*/g)).toContain(number);
        // without any number it says in words whom to call, and only then
        expect(squeeze(said).includes(squeeze(plain))).toBe(digits.length === 0);
      };
      for (const sign of SIGNS) {
        wipeAtOnce(board);
        tap(board, ...keysToSign(sign));
        expectNumbers(readScreen(board, name));
        wipeAtOnce(board);
        tap(board, ...largeKeysToSign(sign, countWordPages));
        const pages: string[] = [];
        for (let page = 0; page < LARGE_PAGES; page++) {
          // the code's page has no words but Back
          if (board.words.length > 1)
            pages.push(...readScreen(board, name).filter((text) => !LABEL.test(text)));
          tap(board, KEY_NEXT);
        }
        expectNumbers(pages);
      }
    },
  );
});

test.each(['pixljs', 'banglejs2'] as const)(
  'a %s that was given an urgent line alone says in words whom to call: the line may be engaged',
  async (name) => {
    const kind = boardNamed(name);
    const files = readDeviceFiles(`dist/firmware/${name}`, kind, ['en']);
    const lineAlone = DEFAULT_SETTINGS.slice(0, SETTING_URGENT_LINE) + '111'.padEnd(40);
    const board = await setUpWith(files, kind, lineAlone);
    board.advance(3000);
    tap(board, ...keysToSign({ question: Q_RF1, sign: 1 }));
    const said = squeeze(readScreen(board, name).join(' '));
    expect(said).toContain('Callyouremergencynumber');
    expect(said).not.toContain('111');
  },
);

/** What may be on the screen while an urgent sign stands: its own card, the card's code, and staff's card for it. */
function isHelpOnly(run: Run): boolean {
  const { card } = findOutcome(run);
  const help = [
    TEXT_REFERRAL_CARD + card,
    TEXT_REFERRAL_CARD + card - TEXT_PATTERN_CARD + CODE_CARD,
    TEXT_STAFF_CARD + staffCardCodes.indexOf('urgent'),
  ];
  const isStaffs = run.screen === SCREEN_STAFF;
  return (
    [SCREEN_RESULT, SCREEN_HAND, SCREEN_STAFF].includes(run.screen) &&
    run.cards.every((shown) => help.includes(shown) && (shown === help[2]) === isStaffs)
  );
}

/** Whether the answers hold a sign that is urgent by the rules. */
function hasUrgentSign({ answers, rules }: Run): boolean {
  const [rf1 = NOT_ANSWERED, rf2 = NOT_ANSWERED] = [answers[Q_RF1], answers[Q_RF2]];
  const isUnstable = rf2 >= 0 && rf2 <= RF2_CATCHES && (rules & RULE_INSTABILITY_URGENT) > 0;
  return (rf1 >= 0 && rf1 < RF_NONE) || isUnstable;
}

const anyKeys = fc.array(fc.constantFrom(1, 2, 3, 3, 4, KEY_BACK), { maxLength: 60 });

const presses = [
  { size: 'normal', act: press },
  {
    size: 'large',
    act: (run: Run, key: number): void => {
      if (key > 4 || run.screen === SCREEN_ATTRACT) press(run, key);
      else pressLarge(run, key);
      run.isLarge = true;
      run.wordPages = 1;
      run.pages = 1 + answersOn(run);
      run.step = Math.min(run.step, run.pages - 1);
    },
  },
] as const;

function answersOn({ screen, question }: Run): number {
  if (screen === SCREEN_NOTICE) return 2;
  return screen > SCREEN_CHECKLIST ? 0 : optionCount(question);
}

describe.each(presses)('after an urgent sign, in $size size', ({ act }) => {
  test.each([
    { rules: RULE_CODES, store: 'the usual rules' },
    { rules: RULE_INSTABILITY_URGENT, store: 'instability urgent' },
  ])('no key leads to shoes, feet, an offer or a pattern while the sign stands: $store', ({ rules }) => {
    let urgentScreens = 0;
    fc.assert(
      fc.property(fc.constantFrom(0, 1, 2, 3, 4), anyKeys, (sign, keys) => {
        const run = newRun(rules);
        const question = rules === RULE_CODES ? Q_RF1 : Q_RF2;
        const isFirst = question === Q_RF1;
        for (const key of keysToSign({ question, sign: isFirst ? sign : sign % 2 })) press(run, key);
        expect(hasUrgentSign(run)).toBe(true);
        for (const key of keys) {
          act(run, key);
          if (run.screen === SCREEN_ATTRACT) wipe(run);
          if (!hasUrgentSign(run)) continue;
          urgentScreens++;
          expect([run.screen, run.cards, isHelpOnly(run)]).toEqual([run.screen, run.cards, true]);
        }
      }),
      { numRuns: 1500 },
    );
    expect(urgentScreens).toBeGreaterThan(1500);
  });
});
