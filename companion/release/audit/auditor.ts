import { type ChildProcess, fork } from 'node:child_process';
import { CompanionError } from '../../errors';
import type { OnProgress } from '../chain/prove-quarter';
import type { PublishedQuarter } from '../chain/published-quarter';
import type { PublishedFigures, Verdict } from './audit-figures';
import type { AuditAnswer, AuditProgress, AuditQuestion } from './audit-worker';

/** What an audit found, and what it cost. */
export interface Audit {
  readonly verdict: Verdict;
  readonly tookMs: number;
  /** most memory that the child process ever held */
  readonly childBytes: number;
}

/** Audits what would be published, one span or quarter after another. */
export interface Auditor {
  /** @throws CompanionError `audit-failed` when there is no verdict: then nothing is published */
  audit(figures: PublishedFigures): Promise<Audit>;
  /**
   * It takes minutes for thousands of stores.
   *
   * @throws CompanionError `audit-failed`
   */
  auditQuarter(quarter: PublishedQuarter, onProgress?: OnProgress): Promise<Audit>;
  /** Ends the child process now, if there is one. The auditor may be used again. */
  close(): void;
}

const TIME_LIMIT_MS = 60_000;
/** A quarter's audit is given up when nothing was heard of it for so long. */
const QUIET_TIMES = 20;
const IDLE_MS = 5_000;
const HEAP_MEGABYTES = 96;

/**
 * An auditor that works in a child process, made when it is needed and ended soon afterwards, so that the solver's
 * memory is not the companion's. A child that crashes or takes too long takes only its audit with it.
 *
 * @param workerFile  the built audit-worker.js
 */
export function createAuditor(workerFile: string, timeLimitMs = TIME_LIMIT_MS, idleMs = IDLE_MS): Auditor {
  let child: ChildProcess | null = null;
  let idleTimer: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function close(): void {
    clearTimeout(idleTimer);
    child?.kill('SIGKILL');
    child = null;
  }

  async function auditNow(question: AuditQuestion, limitMs: number, onProgress?: OnProgress): Promise<Audit> {
    clearTimeout(idleTimer);
    const startedMs = performance.now();
    child ??= fork(workerFile, [], {
      // V8's helper threads would take some 14 MB
      execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`, '--max-semi-space-size=1', '--v8-pool-size=0'],
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    try {
      const answer = await askChild(child, question, limitMs, onProgress);
      idleTimer = setTimeout(close, idleMs);
      return { ...answer, tookMs: performance.now() - startedMs };
    } catch (error) {
      close();
      throw new CompanionError('audit-failed', error instanceof Error ? error.message : String(error), error);
    }
  }

  function audit(question: AuditQuestion, limitMs: number, onProgress?: OnProgress): Promise<Audit> {
    const next = last.then(() => auditNow(question, limitMs, onProgress));
    last = next.catch(() => undefined);
    return next;
  }

  return {
    audit: (figures) => audit({ figures }, timeLimitMs),
    auditQuarter: (quarter, onProgress) => audit({ quarter }, QUIET_TIMES * timeLimitMs, onProgress),
    close,
  };
}

function askChild(
  child: ChildProcess,
  question: AuditQuestion,
  timeLimitMs: number,
  onProgress?: OnProgress,
): Promise<AuditAnswer> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      child.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
    const fail = (why: string): void => {
      stop();
      reject(new Error(why));
    };
    const onMessage = (message: unknown): void => {
      const answer = message as AuditAnswer | AuditProgress;
      if ('share' in answer) {
        timer.refresh();
        onProgress?.(answer.share);
        return;
      }
      stop();
      resolve(answer);
    };
    const onError = (error: Error): void => fail(error.message);
    const onExit = (code: number | null, signal: string | null): void =>
      fail(`The child process ended with ${signal ?? code}.`);
    const timer = setTimeout(() => fail(`It took longer than ${timeLimitMs / 1000} s.`), timeLimitMs);
    child.on('message', onMessage).on('error', onError).on('exit', onExit);
    child.send(question, (error) => error && fail(error.message));
  });
}
