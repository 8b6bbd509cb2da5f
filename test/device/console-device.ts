import { setTimeout as sleep } from 'node:timers/promises';
import { tcpWire } from '../../companion/flash/wire';
import { DEVICE, startTelnetDevice } from './telnet-device';

/** An interpreter with one console, for somebody who must know when it has nothing left to say. */
export interface ConsoleDevice {
  /** Told what it prints. */
  onPrinted: (bytes: Uint8Array) => void;
  type(bytes: Uint8Array): void;
  /** Waits until it has answered what was typed last, or for so long in real time. */
  settle(limitMs: number): Promise<void>;
  /** its Storage, as it is now */
  flash(): Uint8Array;
  /** Resolves when it restarts, which ends the process. */
  readonly ended: Promise<void>;
}

/** An answer may come in pieces: it is whole after so long without another one. */
const QUIET_MS = 40;

/**
 * Starts the interpreter on a blank Storage; it ends with the test. Its console is reached by telnet: what comes through
 * its input is put into the queue by a thread of its own, without a lock (2v29, Linux only), and some of it is spoilt.
 */
export async function startConsoleDevice(): Promise<ConsoleDevice> {
  const { flash } = await startTelnetDevice();
  const wire = tcpWire(DEVICE);
  let onEnd = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    onEnd = resolve;
  });
  let isOwing = false;
  let pieces = 0;
  let onAnswer = (): void => undefined;
  const device: ConsoleDevice = {
    onPrinted: () => undefined,
    ended,
    flash,
    type(bytes) {
      isOwing = true;
      wire.write(bytes).catch(onEnd);
    },
    async settle(limitMs) {
      if (!isOwing) return;
      const answered = new Promise<void>((resolve) => {
        onAnswer = resolve;
      });
      await Promise.race([answered, ended, sleep(limitMs)]);
      for (let seen = -1; seen !== pieces; ) {
        seen = pieces;
        await sleep(QUIET_MS);
      }
      isOwing = false;
    },
  };
  const take = (bytes: Uint8Array): void => {
    isOwing = false;
    pieces++;
    device.onPrinted(Uint8Array.from(bytes));
    onAnswer();
  };
  await wire.open(take, onEnd);
  return device;
}
