import type { KioskHealth } from '../../store/kiosk-health';

/** What a kiosk's error codes mean to an owner, and what to do. 0 is no error. */
const KIOSK_ERRORS: Readonly<Record<number, string>> = {
  1: 'The kiosk’s program stopped and started again by itself; no finished check was lost. If it happens often, update the firmware.',
  2: 'The kiosk ran out of memory and started again by itself; no finished check was lost. If it happens often, update the firmware.',
};

/** What a kiosk noted about itself last; null when there is nothing. */
function ownError(code: number): string | null {
  if (code === 0) return null;
  return (
    KIOSK_ERRORS[code] ??
    `The kiosk noted error ${code}. It goes on counting; switch it off and on if it behaves oddly.`
  );
}

/** The kiosk's own last error and the last failed try to reach it, in words. */
export function errorWords({ vitals, lastSyncError }: KioskHealth): string {
  const own = ownError(vitals?.lastError ?? 0);
  return [own, lastSyncError].filter((words) => words !== null).join(' ') || 'none reported';
}
