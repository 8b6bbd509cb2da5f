import loadHighs from 'highs';
import { expect, test } from 'vitest';
import { auditFigures } from '../../companion/release/audit/audit-figures';
import { publishedBand } from '../../companion/release/band';
import { auditQuarter } from '../../companion/release/chain/audit-quarter';
import { type ChainSpan, closeQuarter } from '../../companion/release/chain/close-quarter';
import { publishQuarter } from '../../companion/release/chain/published-quarter';
import { makeChain, makeSpan, QUARTER, TODAY } from './chain-spans';
import { countChecks, exactFigures, repeat } from './made-checks';
import { fromBand, type Statement, subtractStatements } from './statements';

const LIMIT_MS = 300_000;
const highs = await loadHighs();

function publish(spans: readonly ChainSpan[]) {
  const closed = closeQuarter(QUARTER, spans, true, TODAY);
  if (!closed) throw new Error('no quarter');
  return { closed, published: publishQuarter(closed) };
}

/** Stores with nine shoppers each who pressed "fever", a held back count: ten times that, 90 to 99, says all nine. */
function makeTellingQuarter(stores: number) {
  const totals = countChecks([
    ...repeat(9, { path: 'knee', rf1: 'hot_fever' }),
    ...repeat(46, { path: 'knee', rf1: 'injury' }),
    ...repeat(64, { path: 'shoes', pair: 'nopair' }),
  ]);
  const telling = Array.from({ length: stores }, (_, store) => makeSpan(store, 1, { totals }));
  return { telling, ...publish(telling) };
}

test(
  'a quarter whose total gives a held back count of its stores away is refused; a weakened audit would publish it',
  () => {
    const { closed, published, telling } = makeTellingQuarter(10);
    expect(closed.record.bands[3]).toBe(90);
    expect(telling.every(({ totals }) => publishedBand(totals[3] ?? 0) === null)).toBe(true);
    for (const { totals } of telling.slice(0, 1)) {
      expect(auditFigures(highs, exactFigures(totals).map(publishedBand))).toBe('safe');
    }
    expect(auditQuarter(highs, published)).toBe('narrowed');
    expect(auditQuarter(highs, published, undefined, 1)).toBe('safe');
    const everybody = telling.map((_, span) => span);
    const said: Statement[] = [
      ...everybody.map((span) => ({ sheets: [span], range: null })),
      { sheets: everybody, range: fromBand(closed.record.bands[3] ?? null) },
    ];
    expect(subtractStatements(highs, said, () => true)).toContainEqual({
      sheets: [0],
      range: { low: 9, high: 9 },
    });
  },
  LIMIT_MS,
);

test(
  'of more stores too: where the total is as large as can be, no proof is found; a weakened audit would find one',
  () => {
    const { closed, published } = makeTellingQuarter(20);
    expect(closed.record).toMatchObject({ bandWidth: 20, spans: 20 });
    expect(closed.record.bands[3]).toBe(180);
    expect(auditQuarter(highs, published)).toBe('unsolved');
    expect(auditQuarter(highs, published, undefined, 1)).toBe('safe');
  },
  LIMIT_MS,
);

test(
  'the audit lets an ordinary quarter of few spans pass',
  () => expect(auditQuarter(highs, publish(makeChain()).published)).toBe('safe'),
  LIMIT_MS,
);

test(
  'and one of many, of which it says how far it is; it sees nothing but what is published',
  () => {
    const spans = Array.from({ length: 24 }, (_, store) => makeSpan(store, 1));
    const { published } = publish(spans);
    const shares: number[] = [];
    expect(auditQuarter(highs, published, (share) => shares.push(share))).toBe('safe');
    expect(shares.every((share, index) => share >= (shares[index - 1] ?? 0) && share <= 1)).toBe(true);
    expect(shares.length).toBeGreaterThan(0);
  },
  LIMIT_MS,
);
