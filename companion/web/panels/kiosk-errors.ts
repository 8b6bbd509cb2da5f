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

/**
 * Why the last try to reach it failed; null: it did not. Another companion said so of a forwarded one, and "this
 * computer" in its sentence is that one's.
 */
export function syncErrorWords({ lastSyncError, isForwarded }: KioskHealth): string | null {
  return lastSyncError !== null && isForwarded
    ? `The store’s companion says: ${lastSyncError}`
    : lastSyncError;
}

/** The kiosk's own last error and the last failed try to reach it, in words. */
export function errorWords(kiosk: KioskHealth): string {
  const own = ownError(kiosk.vitals?.lastError ?? 0);
  return [own, syncErrorWords(kiosk)].filter((words) => words !== null).join(' ') || 'none reported';
}
