import { NOT_ANSWERED, optionStart, Q_FOOT } from '../shared/check/questions';
import { REFERRAL_URGENT } from '../shared/check/referral';
import {
  TALLY_ANSWER,
  TALLY_LEFT,
  TALLY_PLAY,
  TALLY_STAFF,
  TALLY_START,
  TALLY_UNDER_18,
} from '../shared/tallies';
import { finishedCounters, isPlay } from './flow/count';
import {
  EVENT_FINISHED,
  EVENT_LEFT,
  EVENT_STAFF,
  EVENT_STARTED,
  EVENT_UNDER_18,
  findOutcome,
} from './flow/press';
import { type Run, SCREEN_ATTRACT } from './flow/run';
import { storeTimeS } from './ledger/clock';
import { countAside, countCheck } from './ledger/ledger';

const FOOT_UNSURE = 3;
const START_UNKNOWN = 4;
const HOUR_S = 3600;
const DAY_HOURS = 24;

let startedAtMs = 0;
let wasPlay = false;

/** Part of the store day: 0 from 5 h, 1 from 11 h, 2 from 15 h, 3 from 19 h; 4 without a clock. */
export function partOfDay(storeS: number): number {
  if (!storeS) return START_UNKNOWN;
  const hour = ((storeS / HOUR_S) | 0) % DAY_HOURS;
  return hour < 5 || hour >= 19 ? 3 : hour < 11 ? 0 : hour < 15 ? 1 : 2;
}

/** Counts what a press came to. Once a result was counted, power may fail: the check is in flash. */
export function countEvent(run: Run, event: number, language: number, nowMs: number): void {
  if (event === EVENT_STARTED) {
    startedAtMs = nowMs;
    countAside(TALLY_START + partOfDay(storeTimeS(nowMs / 1000)));
  } else if (event === EVENT_FINISHED) {
    wasPlay = isPlay(run, nowMs - startedAtMs);
    if (wasPlay) countAside(TALLY_PLAY);
    else {
      // none of them is left in memory while the sheet is packed
      finishedCounters(run, language).forEach(countAside);
      countCheck([], nowMs / 1000);
    }
  } else if (event === EVENT_UNDER_18) {
    countAside(TALLY_UNDER_18);
  } else if (event >= EVENT_LEFT) {
    countAside(event + (TALLY_LEFT - EVENT_LEFT));
  }
  if (run.screen !== SCREEN_ATTRACT || !run.isCounted || wasPlay) return;
  if (event >= EVENT_STAFF) countAside(event + (TALLY_STAFF - EVENT_STAFF));
  // the foot question comes after the result; nobody who was sent to care today is asked it
  if (findOutcome(run).referral === REFERRAL_URGENT) return;
  const foot = run.answers[Q_FOOT] as number;
  countAside(TALLY_ANSWER + optionStart(Q_FOOT) + (foot === NOT_ANSWERED ? FOOT_UNSURE : foot));
}
