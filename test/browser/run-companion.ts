import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MAIN = 'dist/companion/main.js';

/** A built companion in a process of its own, with a data folder that ends with it. */
export interface RunningCompanion {
  readonly dataFolder: string;
  readonly pid: number;
  /** Resolves with the part of its output that the pattern's first group matched; rejects when it ends before. */
  waitFor(pattern: RegExp): Promise<string>;
  stop(): Promise<void>;
}

/** A data folder in the temporary folder. */
export const makeDataFolder = (): string => mkdtempSync(join(tmpdir(), 'counterstep-browser-'));

/** Starts `counterstep start` with further words. */
export function runCompanion(
  words: readonly string[],
  dataFolder = makeDataFolder(),
  environment: Readonly<Record<string, string>> = {},
): RunningCompanion {
  const child = spawn(process.execPath, [MAIN, 'start', '--data', dataFolder, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  const output = collect(child);
  return {
    dataFolder,
    pid: child.pid ?? 0,
    waitFor: output.waitFor,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        await ended;
      }
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function collect(child: ChildProcess): Pick<RunningCompanion, 'waitFor'> {
  let text = '';
  let hasEnded = false;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      tell();
    });
  }
  // not `exit`: what it said last may still be under way then
  child.once('close', () => {
    hasEnded = true;
    tell();
  });
  return {
    waitFor: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = pattern.exec(text);
          if (!found && !hasEnded) return;
          listeners.delete(look);
          if (found) resolve(found[1] ?? found[0]);
          else reject(new Error(`The companion ended without ${pattern}:\n${text}`));
        };
        listeners.add(look);
        look();
      }),
  };
}
