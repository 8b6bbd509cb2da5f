/** Milliseconds of a clock that never jumps: it starts near 0 at power-on and nothing sets it. */
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
