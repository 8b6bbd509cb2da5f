import { describe, expect, test } from 'vitest';
import { closeSpan, type SpanInput } from '../../companion/release/close-span';
import type { WaitingSheet } from '../../companion/release/follow-ledger';

const MONDAY = '2026-03-30';
const LEDGER = { kioskId: 'a1', epoch: '01' };

function sheet(sheetNo: number, kneeChecks: number, changes: Partial<WaitingSheet> = {}): WaitingSheet {
  return {
    ...LEDGER,
    sheetNo,
    closedDay: '2026-03-25',
    arrivedDay: '2026-03-26',
    counts: [kneeChecks],
    ...changes,
  };
}

function decide(waiting: readonly WaitingSheet[], changes: Partial<SpanInput> = {}) {
  return closeSpan({ monday: MONDAY, waiting, released: [], voided: [], previousLastDay: null, ...changes });
}

const numbers = (sheets: readonly { readonly sheetNo: number }[] | undefined) =>
  sheets?.map((one) => one.sheetNo);

describe('a span', () => {
  const minimum = [
    { name: 'stays open with 99 finished checks', counts: [[50], [49]], closes: false },
    { name: 'closes with 100 finished checks', counts: [[50], [50]], closes: true },
    {
      name: 'counts both paths as finished',
      counts: [
        [50, 25],
        [5, 20],
      ],
      closes: true,
    },
    { name: 'does not count runs that were only started', counts: [[99, 0, 500]], closes: false },
  ];
  for (const { name, counts, closes } of minimum) {
    test(name, () => {
      const waiting = counts.map((row, index) => sheet(index + 1, 0, { counts: row }));
      expect(decide(waiting).span !== null).toBe(closes);
    });
  }

  test('holds what arrived before its Monday, not on it', () => {
    const waiting = [sheet(1, 100, { arrivedDay: '2026-03-29' }), sheet(2, 100, { arrivedDay: MONDAY })];
    expect(numbers(decide(waiting).span?.sheets)).toEqual([1]);
  });

  test('adds up counter by counter over kiosks, and counts the kiosks', () => {
    const { span } = decide([
      sheet(1, 0, { counts: [60, 3] }),
      sheet(1, 0, { counts: [40, 4, 5], kioskId: 'b2' }),
      sheet(1, 0, { counts: [1], epoch: '02' }),
    ]);
    expect(span?.totals.slice(0, 4)).toEqual([101, 7, 5, 0]);
    expect(span?.totals).toHaveLength(108);
    expect(span?.kiosks).toBe(2);
  });

  test('begins with its first sheet, and after that where the previous one ended; late sheets change no period', () => {
    const waiting = [sheet(1, 100, { closedDay: '2026-01-05' })];
    expect(decide(waiting).span).toMatchObject({ firstDay: '2026-01-05', lastDay: '2026-03-29' });
    const later = decide(waiting, { previousLastDay: '2026-03-22' }).span;
    expect(later).toMatchObject({ firstDay: '2026-03-23', lastDay: '2026-03-29' });
  });
});

describe('a missing sheet', () => {
  const old = { arrivedDay: '2026-03-02' }; // 28 days before the Monday
  const young = { arrivedDay: '2026-03-03' };

  test('holds back the later sheets of its own ledger only', () => {
    const { span } = decide([sheet(1, 60), sheet(3, 60), sheet(1, 60, { kioskId: 'b2' })]);
    expect(span?.sheets.map(({ kioskId, sheetNo }) => [kioskId, sheetNo])).toEqual([
      ['a1', 1],
      ['b2', 1],
    ]);
  });

  test('is waited for 28 days', () => {
    expect(decide([sheet(1, 100), sheet(3, 100, young)])).toMatchObject({
      newlyVoid: [],
      span: { totals: { 0: 100 } },
    });
  });

  test('is void 28 days after the first later sheet arrived', () => {
    const decision = decide([sheet(1, 100), sheet(4, 100), sheet(5, 100, old)]);
    expect(decision.newlyVoid).toEqual([{ ...LEDGER, firstSheetNo: 2, lastSheetNo: 3 }]);
    expect(numbers(decision.span?.sheets)).toEqual([1, 4, 5]);
  });

  test('is waited for however long the sheets before it are here', () => {
    expect(decide([sheet(1, 100, old), sheet(3, 100, young)])).toMatchObject({
      newlyVoid: [],
      span: { totals: { 0: 100 } },
    });
  });

  test('is given up even when no span closes', () => {
    expect(decide([sheet(3, 10, old)])).toEqual({
      newlyVoid: [{ ...LEDGER, firstSheetNo: 1, lastSheetNo: 2 }],
      span: null,
    });
  });

  test('that is void already holds nothing back', () => {
    const voided = [{ ...LEDGER, firstSheetNo: 2, lastSheetNo: 3 }];
    const decision = decide([sheet(1, 100), sheet(4, 100)], { voided });
    expect(decision.newlyVoid).toEqual([]);
    expect(numbers(decision.span?.sheets)).toEqual([1, 4]);
  });

  test('of another ledger is not void here', () => {
    const voided = [{ ...LEDGER, epoch: '02', firstSheetNo: 2, lastSheetNo: 3 }];
    expect(numbers(decide([sheet(1, 100), sheet(4, 100)], { voided }).span?.sheets)).toEqual([1]);
  });

  test('is not missing when it was released before', () => {
    const released = [
      { ...LEDGER, sheetNo: 7 },
      { ...LEDGER, epoch: '02', sheetNo: 3 },
    ];
    expect(numbers(decide([sheet(8, 100)], { released }).span?.sheets)).toEqual([8]);
    expect(decide([sheet(8, 100, { epoch: '02' })], { released }).span).toBeNull();
  });
});
