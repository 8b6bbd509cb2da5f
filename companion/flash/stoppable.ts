import type { SyncTimer } from '../sync/timer';

/** The same timer, whose callbacks can be called off together. */
export function stoppable(timer: SyncTimer): { readonly timer: SyncTimer; stop(): void } {
  const stops = new Set<() => void>();
  const start = (delayMs: number, callback: () => void): (() => void) => {
    const end = timer.start(delayMs, () => {
      stops.delete(stop);
      callback();
    });
    const stop = (): void => {
      stops.delete(stop);
      end();
    };
    stops.add(stop);
    return stop;
  };
  return {
    timer: { ...timer, start },
    stop() {
      for (const stop of [...stops]) stop();
    },
  };
}
