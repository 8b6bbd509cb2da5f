import { sql } from 'kysely';
import { KIOSK_ALARM_AFTER_MS, KIOSK_CLOCK_TOLERANCE_MS, KIOSK_LATE_AFTER_MS } from './kiosk-age';

/** 0: an alarm, 1: needs a look, 2: well; from columns alone, so that a list of thousands is ordered by the database. */
export function rankAt(nowMs: number) {
  const at = (ms: number): string => new Date(ms).toISOString();
  return sql<number>`case
    when "kiosk"."lastSyncAt" is null or "kiosk"."lastSyncAt" < ${at(nowMs - KIOSK_ALARM_AFTER_MS)}
      or ("kiosk"."lastSyncAt" > ${at(nowMs + KIOSK_CLOCK_TOLERANCE_MS)} and "kiosk"."isSimulated" = 0) then 0
    when "kiosk"."lastSyncAt" < ${at(nowMs - KIOSK_LATE_AFTER_MS)} or "kiosk"."needsLook" = 1 then 1
    else 2 end`;
}
