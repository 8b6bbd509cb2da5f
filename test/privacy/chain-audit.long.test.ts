import loadHighs from 'highs';
import { expect, test } from 'vitest';
import { auditFigures } from '../../companion/release/audit/audit-figures';
import { publishedBand } from '../../companion/release/band';
import { auditGroup, auditQuarter, type QuarterGroup } from '../../companion/release/chain/audit-quarter';
import { closeQuarter } from '../../companion/release/chain/close-quarter';
import { makeChain, makeSpan, QUARTER, TODAY } from './chain-spans';
import { countChecks, exactFigures, repeat } from './made-checks';
import { fromBand, type Statement, subtractStatements } from './statements';

const LIMIT_MS = 300_000;
const highs = await loadHighs();
const audit = (group: QuarterGroup) => auditGroup(highs, group);

/** Ten stores with nine shoppers each who pressed "fever", a held back count: the total, 90 to 99, says all nine. */
function makeTellingQuarter() {
  const totals = countChecks([
    ...repeat(9, { path: 'knee', rf1: 'hot_fever' }),
    ...repeat(46, { path: 'knee', rf1: 'injury' }),
    ...repeat(64, { path: 'shoes', pair: 'nopair' }),
  ]);
  const telling = Array.from({ length: 10 }, (_, store) => makeSpan(store, 1, { totals }));
  return { telling, closed: closeQuarter(QUARTER, telling, true, TODAY) };
}

test(
  'a quarter whose total gives a held back count of its stores away is refused; a weakened audit would publish it',
  async () => {
    const { closed, telling } = makeTellingQuarter();
    if (!closed) throw new Error('no quarter');
    expect(closed.record.bands[3]).toBe(90);
    expect(telling.every(({ totals }) => publishedBand(totals[3] ?? 0) === null)).toBe(true);
    for (const { totals } of telling.slice(0, 1)) {
      expect(auditFigures(highs, exactFigures(totals).map(publishedBand))).toBe('safe');
    }
    expect(await auditQuarter(closed, audit)).toBe('narrowed');
    expect(await auditQuarter(closed, (group) => auditGroup(highs, group, 1))).toBe('safe');
    const everybody = telling.map((_, span) => span);
    const published: Statement[] = [
      ...everybody.map((span) => ({ sheets: [span], range: null })),
      { sheets: everybody, range: fromBand(closed.record.bands[3] ?? null) },
    ];
    expect(subtractStatements(highs, published, () => true)).toContainEqual({
      sheets: [0],
      range: { low: 9, high: 9 },
    });
  },
  LIMIT_MS,
);

test(
  'the audit lets an ordinary quarter pass',
  async () => {
    const closed = closeQuarter(QUARTER, makeChain(), true, TODAY);
    if (!closed) throw new Error('no quarter');
    expect(await auditQuarter(closed, audit)).toBe('safe');
  },
  LIMIT_MS,
);
