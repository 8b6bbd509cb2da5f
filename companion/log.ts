import { type DestinationStream, pino } from 'pino';

/**
 * Everything that the companion logs. Each field is named here, so no answer, count or band, no name that a person
 * typed and no query of an address can come into a log by accident.
 */
interface LogEvents {
  started: { readonly version: string; readonly mode: string; readonly host: string; readonly port: number };
  stopped: Record<string, never>;
  /** `route` is the pattern that matched, such as `/csv/:file`, never what was asked for */
  request: { readonly method: string; readonly route: string; readonly status: number; readonly ms: number };
  'request-failed': { readonly route: string; readonly error: string };
  'signed-in': { readonly accountId: string; readonly from: string };
  'sign-in-refused': { readonly reason: 'wrong' | 'too-often'; readonly from: string };
  'password-set': { readonly accountId: string };
  'account-changed': { readonly accountId: string; readonly change: string };
  'token-changed': { readonly change: 'made' | 'revoked' };
  released: { readonly storeId: string; readonly spanNo: number };
  'release-refused': { readonly storeId: string; readonly monday: string };
  'release-failed': { readonly error: string };
  'quarter-audited': { readonly quarter: string; readonly percent: number };
  'quarter-closed': { readonly quarter: string; readonly outcome: string };
  'quarter-failed': { readonly error: string };
  'quarter-put-back': { readonly quarter: string };
  'quarter-differs': { readonly quarter: string };
  forwarded: { readonly storeId: string };
  'forward-failed': { readonly storeId: string; readonly error: string };
  'backed-up': { readonly releases: number };
  'backup-failed': { readonly error: string };
  'note-sent': { readonly storeId: string; readonly spanNo: number };
  'notes-failed': { readonly error: string };
  'note-failed': { readonly storeId: string; readonly spanNo: number; readonly error: string };
  adapter: { readonly trouble: string };
  'adapter-restarted': { readonly restarts: number };
  'kiosk-synced': {
    readonly kioskId: string;
    readonly ms: number;
    readonly sheets: number;
    readonly missing: number;
    readonly conflicts: number;
  };
  'kiosk-not-synced': { readonly kioskId: string; readonly error: string };
}

const LEVELS: Readonly<Record<keyof LogEvents, 'info' | 'warn' | 'error'>> = {
  started: 'info',
  stopped: 'info',
  request: 'info',
  'request-failed': 'error',
  'signed-in': 'info',
  'sign-in-refused': 'warn',
  'password-set': 'warn',
  'account-changed': 'warn',
  'token-changed': 'warn',
  released: 'info',
  'release-refused': 'warn',
  'release-failed': 'error',
  'quarter-audited': 'info',
  'quarter-closed': 'info',
  'quarter-failed': 'error',
  'quarter-put-back': 'warn',
  'quarter-differs': 'error',
  forwarded: 'info',
  'forward-failed': 'warn',
  'backed-up': 'info',
  'backup-failed': 'error',
  'note-sent': 'info',
  'notes-failed': 'warn',
  'note-failed': 'warn',
  adapter: 'warn',
  'adapter-restarted': 'warn',
  'kiosk-synced': 'info',
  'kiosk-not-synced': 'warn',
};

/** Writes one event as a line of JSON. */
export type Log = <Name extends keyof LogEvents>(event: Name, fields: LogEvents[Name]) => void;

/** A log to a stream; only events of at least this level are written. */
export function createLog(level: string, stream: DestinationStream): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    stream,
  );
  return (event, fields) => logger[LEVELS[event]]({ event, ...fields });
}

/** What a log may say of an error that nobody expected: its kind and place, not its words, which may quote data. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const place = /\(?([^()\s]+:\d+:\d+)\)?$/m.exec(error.stack ?? '')?.[1];
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.name}${code}${place === undefined ? '' : ` at ${place}`}`;
}
