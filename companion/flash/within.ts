import type { SyncTimer } from '../sync/timer';

/** Resolves as `work` does, or rejects when it takes longer than the limit. */
export async function within<T>(timer: SyncTimer, limitMs: number, work: Promise<T>): Promise<T> {
  let stop = (): void => undefined;
  const late = new Promise<never>((_resolve, reject) => {
    stop = timer.start(limitMs, () => reject(new Error(`No answer within ${limitMs / 1000} s`)));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    stop();
  }
}
