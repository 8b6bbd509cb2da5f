/**
 * Milliseconds since power-on, of a clock that never jumps: nothing sets it, and over a restart it goes on
 * [`.noinit` in targets/nrf5x/jshardware.c of Espruino 2v29].
 */
export function uptimeMs(): number {
  return getTime() * 1000;
}

export function after(delayMs: number, action: () => void): number {
  return setTimeout(action, delayMs);
}

export function every(periodMs: number, action: () => void): number {
  return setInterval(action, periodMs);
}

export function cancel(timer: number): void {
  if (timer) clearTimeout(timer);
}
