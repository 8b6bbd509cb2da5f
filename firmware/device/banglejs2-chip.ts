export {
  batteryPercent,
  freeVariables,
  hasRunOutOfMemory,
  onUncaught,
  openConsole,
  random32,
  restart,
  tidyMemory,
} from './chip';

const LIMIT_S = 30;
const KICK_MS = 2000;

let heartbeatS = 0;

/**
 * Keeps the watchdog quiet for as long as `kickWatchdog` comes, so that a dead heartbeat resets the kiosk; or leaves it
 * to the interrupt that reads the touch screen. The chip's own limit is 5 s (Espruino 2v29).
 */
export function startWatchdog(isSelfKicking: boolean): void {
  if (isSelfKicking) return;
  Bangle.setOptions({ manualWatchdog: true });
  kickWatchdog();
  setInterval(() => {
    if (getTime() - heartbeatS < LIMIT_S) E.kickWatchdog();
  }, KICK_MS);
}

export function kickWatchdog(): void {
  heartbeatS = getTime();
  E.kickWatchdog();
}
