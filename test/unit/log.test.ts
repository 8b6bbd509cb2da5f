import { describe, expect, test } from 'vitest';
import { publishHourly } from '../../companion/cli/publish-hourly';
import { createLog, describeError } from '../../companion/log';
import { createSyncStore } from '../../companion/store/sync-store';
import { createApp } from '../../companion/web/app';
import { trustingAuditor } from './release-auditors';
import { openTestStore } from './store-fixtures';
import { createFakeClock, makeSheet, STORE_ID } from './store-sheets';
import { makeDeps, makeReadModel } from './web-fixture';

function openLog(level = 'info') {
  const lines: string[] = [];
  const log = createLog(level, { write: (line: string) => void lines.push(line) });
  return { log, lines, events: () => lines.map((line) => JSON.parse(line)) };
}

describe('a log', () => {
  test('is a line of JSON for each event, with its time and level', () => {
    const { log, lines, events } = openLog();
    log('released', { storeId: 'mill-lane', spanNo: 3 });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/}\n$/);
    expect(events()[0]).toMatchObject({ level: 'info', event: 'released', storeId: 'mill-lane', spanNo: 3 });
    expect(Date.parse(events()[0].time)).not.toBeNaN();
  });

  test('leaves out what is below its level', () => {
    const { log, events } = openLog('warn');
    log('released', { storeId: 'mill-lane', spanNo: 3 });
    log('note-failed', { storeId: 'mill-lane', spanNo: 3, error: 'EAUTH' });
    expect(events().map(({ event }) => event)).toEqual(['note-failed']);
  });

  test('stays one line when a field holds line ends', () => {
    const { log, lines } = openLog();
    log('request-failed', { route: '/\n{"event":"forged"}', error: 'x' });
    expect(lines[0]?.trimEnd().split('\n')).toHaveLength(1);
  });
});

test('an error is described by kind and place, never in its own words', () => {
  const error = Object.assign(new TypeError('counts: 57, 58'), { code: 'EFULL' });
  expect(describeError(error)).toMatch(/^TypeError EFULL at \S+log\.test\.ts:\d+:\d+$/);
  expect(describeError('57')).toBe('string');
  expect(describeError(null)).toBe('object');
});

test('publishing logs which span came out, and no count of it', async () => {
  const clock = createFakeClock('2026-03-02');
  const store = await openTestStore(clock);
  await createSyncStore(store.db, clock).takeSheet(makeSheet({ sheetNo: 1, kneeChecks: 7531 }));
  clock.set('2026-03-09');
  const { log, lines, events } = openLog('debug');
  const end = new AbortController();
  let told = 0;
  await publishHourly(
    {
      store,
      clock,
      doubtClock: async () => null,
      auditor: trustingAuditor(),
      log,
      onReleased: () => told++,
      afterwards: async () => end.abort(),
    },
    end.signal,
  );
  expect(told).toBe(1);
  expect(events()).toMatchObject([{ event: 'released', storeId: STORE_ID, spanNo: 1 }]);
  expect(lines.join('')).not.toMatch(/753[01]/);
});

test('publishing that fails is logged as a sentence that says what to do, and goes on', async () => {
  const clock = createFakeClock('2026-03-09');
  const store = await openTestStore(clock);
  const { log, lines, events } = openLog('debug');
  const end = new AbortController();
  const full = {
    ...store,
    get db(): typeof store.db {
      throw Object.assign(new Error('counts: 57, 58'), { code: 'SQLITE_FULL' });
    },
  };
  const afterwards = async (): Promise<void> => end.abort();
  const onReleased = (): void => undefined;
  const believed = async () => null;
  await publishHourly(
    { store: full, clock, doubtClock: believed, auditor: trustingAuditor(), log, onReleased, afterwards },
    end.signal,
  );
  expect(events()).toMatchObject([{ event: 'release-failed', level: 'error' }]);
  expect(lines.join('')).toContain('Nothing is lost, and it is tried again within the hour');
  expect(lines.join('')).toContain('SQLITE_FULL');
  expect(lines.join('')).not.toContain('counts:');
});

test('a request is logged without its query, its figures and whatever it was asked with', async () => {
  const { log, lines, events } = openLog('debug');
  const app = createApp(makeDeps({ log }));
  await app.request('/csv/where-it-hurts.csv?store=mill-lane&span=12');
  await app.request('/nowhere/secret-path');
  await app.request('/?span=hostile');
  expect(events()).toMatchObject([
    { event: 'request', method: 'GET', route: '/csv/:file', status: 200 },
    { event: 'request', route: 'unknown', status: 404 },
    { event: 'request', route: 'unknown', status: 404 },
  ]);
  expect(lines.join('')).not.toMatch(/mill-lane|span=|secret-path|hostile|loc\./);
});

test('a page that fails is logged without the words of the error', async () => {
  const { log, lines, events } = openLog();
  const readModel = makeReadModel({ listStores: () => Promise.reject(new Error('row 57 of /var/lib')) });
  await createApp(makeDeps({ log, readModel })).request('/');
  expect(events().map(({ event }) => event)).toEqual(['request-failed', 'request']);
  expect(lines.join('')).not.toMatch(/row 57|var\/lib"/);
});
