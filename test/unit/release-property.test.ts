import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publishedBand } from '../../companion/release/band';
import { type ClosedSpan, closeSpan } from '../../companion/release/close-span';
import type { VoidRange, WaitingSheet } from '../../companion/release/follow-ledger';
import { addDays, nextMonday } from '../../companion/store-day';

const START = '2026-03-02';
const WEEKS = 16;
const LEDGERS = [
  { kioskId: 'a1', epoch: '01' },
  { kioskId: 'a1', epoch: '02' },
  { kioskId: 'b2', epoch: '01' },
];

/** Sheets of three ledgers, each arriving on any day of ten weeks or, a few, never. */
const arrivals = fc
  .array(
    fc.record({
      ledger: fc.constantFrom(...LEDGERS),
      arrivesAfterDays: fc.option(fc.nat({ max: 69 }), { freq: 8 }),
      counts: fc.array(fc.nat({ max: 40 }), { minLength: 2, maxLength: 5 }),
    }),
    { maxLength: 40 },
  )
  .map((drafts) => {
    const newest = new Map<object, number>();
    return drafts.flatMap(({ ledger, arrivesAfterDays, counts }): WaitingSheet[] => {
      const sheetNo = 1 + (newest.get(ledger) ?? 0);
      newest.set(ledger, sheetNo);
      if (arrivesAfterDays === null) return [];
      return [{ ...ledger, sheetNo, counts, closedDay: START, arrivedDay: addDays(START, arrivesAfterDays) }];
    });
  });

/** What the edge does with the decisions of many Mondays, on plain lists. */
function releaseAll(sheets: readonly WaitingSheet[]) {
  let waiting = [...sheets];
  const voided: VoidRange[] = [];
  const spans: ClosedSpan[] = [];
  const released = new Map<string, { kioskId: string; epoch: string; sheetNo: number }>();
  let monday = nextMonday(START);
  for (let week = 0; week < WEEKS; week++, monday = nextMonday(monday)) {
    const previousLastDay = spans.at(-1)?.lastDay ?? null;
    const decision = closeSpan({
      monday,
      waiting,
      released: [...released.values()],
      voided,
      previousLastDay,
    });
    voided.push(...decision.newlyVoid);
    if (decision.span) spans.push(decision.span);
    for (const { kioskId, epoch, sheetNo } of decision.span?.sheets ?? []) {
      released.set(`${kioskId} ${epoch}`, { kioskId, epoch, sheetNo });
    }
    waiting = waiting.filter((sheet) => !decision.span?.sheets.includes(sheet) && !isVoid(voided, sheet));
  }
  return { spans, voided, waiting };
}

function isVoid(voided: readonly VoidRange[], { kioskId, epoch, sheetNo }: WaitingSheet): boolean {
  return voided.some(
    (range) =>
      range.kioskId === kioskId &&
      range.epoch === epoch &&
      range.firstSheetNo <= sheetNo &&
      sheetNo <= range.lastSheetNo,
  );
}

test('every sheet ends in exactly one span, or void, or waits for its hundred', () => {
  fc.assert(
    fc.property(arrivals, (sheets) => {
      const { spans, voided, waiting } = releaseAll(sheets);
      const settled = [
        ...spans.flatMap((span) => span.sheets),
        ...sheets.filter((sheet) => isVoid(voided, sheet)),
      ];
      expect(new Set(settled).size).toBe(settled.length);
      expect(new Set([...settled, ...waiting])).toEqual(new Set(sheets));
      const checksLeft = waiting.reduce((sum, { counts }) => sum + (counts[0] ?? 0) + (counts[1] ?? 0), 0);
      expect(checksLeft).toBeLessThan(100);
    }),
  );
});

test('spans follow each other without a gap, overlap nowhere and hold at least a hundred checks', () => {
  fc.assert(
    fc.property(arrivals, (sheets) => {
      const { spans } = releaseAll(sheets);
      for (const [index, span] of spans.entries()) {
        const previous = spans[index - 1];
        if (previous) expect(span.firstDay).toBe(addDays(previous.lastDay, 1));
        expect(span.firstDay <= span.lastDay).toBe(true);
        expect((span.totals[0] ?? 0) + (span.totals[1] ?? 0)).toBeGreaterThanOrEqual(100);
      }
    }),
  );
});

test('within a ledger no sheet is released before one with a lower number', () => {
  fc.assert(
    fc.property(arrivals, (sheets) => {
      const inOrder = releaseAll(sheets).spans.flatMap((span) => span.sheets);
      for (const ledger of LEDGERS) {
        const numbers = inOrder
          .filter(({ kioskId, epoch }) => kioskId === ledger.kioskId && epoch === ledger.epoch)
          .map(({ sheetNo }) => sheetNo);
        expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
      }
    }),
  );
});

test('the same arrivals give the same spans, however they are listed', () => {
  fc.assert(
    fc.property(
      arrivals.chain((sheets) =>
        fc.tuple(fc.constant(sheets), fc.shuffledSubarray(sheets, { minLength: sheets.length })),
      ),
      ([sheets, shuffled]) => {
        expect(releaseAll(shuffled).spans).toEqual(releaseAll(sheets).spans);
      },
    ),
  );
});

test('the bands of all spans together never say more than there was, and less by at most nine a count', () => {
  fc.assert(
    fc.property(arrivals, (sheets) => {
      const { spans } = releaseAll(sheets);
      for (let counter = 0; counter < 5; counter++) {
        const shown = spans.reduce((sum, { totals }) => sum + (publishedBand(totals[counter] ?? 0) ?? 0), 0);
        const exact = spans
          .flatMap((span) => span.sheets)
          .reduce((sum, { counts }) => sum + (counts[counter] ?? 0), 0);
        expect(shown).toBeLessThanOrEqual(exact);
        expect(exact - shown).toBeLessThanOrEqual(9 * spans.length);
      }
    }),
  );
});
