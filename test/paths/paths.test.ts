import { beforeAll, describe, expect, test } from 'vitest';
import {
  confidenceCodes,
  optionCodes,
  patternCodes,
  questionKeys,
  referralCardCodes,
  referralCodes,
  shoeCodes,
} from '../../shared/check/codes';
import { outcome } from '../../shared/check/outcome';
import {
  type Answers,
  isAsked,
  NOT_ANSWERED,
  nextQuestion,
  Q_FOOT,
  QUESTION_COUNT,
} from '../../shared/check/questions';
import { type ExpectedOutcome, expectedOutcome } from './outcomes';
import { allPaths, type Codes, expectedOptions, isFootExpected, type Path } from './questions';

const FEET = [undefined, ...expectedOptions.foot];
/** Enough to see what is wrong. */
const MISTAKES_SHOWN = 5;

let paths: Path[];
beforeAll(() => {
  paths = [...allPaths()];
});

function toAnswers(codes: Codes): Answers {
  return questionKeys.map((key) => (optionCodes[key] as readonly string[]).indexOf(codes[key] ?? ''));
}

function toCodes(answers: Answers, isInstabilityUrgent: boolean, isSignposting: boolean): ExpectedOutcome {
  const found = outcome(answers, isInstabilityUrgent, isSignposting);
  return {
    pattern: [found.pattern, found.second]
      .filter((pattern) => pattern >= 0)
      .map((pattern) => `${patternCodes[pattern]}:${confidenceCodes[found.confidence]}`),
    referral: referralCodes[found.referral] ?? 'no code',
    card: referralCardCodes[found.card] ?? 'no code',
    shoe: shoeCodes[found.shoe] ?? 'no code',
  };
}

/** Walks all paths and returns the first of those that `isWrong` says something about. */
function mistakes(isWrong: (path: Path) => unknown): unknown[] {
  const found: unknown[] = [];
  for (const path of paths) {
    const mistake = isWrong(path);
    if (mistake) found.push({ answers: path.answers, mistake });
    if (found.length === MISTAKES_SHOWN) break;
  }
  return found;
}

function difference(found: unknown, expected: unknown): object | undefined {
  const [left, right] = [JSON.stringify(found), JSON.stringify(expected)];
  return left === right ? undefined : { found: left, expected: right };
}

describe('the paths through the questions', () => {
  test('there are 60,185 of them, and 240,725 with each answer about feet', () => {
    const withFeet = paths.reduce((sum, { answers }) => sum + (isFootExpected(answers) ? 4 : 1), 0);
    expect([paths.length, withFeet]).toEqual([60_185, 240_725]);
  });

  test('each asks its questions one after the other and then comes to its result', () => {
    expect(
      mistakes(({ asked, answers }) => {
        const soFar: Answers = new Array(QUESTION_COUNT).fill(NOT_ANSWERED);
        const given: string[] = [];
        for (let next = nextQuestion(soFar); next >= 0 && given.length < 20; next = nextQuestion(soFar)) {
          const key = questionKeys[next] ?? 'path';
          given.push(key);
          soFar[next] = (optionCodes[key] as readonly string[]).indexOf(answers[key] ?? '');
          if (soFar[next] === NOT_ANSWERED) break;
        }
        return difference(given, asked);
      }),
    ).toEqual([]);
  });

  test('each asks exactly the questions of its path, and about feet unless care comes first', () => {
    expect(
      mistakes(({ asked, answers }) => {
        const found = questionKeys.filter((_, question) => isAsked(question, toAnswers(answers)));
        return difference(found, isFootExpected(answers) ? [...asked, 'foot'] : asked);
      }),
    ).toEqual([]);
  });
});

describe('the outcome of each path', () => {
  for (const isInstabilityUrgent of [false, true])
    test(`is the one in the tables, whatever the feet, instability ${isInstabilityUrgent ? 'urgent' : 'soon'}`, () => {
      expect(
        mistakes(({ answers }) => {
          const expected = expectedOutcome(answers, isInstabilityUrgent);
          for (const foot of isFootExpected(answers) ? FEET : [undefined]) {
            const given = toAnswers(foot ? { ...answers, foot } : answers);
            const mistake = difference(toCodes(given, isInstabilityUrgent, false), expected);
            if (mistake) return mistake;
          }
          return undefined;
        }),
      ).toEqual([]);
    });

  test('shows no label in signposting mode and is the same in all else', () => {
    expect(
      mistakes(({ answers }) => {
        const expected = { ...expectedOutcome(answers, false), pattern: [] };
        return difference(toCodes(toAnswers(answers), false, true), expected);
      }),
    ).toEqual([]);
  });

  test('is urgent after any sign of the first list, and never less than soon after one of the second', () => {
    expect(
      mistakes(({ answers }) => {
        const { referral } = toCodes(toAnswers(answers), false, false);
        const isFirst = answers.rf1 !== undefined && answers.rf1 !== 'none';
        const isSecond = answers.rf2 !== undefined && answers.rf2 !== 'none';
        return isFirst ? referral !== 'urgent' : isSecond && referral === 'none';
      }),
    ).toEqual([]);
  });

  test('names at most two patterns, and two only where neither fits for certain', () => {
    expect(
      mistakes(({ answers }) => {
        const { pattern } = toCodes(toAnswers(answers), false, false);
        return pattern.length > 2 || (pattern.length === 2 && pattern.join().includes(':fits'));
      }),
    ).toEqual([]);
  });

  test('does not change when questions that were not asked have answers', () => {
    let seed = 1;
    const random = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    expect(
      mistakes(({ answers }) => {
        const asked = toAnswers(answers);
        const littered = asked.map((option, question) => {
          const options = optionCodes[questionKeys[question] ?? 'path'].length;
          return option === NOT_ANSWERED && question !== Q_FOOT ? random(options + 1) - 1 : option;
        });
        return (
          difference(toCodes(littered, true, false), toCodes(asked, true, false)) ??
          difference(
            questionKeys.filter((_, question) => isAsked(question, littered)),
            questionKeys.filter((_, question) => isAsked(question, asked)),
          ) ??
          nextQuestion(littered) !== -1
        );
      }),
    ).toEqual([]);
  });
});
