import { describe, expect, test } from 'vitest';
import { CompanionError } from '../../companion/errors';
import type { Auditor } from '../../companion/release/audit/auditor';
import { publishedBand } from '../../companion/release/band';
import { closeDueQuarters } from '../../companion/release/chain/close-due-quarters';
import { nextQuarter, quarterOf } from '../../companion/release/chain/close-quarter';
import type { OpenStore } from '../../companion/store/open-store';
import { listQuarters } from '../../companion/store/quarter';
import { FIRST, openChain, type SpanOfStore } from './chain-spans';
import { fakeAuditor, trustingAuditor } from './release-auditors';
import { openTestStore } from './store-fixtures';
import { createFakeClock } from './store-sheets';

const going = new AbortController().signal;

const close = (store: OpenStore, today: string, auditor: Auditor = trustingAuditor(), signal = going) =>
  closeDueQuarters(store, createFakeClock(today), auditor, signal);

test('a quarter closes 28 days after its end, with a total of at least ten stores, rounded down', async () => {
  const store = await openChain({ stores: 11, ...FIRST });
  expect(await close(store, '2026-04-28')).toEqual([]);
  expect(await close(store, '2026-04-29')).toEqual([{ quarter: '2026-Q1', outcome: 'released' }]);
  const [quarter] = await listQuarters(store.db);
  expect(quarter).toMatchObject({
    closedOn: '2026-04-29',
    record: { stores: 11, spans: 11, finished: 1170 },
  });
  expect(quarter?.record?.bands[0]).toBe(publishedBand(11 * 107));
  const [row] = await store.db.selectFrom('quarter').select('spans').execute();
  expect(JSON.parse(row?.spans ?? '')).toMatchObject({ 'chain-0': [1], 'chain-10': [1] });
});

test('what has closed never changes, whatever comes later; later quarters close in turn', async () => {
  const store = await openChain({ stores: 10, ...FIRST });
  await close(store, '2026-05-01');
  const before = await listQuarters(store.db);
  await store.db
    .updateTable('span')
    .set({ totals: JSON.stringify([5000]) })
    .execute();
  expect(await close(store, '2026-08-01')).toEqual([{ quarter: '2026-Q2', outcome: 'no report' }]);
  expect((await listQuarters(store.db)).slice(1)).toEqual(before);
  expect(await close(store, '2026-08-01')).toEqual([]);
});

describe('there is no total', () => {
  const cases: { name: string; spans: SpanOfStore[] }[] = [
    { name: 'of nine stores', spans: [{ stores: 9, ...FIRST }] },
    {
      name: 'of nine stores with many spans',
      spans: [1, 2, 3].map((spanNo) => ({ stores: 9, spanNo, ...FIRST })),
    },
    {
      name: 'when the tenth came too late',
      spans: [{ stores: 10, ...FIRST, arrivedDay: '2026-04-29' }],
    },
  ];
  test.each(cases)('$name, and that is stored too', async ({ spans }) => {
    const store = await openChain(...spans);
    expect(await close(store, '2026-05-01')).toEqual([{ quarter: '2026-Q1', outcome: 'no report' }]);
    expect((await listQuarters(store.db))[0]?.record).toBeNull();
  });
});

test('a total that the audit refuses is not stored, and is not tried again', async () => {
  const store = await openChain({ stores: 12, ...FIRST });
  const refusing = fakeAuditor(() => 'narrowed');
  expect(await close(store, '2026-05-01', refusing)).toEqual([{ quarter: '2026-Q1', outcome: 'narrowed' }]);
  expect(await close(store, '2026-05-02')).toEqual([]);
  expect(await listQuarters(store.db)).toMatchObject([{ outcome: 'narrowed', record: null }]);
});

test('an audit that fails or is broken off leaves the quarter open for the next time', async () => {
  const store = await openChain({ stores: 12, ...FIRST });
  const failing = fakeAuditor(() => Promise.reject(new CompanionError('audit-failed')));
  await expect(close(store, '2026-05-01', failing)).rejects.toMatchObject({ code: 'audit-failed' });
  expect(await close(store, '2026-05-01', trustingAuditor(), AbortSignal.abort())).toEqual([]);
  expect(await listQuarters(store.db)).toEqual([]);
  expect(await close(store, '2026-05-01')).toEqual([{ quarter: '2026-Q1', outcome: 'released' }]);
});

test('a companion of one store closes no quarter', async () => {
  const store = await openTestStore(createFakeClock());
  expect(await close(store, '2030-01-01')).toEqual([]);
  expect(await listQuarters(store.db)).toEqual([]);
});

test('two that close at once store one outcome', async () => {
  const store = await openChain({ stores: 10, ...FIRST });
  await Promise.all([
    close(store, '2026-05-01'),
    close(
      store,
      '2026-05-01',
      fakeAuditor(() => 'narrowed'),
    ),
  ]);
  expect(await listQuarters(store.db)).toHaveLength(1);
});

test('quarters follow each other over the end of a year', () => {
  expect(nextQuarter('2026-Q4')).toBe('2027-Q1');
  expect(nextQuarter('2026-Q1', -1)).toBe('2025-Q4');
  expect(quarterOf('2026-12-31')).toBe('2026-Q4');
});
