import { DAY_UNKNOWN } from '../../shared/wire/sheet';
import { keep, live, recall, state } from './live';
import { setNumber } from './log';
import { FIELD_CLOCK, FIELD_OFFSET, KIND_OPEN, KIND_STATE, OFFSET_ZERO } from './records';

const DAY_S = 86400;

/** Store time in seconds since 1970-01-01; 0 without a clock. */
export function storeTimeS(uptimeS: number): number {
  return live.startedAtS && live.startedAtS + uptimeS;
}

/** Store day in days since 1970-01-01; DAY_UNKNOWN without a clock. */
export function storeDay(uptimeS: number): number {
  return (storeTimeS(uptimeS) / DAY_S) | 0 || DAY_UNKNOWN;
}

/** Sets the clock: Unix seconds, and minutes to add for store time. It is kept about once a day. */
export function setClock(unixS: number, offsetMinutes: number, uptimeS: number): void {
  const offset = offsetMinutes + OFFSET_ZERO;
  live.startedAtS = unixS + offsetMinutes * 60 - uptimeS;
  const today = storeDay(uptimeS);
  if (live.sheetDay === DAY_UNKNOWN || today < live.sheetDay) {
    live.sheetDay = today;
    keep(KIND_OPEN);
  }
  if (recall(FIELD_OFFSET) !== offset || Math.abs(unixS - recall(FIELD_CLOCK)) >= DAY_S) {
    setNumber(state, FIELD_CLOCK, unixS);
    setNumber(state, FIELD_OFFSET, offset);
    keep(KIND_STATE);
  }
}
