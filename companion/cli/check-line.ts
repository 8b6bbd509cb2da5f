import {
  confidenceCodes,
  optionCodes,
  patternCodes,
  type QuestionKey,
  questionKeys,
  referralCodes,
  shoeCodes,
} from '../../shared/check/codes';
import { outcome } from '../../shared/check/outcome';
import { NO_PATTERN } from '../../shared/check/patterns';
import {
  type Answers,
  isAsked,
  NOT_ANSWERED,
  nextQuestion,
  QUESTION_COUNT,
} from '../../shared/check/questions';

/** The store settings that change an outcome. */
export interface CheckRules {
  isInstabilityUrgent: boolean;
  isSignposting: boolean;
}

/** What one line of answers comes to, as it is printed. */
export interface CheckedLine {
  /** keys of the questions that are asked with these answers, in the order they are asked */
  asked: QuestionKey[];
  /** code and confidence, such as "PFP:fits"; empty when no label is shown */
  pattern: string[];
  referral: (typeof referralCodes)[number] | undefined;
  shoe: (typeof shoeCodes)[number] | undefined;
}

export type LineErrorCode =
  | 'line-unreadable'
  | 'key-unknown'
  | 'code-unknown'
  | 'answer-missing'
  | 'answer-not-asked';

/** Why a line of answers has no outcome, as it is printed. */
export interface RefusedLine {
  line: number;
  error: LineErrorCode;
  message: string;
}

/** Longer lines are refused, so that input without line breaks cannot fill the memory. */
export const LINE_CHARACTERS_MAX = 65_536;

/** White space as JSON has it. */
const BLANK = /^[ \t\r\n]*$/;

const questionOfKey = new Map<string, number>(questionKeys.map((key, question) => [key, question]));
const optionsOfQuestion = questionKeys.map(
  (key) => new Map<string, number>(optionCodes[key].map((code, option) => [code, option])),
);

/**
 * Checks one line: a JSON object with a code for the key of every question that was asked; `foot` may be absent.
 * A line with several faults is refused for the first of them in the order of LineErrorCode.
 *
 * @param lineNumber counted from 1, for the message
 * @returns undefined for a line of nothing but white space
 */
export function checkLine(
  text: string,
  lineNumber: number,
  rules: CheckRules,
): CheckedLine | RefusedLine | undefined {
  if (BLANK.test(text)) return undefined;
  const answers = readAnswers(text);
  return Array.isArray(answers) ? describe(answers, rules) : { line: lineNumber, ...answers };
}

type Refusal = Omit<RefusedLine, 'line'>;

function refuse(error: LineErrorCode, message: string): Refusal {
  return { error, message };
}

function readAnswers(json: string): Answers | Refusal {
  if (json.length > LINE_CHARACTERS_MAX)
    return refuse('line-unreadable', `a line has at most ${LINE_CHARACTERS_MAX} characters`);
  const entries = readEntries(json);
  if (!entries) return refuse('line-unreadable', 'a line must be one JSON object of answers');
  for (const [key] of entries)
    if (!questionOfKey.has(key)) return refuse('key-unknown', `there is no question ${quote(key)}`);

  const answers: Answers = new Array(QUESTION_COUNT).fill(NOT_ANSWERED);
  for (const [key, code] of entries) {
    const question = questionOfKey.get(key) ?? 0;
    const option = typeof code === 'string' ? optionsOfQuestion[question]?.get(code) : undefined;
    if (option === undefined) return refuse('code-unknown', `${quote(key)} has no answer ${quote(code)}`);
    answers[question] = option;
  }

  const missing = nextQuestion(answers);
  if (missing >= 0) return refuse('answer-missing', `"${questionKeys[missing]}" is asked and has no answer`);
  const needless = answers.findIndex((option, question) => option >= 0 && !isAsked(question, answers));
  if (needless >= 0)
    return refuse('answer-not-asked', `"${questionKeys[needless]}" is not asked after these answers`);
  return answers;
}

function readEntries(json: string): [string, unknown][] | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value)
      : undefined;
  } catch {
    return undefined;
  }
}

const QUOTED_CHARACTERS_MAX = 40;

function quote(value: unknown): string {
  const json = JSON.stringify(value);
  return json.length > QUOTED_CHARACTERS_MAX ? `${json.slice(0, QUOTED_CHARACTERS_MAX)}...` : json;
}

function describe(answers: Answers, rules: CheckRules): CheckedLine {
  const found = outcome(answers, rules.isInstabilityUrgent, rules.isSignposting);
  return {
    asked: questionKeys.filter((_, question) => isAsked(question, answers)),
    pattern: [found.pattern, found.second]
      .filter((pattern) => pattern !== NO_PATTERN)
      .map((pattern) => `${patternCodes[pattern]}:${confidenceCodes[found.confidence]}`),
    referral: referralCodes[found.referral],
    shoe: shoeCodes[found.shoe],
  };
}
