const WATCHDOG_SECONDS = 30;

/** Starts the watchdog. Only `kickWatchdog` keeps it quiet, so that a dead heartbeat resets the kiosk; or it kicks itself. */
export function startWatchdog(isSelfKicking: boolean): void {
  E.enableWatchdog(WATCHDOG_SECONDS, isSelfKicking);
}

export function kickWatchdog(): void {
  E.kickWatchdog();
}

/**
 * Whether the interpreter ran out of memory since the last call. Running out is not an exception: the callback
 * that met it is interrupted and its timer or watch is removed, so only a restart heals it (Espruino 2v29).
 * LOW_MEMORY alone is no harm: garbage was collected and the callback went on.
 */
export function hasRunOutOfMemory(): boolean {
  return E.getErrorFlags().indexOf('MEMORY') >= 0;
}

export function freeVariables(): number {
  return process.memory().free;
}

/**
 * Collects what is no longer used. Without it the next text may have to wait for that: its bytes need a stretch of
 * memory of their own.
 */
export function tidyMemory(): void {
  process.memory();
}

export function batteryPercent(): number {
  return E.getBattery();
}

export function restart(): void {
  E.reboot();
}

export function onUncaught(action: () => void): void {
  process.on('uncaughtException', action);
}

/** Lets whoever connects over the UART type into the interpreter, as before `.boot0`. */
export function openConsole(): void {
  E.setConsole('Bluetooth');
}

/** 32 bits from the chip's random number generator. */
export function random32(): number {
  return E.hwRand();
}
