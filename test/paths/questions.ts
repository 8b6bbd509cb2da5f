/**
 * What may follow what in a check, written down a second time and without anything from `shared/`, so that a
 * mistake there cannot hide here.
 */

type Key =
  | 'path'
  | 'rf1'
  | 'rf2'
  | 'dur'
  | 'loc'
  | 'beh'
  | 'load'
  | 'stiff'
  | 'pair'
  | 'week'
  | 'dist'
  | 'wear'
  | 'foot';

/** A check's answers; a question that is not asked has none. */
export type Codes = { [K in Key]?: string };

/** The answers that can be given, by question. */
export const expectedOptions: Readonly<Record<Key, readonly string[]>> = {
  path: ['knee', 'shoes'],
  rf1: ['no_weight_move', 'hot_fever', 'big_swelling', 'calf', 'injury', 'none'],
  rf2: ['gives_way', 'catches', 'swelling_stays', 'night_rest', 'sharp_worse', 'none'],
  dur: ['lt2w', '2w_3m', 'gt3m'],
  loc: ['front', 'below', 'outer', 'inner', 'back', 'unsure'],
  beh: ['stairs_sit', 'eases', 'distance', 'twist', 'morning', 'other'],
  load: ['jump', 'only_run', 'slope', 'no_warm', 'none'],
  stiff: ['long', 'short_45', 'short_u45'],
  pair: ['lt3m', '3_6m', '6_12m', 'gt12m', 'know', 'nopair'],
  week: ['w1', 'w2', 'w3', 'w4', 'w5', 'wx'],
  dist: ['lt300', '300_500', 'gt500'],
  wear: ['none', 'crease', 'smooth', 'lean', 'two', 'nothere'],
  foot: ['flat', 'high', 'rolls_in', 'unsure'],
};

/** The distance band by age of the pair, then by week w1 to w5 and wx. */
const expectedBands: Readonly<Record<string, string>> = {
  lt3m: 'lt300 lt300 lt300 lt300 300_500 lt300',
  '3_6m': 'lt300 lt300 300_500 300_500 gt500 300_500',
  '6_12m': 'lt300 300_500 gt500 gt500 gt500 300_500',
  gt12m: '300_500 gt500 gt500 gt500 gt500 300_500',
};

/** The distance band of a pair, as known or as guessed. */
export function expectedBand(answers: Codes): string | undefined {
  if (answers.pair === 'know') return answers.dist;
  const week = ['w1', 'w2', 'w3', 'w4', 'w5', 'wx'].indexOf(answers.week ?? '');
  return expectedBands[answers.pair ?? '']?.split(' ')[week];
}

/** What is asked next after complete answers so far; undefined at the result. `foot` comes after that. */
export function expectedNext(last: Key, answers: Codes): Key | undefined {
  const code = answers[last];
  switch (last) {
    case 'path':
      return code === 'knee' ? 'rf1' : 'pair';
    case 'rf1':
      return code === 'none' ? 'rf2' : undefined;
    case 'rf2':
      return code === 'none' ? 'dur' : 'pair';
    case 'dur':
      return 'loc';
    case 'loc':
      return 'beh';
    case 'beh':
      return code === 'morning' ? 'stiff' : 'load';
    case 'load':
    case 'stiff':
      return 'pair';
    case 'pair':
      return code === 'nopair' ? undefined : code === 'know' ? 'dist' : 'week';
    case 'week':
    case 'dist':
      return expectedBand(answers) === 'gt500' ? undefined : 'wear';
    default:
      return undefined;
  }
}

/** One way through the questions. */
export interface Path {
  /** keys in the order they are asked, without foot */
  asked: Key[];
  answers: Codes;
}

/** Every way through the questions, without foot. */
export function* allPaths(
  question: Key = 'path',
  before: Path = { asked: [], answers: {} },
): Generator<Path> {
  for (const code of expectedOptions[question]) {
    const path: Path = {
      asked: [...before.asked, question],
      answers: { ...before.answers, [question]: code },
    };
    const next = expectedNext(question, path.answers);
    if (next) yield* allPaths(next, path);
    else yield path;
  }
}

/** Whether the optional foot question follows the result. */
export function isFootExpected(answers: Codes): boolean {
  return answers.path === 'shoes' || answers.rf1 === 'none';
}
