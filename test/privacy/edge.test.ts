import { expect, test } from 'vitest';
import { publishedBand } from '../../companion/release/band';
import { closeSpan } from '../../companion/release/close-span';
import { EPOCH, KIOSK_A } from '../unit/store-sheets';
import { type Codes, countChecks, repeat } from './made-checks';

const RF1_CALF = 5;
const CALF: Codes = { path: 'knee', rf1: 'calf' };
const NOT_CALF: Codes = { path: 'knee', rf1: 'injury' };
const RUNS_MAX = 200;
/** Nobody reads a question faster and is counted. */
const SECONDS_PER_ANSWER = 0.8;

/** What is published about "calf"; `no report` when no span closes. */
function publish(checks: readonly Codes[]): string {
  const { span } = closeSpan({
    monday: '2026-03-09',
    waiting: [
      {
        kioskId: KIOSK_A,
        epoch: EPOCH,
        sheetNo: 1,
        closedDay: '2026-03-02',
        arrivedDay: '2026-03-03',
        counts: countChecks(checks),
      },
    ],
    released: [],
    voided: [],
    previousLastDay: null,
  });
  return span ? String(publishedBand(span.totals[RF1_CALF] ?? 0)) : 'no report';
}

/** The fewest known runs after which the publication depends on what one other shopper answered; null: none. */
function findFewestRuns(others: readonly Codes[]): number | null {
  for (let runs = 0; runs <= RUNS_MAX; runs++) {
    for (let calfRuns = 0; calfRuns <= runs; calfRuns++) {
      const known = [...others, ...repeat(calfRuns, CALF), ...repeat(runs - calfRuns, NOT_CALF)];
      if (publish([...known, CALF]) !== publish([...known, NOT_CALF])) return runs;
    }
  }
  return null;
}

test('whoever fills a whole span needs 99 runs of known answers to watch one shopper cross the edge of ten', () => {
  expect(findFewestRuns([])).toBe(99);
  expect(publish([...repeat(9, CALF), ...repeat(90, NOT_CALF), CALF])).toBe('10');
  expect(publish([...repeat(9, CALF), ...repeat(90, NOT_CALF), NOT_CALF])).toBe('null');
  expect(99 * 2 * SECONDS_PER_ANSWER).toBeGreaterThan(150); // s of pressing keys at the least, at a counter
});

test('whoever knows that nobody else of a full span gave an answer needs 9 runs of it', () => {
  const strangers = repeat(90, NOT_CALF);
  expect(findFewestRuns(strangers)).toBe(9);
});

test('with strangers whose answers are not known, 9 runs leave open who crossed the edge', () => {
  const known = repeat(9, CALF);
  const onlyTarget = publish([...known, ...repeat(90, NOT_CALF), CALF]);
  const onlyStranger = publish([...known, ...repeat(89, NOT_CALF), CALF, NOT_CALF]);
  expect(onlyStranger).toBe(onlyTarget);
});
