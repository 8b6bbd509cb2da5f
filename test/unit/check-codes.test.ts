import { describe, expect, test } from 'vitest';
import {
  confidenceCodes,
  counterKeys,
  optionCodes,
  patternCodes,
  questionKeys,
  referralCardCodes,
  referralCodes,
  shoeCodes,
} from '../../shared/check/codes';
import { outcome, patternTally } from '../../shared/check/outcome';
import * as patterns from '../../shared/check/patterns';
import { optionCount, optionStart, QUESTION_COUNT } from '../../shared/check/questions';
import * as referrals from '../../shared/check/referral';
import * as shoes from '../../shared/check/shoe';
import * as tallies from '../../shared/tallies';

describe('the readable keys', () => {
  test('are one for each question and each of its options, in the order of the numbers', () => {
    expect(questionKeys).toHaveLength(QUESTION_COUNT);
    let start = 0;
    questionKeys.forEach((key, question) => {
      expect(optionStart(question)).toBe(start);
      expect(optionCount(question)).toBe(optionCodes[key].length);
      start += optionCodes[key].length;
    });
    expect(optionStart(QUESTION_COUNT)).toBe(start);
  });

  test('are one for each counter, each another one', () => {
    expect(counterKeys).toHaveLength(tallies.TALLY_COUNT);
    expect(new Set(counterKeys).size).toBe(tallies.TALLY_COUNT);
  });

  const firstOf: [counter: number, key: string][] = [
    [tallies.TALLY_ANSWER, 'path.knee'],
    [tallies.TALLY_PATTERN - 1, 'foot.unsure'],
    [tallies.TALLY_PATTERN, 'pattern.PFP.fits'],
    [tallies.TALLY_REFERRAL, 'referral.none'],
    [tallies.TALLY_SHOE, 'shoe.replace_now'],
    [tallies.TALLY_STAFF, 'staff.fitted'],
    [tallies.TALLY_LEFT, 'left.notice'],
    [tallies.TALLY_LEFT + 1, 'left.path'],
    [tallies.TALLY_TIME_OUT - 1, 'left.wear'],
    [tallies.TALLY_TIME_OUT, 'time_out'],
    [tallies.TALLY_PLAY, 'play'],
    [tallies.TALLY_START, 'start.5_11'],
    [tallies.TALLY_UNDER_18 - 1, 'start.unknown'],
    [tallies.TALLY_UNDER_18, 'under_18'],
    [tallies.TALLY_LANGUAGE, 'language.en'],
    [tallies.TALLY_LARGE, 'large'],
  ];
  for (const [counter, key] of firstOf)
    test(`counter ${counter} is ${key}`, () => {
      expect(counterKeys[counter]).toBe(key);
    });
});

describe('a number that rules name has the code of that name', () => {
  const named: [code: string | undefined, name: string][] = [
    [patternCodes[patterns.PFP], 'PFP'],
    [patternCodes[patterns.ITB], 'ITB'],
    [patternCodes[patterns.PT], 'PT'],
    [patternCodes[patterns.MEN], 'MEN'],
    [patternCodes[patterns.OA], 'OA'],
    [patternCodes[patterns.UNCLEAR], 'UNCLEAR'],
    [confidenceCodes[patterns.CONFIDENCE_FITS], 'fits'],
    [confidenceCodes[patterns.CONFIDENCE_MAY_FIT], 'may_fit'],
    [confidenceCodes[patterns.CONFIDENCE_UNCLEAR], 'unclear'],
    [referralCodes[referrals.REFERRAL_NONE], 'none'],
    [referralCodes[referrals.REFERRAL_SOON], 'soon'],
    [referralCodes[referrals.REFERRAL_URGENT], 'urgent'],
    [referralCardCodes[referrals.CARD_RF2], 'rf2'],
    [referralCardCodes[referrals.CARD_SOON_DURATION], 'soon.duration'],
    [referralCardCodes[referrals.CARD_SOON_OTHER], 'soon.other'],
    [referralCardCodes[referrals.CARD_NONE], 'none'],
    [referralCardCodes[referrals.CARD_RF2_URGENT], 'rf2.urgent'],
    [shoeCodes[shoes.SHOE_REPLACE_NOW], 'replace_now'],
    [shoeCodes[shoes.SHOE_PLAN], 'plan'],
    [shoeCodes[shoes.SHOE_FINE], 'fine'],
    [shoeCodes[shoes.SHOE_NOT_CHECKED], 'not_checked'],
  ];
  for (const [code, name] of named)
    test(name, () => {
      expect(code).toBe(name);
    });
});

describe('the counter of a pattern', () => {
  const sayable = [
    'PFP.fits',
    'PFP.may_fit',
    'ITB.fits',
    'ITB.may_fit',
    'PT.fits',
    'PT.may_fit',
    'MEN.may_fit',
    'OA.fits',
    'OA.may_fit',
    'UNCLEAR.unclear',
  ] as const;
  for (const said of sayable)
    test(`of ${said} is the one of that name`, () => {
      const [pattern, confidence] = said.split('.');
      const tally = patternTally(
        (patternCodes as readonly string[]).indexOf(pattern ?? ''),
        (confidenceCodes as readonly string[]).indexOf(confidence ?? ''),
      );
      expect(counterKeys[tallies.TALLY_PATTERN + tally]).toBe(`pattern.${said}`);
    });
});

test('a check that has hardly begun is never called urgent', () => {
  const started = [0, ...Array(QUESTION_COUNT - 1).fill(-1)];
  expect(outcome(started, true, false)).toMatchObject({ referral: 0, pattern: -1, second: -1 });
});
