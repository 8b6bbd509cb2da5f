import { patternTally } from '../../shared/check/outcome';
import { NO_PATTERN } from '../../shared/check/patterns';
import { NOT_ANSWERED, optionStart, PATH_KNEE, Q_FOOT, Q_PAIR, Q_PATH } from '../../shared/check/questions';
import {
  TALLY_ANSWER,
  TALLY_LANGUAGE,
  TALLY_LARGE,
  TALLY_PATTERN,
  TALLY_REFERRAL,
  TALLY_SHOE,
} from '../../shared/tallies';
import { findOutcome } from './press';
import type { Run } from './run';

const READING_MS_PER_ANSWER = 800;

/** The counters of a check whose result is on the screen; `foot` comes later. */
export function finishedCounters(run: Run, language: number): number[] {
  const counters = [TALLY_LANGUAGE + language];
  const answers = run.answers;
  const found = findOutcome(run);
  if (run.isLarge) counters.push(TALLY_LARGE);
  for (let question = Q_PATH; question < Q_FOOT; question++)
    if (answers[question] !== NOT_ANSWERED)
      counters.push(TALLY_ANSWER + optionStart(question) + (answers[question] as number));
  if (answers[Q_PATH] === PATH_KNEE) counters.push(TALLY_REFERRAL + found.referral);
  if (answers[Q_PAIR] !== NOT_ANSWERED) counters.push(TALLY_SHOE + found.shoe);
  if (found.pattern !== NO_PATTERN)
    counters.push(TALLY_PATTERN + patternTally(found.pattern, found.confidence));
  if (found.second !== NO_PATTERN)
    counters.push(TALLY_PATTERN + patternTally(found.second, found.confidence));
  return counters;
}

/** Whether a run came to its result faster than a person can read its questions: play, not a check. */
export function isPlay(run: Run, tookMs: number): boolean {
  let answered = 0;
  for (let question = Q_PATH; question < Q_FOOT; question++)
    if (run.answers[question] !== NOT_ANSWERED) answered++;
  return tookMs < answered * READING_MS_PER_ANSWER;
}
