import { describe, expect, test } from 'vitest';
import { checkLine } from '../../companion/cli/check-line';

const RULES = { isInstabilityUrgent: false, isSignposting: false };
const SHOES = { path: 'shoes', pair: 'know', dist: 'lt300', wear: 'none' };
const KNEE = {
  path: 'knee',
  rf1: 'none',
  rf2: 'none',
  dur: 'lt2w',
  loc: 'front',
  beh: 'stairs_sit',
  load: 'jump',
  pair: 'know',
  dist: 'gt500',
};

function check(answers: object | string, rules = RULES): unknown {
  return checkLine(typeof answers === 'string' ? answers : JSON.stringify(answers), 7, rules);
}

describe('a line with all answers', () => {
  const cases: [name: string, answers: object, expected: object][] = [
    [
      'of a knee path has its pattern',
      KNEE,
      {
        asked: ['path', 'rf1', 'rf2', 'dur', 'loc', 'beh', 'load', 'pair', 'dist', 'foot'],
        pattern: ['PFP:fits'],
        referral: 'none',
        shoe: 'replace_now',
      },
    ],
    [
      'has two patterns in the order of the table',
      { ...KNEE, loc: 'below', dist: 'lt300', wear: 'crease' },
      {
        asked: ['path', 'rf1', 'rf2', 'dur', 'loc', 'beh', 'load', 'pair', 'dist', 'wear', 'foot'],
        pattern: ['PT:may_fit', 'PFP:may_fit'],
        referral: 'none',
        shoe: 'plan',
      },
    ],
    [
      'says so when no pattern is clear',
      { ...KNEE, loc: 'back' },
      {
        asked: ['path', 'rf1', 'rf2', 'dur', 'loc', 'beh', 'load', 'pair', 'dist', 'foot'],
        pattern: ['UNCLEAR:unclear'],
        referral: 'soon',
        shoe: 'replace_now',
      },
    ],
    [
      'ends after an urgent sign, without feet',
      { path: 'knee', rf1: 'calf' },
      { asked: ['path', 'rf1'], pattern: [], referral: 'urgent', shoe: 'not_checked' },
    ],
    [
      'may be about shoes only, with feet',
      { ...SHOES, foot: 'high' },
      { asked: ['path', 'pair', 'dist', 'wear', 'foot'], pattern: [], referral: 'none', shoe: 'fine' },
    ],
    [
      'asks for the wear only below the highest band',
      { path: 'knee', rf1: 'none', rf2: 'gives_way', pair: 'gt12m', week: 'w2' },
      {
        asked: ['path', 'rf1', 'rf2', 'pair', 'week', 'foot'],
        pattern: [],
        referral: 'soon',
        shoe: 'replace_now',
      },
    ],
  ];
  for (const [name, answers, expected] of cases)
    test(name, () => {
      expect(JSON.stringify(check(answers))).toBe(JSON.stringify(expected));
    });

  test('shows no pattern in signposting mode', () => {
    expect(check(KNEE, { ...RULES, isSignposting: true })).toMatchObject({
      pattern: [],
      referral: 'none',
      shoe: 'replace_now',
    });
  });

  test('refers giving way and catching at once when the store says so, the other signs not', () => {
    const rules = { ...RULES, isInstabilityUrgent: true };
    const referralOf = (rf2: string): unknown =>
      check({ path: 'knee', rf1: 'none', rf2, pair: 'know', dist: 'gt500' }, rules);
    for (const rf2 of ['gives_way', 'catches'])
      expect(referralOf(rf2)).toMatchObject({ referral: 'urgent', shoe: 'replace_now' });
    for (const rf2 of ['swelling_stays', 'night_rest', 'sharp_worse'])
      expect(referralOf(rf2)).toMatchObject({ referral: 'soon' });
  });

  test('may be spaced, may end in a carriage return and may repeat a key: the last one counts', () => {
    const line = ' { "path": "knee", "rf1": "none", "rf1": "calf" }\t\r';
    expect(check(line)).toMatchObject({ referral: 'urgent' });
  });
});

describe('a line that cannot be answered', () => {
  const cases: [name: string, answers: object | string, error: string, message: string][] = [
    ['no JSON', '{path:knee}', 'line-unreadable', 'JSON object'],
    ['half an object', '{"path":"knee"', 'line-unreadable', 'JSON object'],
    ['two objects', '{} {}', 'line-unreadable', 'JSON object'],
    ['an array', '[]', 'line-unreadable', 'JSON object'],
    ['null', 'null', 'line-unreadable', 'JSON object'],
    ['a string', '"path"', 'line-unreadable', 'JSON object'],
    ['brackets without end', '['.repeat(60_000), 'line-unreadable', 'JSON object'],
    ['too long', `{"path":"shoes"${' '.repeat(70_000)}}`, 'line-unreadable', '65536 characters'],
    ['a space that JSON does not know', '\u00a0', 'line-unreadable', 'JSON object'],
    ['an unknown key', { ...SHOES, age: '40' }, 'key-unknown', '"age"'],
    ['a key in capitals', { ...SHOES, Foot: 'flat' }, 'key-unknown', '"Foot"'],
    ['a key that every object has', { ...SHOES, toString: 'knee' }, 'key-unknown', '"toString"'],
    ['__proto__', '{"__proto__":{"path":"shoes"}}', 'key-unknown', '"__proto__"'],
    ['an unknown code', { ...SHOES, wear: 'holes' }, 'code-unknown', '"wear" has no answer "holes"'],
    ['a code of another question', { path: 'none' }, 'code-unknown', '"path" has no answer "none"'],
    ['a code that every object has', { path: 'constructor' }, 'code-unknown', '"constructor"'],
    ['a number for a code', { path: 0 }, 'code-unknown', '"path" has no answer 0'],
    ['null for an answer', { ...SHOES, foot: null }, 'code-unknown', '"foot" has no answer null'],
    ['a list of codes', { path: ['knee'] }, 'code-unknown', '["knee"]'],
    ['nothing', {}, 'answer-missing', '"path"'],
    ['no second list', { ...KNEE, rf2: undefined }, 'answer-missing', '"rf2"'],
    ['no behaviour', { ...KNEE, beh: undefined }, 'answer-missing', '"beh"'],
    ['no wear below the highest band', { ...SHOES, wear: undefined }, 'answer-missing', '"wear"'],
    ['load for morning pain', { ...KNEE, beh: 'morning' }, 'answer-missing', '"stiff"'],
    ['wear in the highest band', { ...KNEE, wear: 'none' }, 'answer-not-asked', '"wear"'],
    ['pain on the shoes path', { ...SHOES, loc: 'front' }, 'answer-not-asked', '"loc"'],
    [
      'stiffness of pain on stairs',
      { ...KNEE, stiff: 'long' },
      'answer-not-asked',
      '"stiff" is not asked after these answers',
    ],
    ['feet after an urgent sign', { path: 'knee', rf1: 'calf', foot: 'flat' }, 'answer-not-asked', '"foot"'],
    [
      'shoes after an urgent sign',
      { path: 'knee', rf1: 'injury', pair: 'nopair' },
      'answer-not-asked',
      '"pair"',
    ],
  ];
  for (const [name, answers, error, message] of cases)
    test(`${name}: ${error}`, () => {
      expect(check(answers)).toEqual({ line: 7, error, message: expect.stringContaining(message) });
    });

  const firstFault: [faults: string, answers: object, error: string][] = [
    ['an unknown key and an unknown code', { path: 'x', y: 'z' }, 'key-unknown'],
    ['an unknown code and a missing answer', { path: 'knee', rf1: 'x' }, 'code-unknown'],
    ['a missing answer and a needless one', { path: 'shoes', pair: 'know', week: 'w1' }, 'answer-missing'],
  ];
  for (const [faults, answers, error] of firstFault)
    test(`${faults}: ${error} is said`, () => {
      expect(check(answers)).toMatchObject({ error });
    });

  test('quotes only the start of a long code', () => {
    expect(check({ path: 'x'.repeat(1000) })).toMatchObject({
      message: `"path" has no answer "${'x'.repeat(39)}...`,
    });
  });
});

test('a line of white space has no answer', () => {
  for (const blank of ['', ' ', '\t', '\r']) expect(check(blank)).toBeUndefined();
});
