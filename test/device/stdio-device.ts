import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { makeTemporaryFolder } from '../unit/store-fixtures';
import { interpreterPath } from './interpreter';

/** An interpreter whose console is its own input and output: nobody else can reach it. */
export interface StdioDevice {
  /** Told what it prints, after its greeting. */
  onPrinted: (bytes: Uint8Array) => void;
  type(bytes: Uint8Array): void;
  /** Waits until it has answered what was typed last, or for so long in real time. */
  settle(limitMs: number): Promise<void>;
  /** its Storage, as it is now */
  flash(): Uint8Array;
  /** Resolves when it restarts, which ends the process. */
  readonly ended: Promise<void>;
}

const GREETING_MS = 1000;
/** An answer may come in pieces: it is whole after so long without another one. */
const QUIET_MS = 40;

/** Starts the interpreter on a blank Storage; it ends with the test. */
export async function startStdioDevice(): Promise<StdioDevice> {
  const folder = makeTemporaryFolder();
  const file = join(folder, 'espruino.flash');
  const child = spawn(interpreterPath ?? '', [], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let isOwing = false;
  let pieces = 0;
  let onAnswer = (): void => undefined;
  const device: StdioDevice = {
    onPrinted: () => undefined,
    ended,
    type(bytes) {
      isOwing = true;
      child.stdin.write(bytes);
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
    flash: () => (existsSync(file) ? new Uint8Array(readFileSync(file)) : new Uint8Array()),
  };
  child.stdout.on('data', (bytes: Buffer) => {
    isOwing = false;
    pieces++;
    device.onPrinted(Uint8Array.from(bytes));
    onAnswer();
  });
  await sleep(GREETING_MS);
  return device;
}
