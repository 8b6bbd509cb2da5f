import { beforeAll, describe, expect, test } from 'vitest';
import { screenWords } from '../../companion/screens/screen-words';
import { isPaged, press } from '../../firmware/flow/press';
import {
  newRun,
  RULE_INSTABILITY_URGENT,
  type Run,
  SCREEN_ATTRACT,
  SCREEN_HAND,
  SCREEN_STAFF,
} from '../../firmware/flow/run';
import { optionCodes, questionKeys } from '../../shared/check/codes';
import { textList } from '../../shared/wording/texts';
import { expectedOutcome } from './outcomes';
import { allPaths, type Codes, expectedOptions, isFootExpected } from './questions';

const TEXTS = textList('en').map(({ text }) => text);
const SCREENS_MOST = 6;
/** Whose feet are asked about and what they say, drawn from a fixed row: each path has one of them. */
const FEET: readonly (string | undefined)[] = ['flat', 'high', 'rolls_in', 'unsure'];
const FEET_STEP = 48_271;
const FEET_PERIOD = 7;
const KEY_ON = 3;

/** What staff are told by a kind of card of their own, as the wording has it. */
const textOf = (key: string): string => textList('en').find((text) => text.key === key)?.text ?? `no ${key}`;

/** Every word that staff see after a run with these answers, screen by screen, from "hand me over" to its end. */
function staffWords(answers: Codes, rules: number): string[] {
  const run: Run = newRun(rules);
  run.answers = questionKeys.map((key) =>
    (optionCodes[key] as readonly string[]).indexOf(answers[key] ?? ''),
  );
  run.screen = SCREEN_HAND;
  const seen: string[] = [];
  while (run.screen !== SCREEN_ATTRACT && seen.length < SCREENS_MOST) {
    const mark = run.screen === SCREEN_STAFF ? `${run.page + 1}/${run.cards.length}` : '';
    seen.push([`screen ${run.screen}`, ...screenWords(run, TEXTS, '112'), mark, isPaged(run)].join('\n'));
    press(run, KEY_ON);
  }
  return seen;
}

/** What may decide what staff read: the shoe's answers, the foot, and whether care comes today, soon or not. */
function deciding(answers: Codes, referral: string): string {
  if (referral === 'urgent') return 'urgent';
  const { pair, week, dist, wear, foot } = answers;
  return [referral, pair, week, dist, wear, foot].join(' ');
}

interface Seen {
  readonly answers: Codes;
  readonly referral: string;
  readonly words: readonly string[];
}

describe.each([
  { name: 'a knee that gives way is sent soon', rules: 0 },
  { name: 'a knee that gives way is sent today', rules: RULE_INSTABILITY_URGENT },
])('what staff read after each path, where $name', ({ rules }) => {
  const seen: Seen[] = [];
  beforeAll(() => {
    for (const { answers } of allPaths()) {
      const { referral } = expectedOutcome(answers, rules > 0);
      const foot = FEET[(seen.length * FEET_STEP) % FEET_PERIOD];
      const given = foot && isFootExpected(answers) && referral !== 'urgent' ? { ...answers, foot } : answers;
      seen.push({ answers: given, referral, words: staffWords(given, rules) });
    }
  });

  test('is the same for the same shoes, whatever was said about pain, but for "soon" and "urgent"', () => {
    const first = new Map<string, Seen>();
    const differing = seen.filter((one) => {
      const key = deciding(one.answers, one.referral);
      const other = first.get(key) ?? one;
      first.set(key, other);
      return other.words.join() !== one.words.join();
    });
    expect(seen.length).toBeGreaterThan(60_000);
    expect(differing.slice(0, 3)).toEqual([]);
  });

  test('differs between "soon" and no referral by the card for it and the place marks alone', () => {
    const soonCard = textOf('staff.card.soon');
    const shoeWords = (words: readonly string[]): string[] =>
      words.filter((screen) => !screen.includes(soonCard)).map((screen) => screen.replace(/\d\/\d/, ''));
    const withoutReferral = new Map<string, readonly string[]>();
    for (const { answers, referral, words } of seen)
      if (referral === 'none') withoutReferral.set(deciding(answers, ''), words);
    const soon = seen.filter(({ referral }) => referral === 'soon');
    const wrong = soon.filter(({ answers, words }) => {
      const plain = withoutReferral.get(deciding(answers, ''));
      return (
        !plain || shoeWords(words).join() !== shoeWords(plain).join() || words[1]?.includes(soonCard) !== true
      );
    });
    expect(soon.length).toBeGreaterThan(10_000);
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  test('is one card and the end after an urgent sign, whichever sign it was: help first, no sale', () => {
    const urgent = new Set(
      seen.filter(({ referral }) => referral === 'urgent').map(({ words }) => words.join('; ')),
    );
    expect(urgent.size).toBe(1);
    const [words = ''] = urgent;
    expect(words).toContain(textOf('staff.card.urgent'));
    expect(words.split('; ')).toHaveLength(2);
  });

  test('holds no word of a pattern, a place, a tip or a sign, and no number to call', () => {
    const pain = textList('en').filter(({ key }) =>
      /^(rf1|rf2|loc|beh|dur|load|stiff|pattern|factor)\./.test(key),
    );
    const all = [...new Set(seen.flatMap(({ words }) => words))].join('\n');
    expect(pain.length).toBeGreaterThan(30);
    expect(pain.filter(({ text }) => text && all.includes(text)).map(({ key }) => key)).toEqual([]);
    expect(all).not.toContain('112');
  });
});

test('each answer about feet changes what staff read, and nothing else does of what comes after the result', () => {
  const shoes: Codes = { path: 'shoes', pair: 'lt3m', week: 'w1', wear: 'none' };
  const read = expectedOptions.foot.map((foot) => staffWords({ ...shoes, foot }, 0).join());
  expect(new Set(read).size).toBe(4);
  expect(read[3]).toBe(staffWords(shoes, 0).join());
});
