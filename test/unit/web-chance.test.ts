import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Counted, changeOfRate, changeOfShare, likelyShare } from '../../companion/web/bands/chance';

const exactly = (part: number, whole: number): Counted => ({
  part: { low: part, high: part },
  whole: { low: whole, high: whole },
});
const down = (count: number) => Math.floor(count / 10) * 10;
/** A part and a whole as a release shows them: both rounded down to tens. */
const shown = (part: number, whole: number): Counted => ({
  part: { low: down(part), high: down(part) + 9 },
  whole: { low: down(whole), high: down(whole) + 9 },
});

describe('a likely share', () => {
  // Wilson's interval, worked out by hand from his formula with 1.959964.
  const cases: [part: number, whole: number, low: string, high: string][] = [
    [0, 10, '0.0000', '0.2775'],
    [5, 10, '0.2366', '0.7634'],
    [81, 263, '0.2553', '0.3662'],
    [10, 10, '0.7225', '1.0000'],
  ];
  for (const [part, whole, low, high] of cases) {
    test(`of ${part} in ${whole} reaches from ${low} to ${high}`, () => {
      const share = likelyShare(exactly(part, whole));
      expect([share.low.toFixed(4), share.high.toFixed(4)]).toEqual([low, high]);
    });
  }

  test('of rounded counts holds that of every count behind them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 20, max: 300 }), (part, whole) => {
        fc.pre(part <= whole);
        const inside = likelyShare(exactly(part, whole));
        const around = likelyShare(shown(part, whole));
        expect(around.low).toBeLessThanOrEqual(inside.low + 1e-12);
        expect(around.high).toBeGreaterThanOrEqual(inside.high - 1e-12);
      }),
    );
  });
});

describe('a change of a share', () => {
  // 56/70 against 48/80 is Newcombe's own example: the interval of the difference is 0.0524 to 0.3339.
  test('is one where the interval of the difference leaves out none', () => {
    expect(changeOfShare(exactly(48, 80), exactly(56, 70))).toBe('more');
    expect(changeOfShare(exactly(56, 70), exactly(48, 80))).toBe('fewer');
  });
  test('may be chance where the interval holds none, however exact the counts', () => {
    expect(changeOfShare(exactly(48, 80), exactly(50, 80))).toBe('may be chance');
  });
  test('may be rounding where one count behind the bands makes the shares alike', () => {
    expect(changeOfShare(shown(48, 80), shown(56, 80))).toBe('may be rounding');
  });
  test('of nothing in nothing is none', () => {
    expect(changeOfShare(shown(0, 100), shown(0, 100))).toBe('may be rounding');
  });

  test('holds for every count behind the bands', () => {
    const pair = fc.record({
      part: fc.integer({ min: 0, max: 99 }),
      whole: fc.integer({ min: 100, max: 199 }),
    });
    const offset = fc.tuple(...Array.from({ length: 4 }, () => fc.integer({ min: 0, max: 9 })));
    let changes = 0;
    fc.assert(
      fc.property(pair, pair, offset, (before, now, [a = 0, b = 0, c = 0, d = 0]) => {
        const change = changeOfShare(shown(before.part, before.whole), shown(now.part, now.whole));
        if (change !== 'more' && change !== 'fewer') return;
        changes++;
        const behind = changeOfShare(
          exactly(down(before.part) + a, down(before.whole) + b),
          exactly(down(now.part) + c, down(now.whole) + d),
        );
        expect(behind).toBe(change);
      }),
      { numRuns: 3000 },
    );
    expect(changes).toBeGreaterThan(300);
  });

  test('is hardly ever found between weeks that differ by chance alone', () => {
    let state = 7;
    const random = () => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647;
    };
    const draw = (whole: number) => Array.from({ length: whole }).filter(() => random() < 0.3).length;
    let found = 0;
    const weeks = 4000;
    for (let week = 0; week < weeks; week++) {
      const change = changeOfShare(exactly(draw(120), 120), exactly(draw(120), 120));
      if (change === 'more' || change === 'fewer') found++;
    }
    expect(found / weeks).toBeGreaterThan(0.02); // the exact counts show that the test can fail
    expect(found / weeks).toBeLessThan(0.07);
    let foundRounded = 0;
    for (let week = 0; week < weeks; week++) {
      const change = changeOfShare(shown(draw(120), 120), shown(draw(120), 120));
      if (change === 'more' || change === 'fewer') foundRounded++;
    }
    expect(foundRounded / weeks).toBeLessThan(0.005);
  });
});

describe('a change of a rate', () => {
  const days = (low: number, high: number, count: number) => ({ count: { low, high }, days: count });
  const cases: [string, ReturnType<typeof days>, ReturnType<typeof days>, string][] = [
    ['twice as many', days(100, 109, 7), days(200, 209, 7), 'more'],
    ['half as many', days(200, 209, 7), days(100, 109, 7), 'fewer'],
    ['a band more', days(140, 149, 7), days(150, 159, 7), 'may be chance'],
    ['the same band', days(140, 149, 7), days(140, 149, 7), 'may be rounding'],
    ['as many in twice the days', days(200, 209, 14), days(200, 209, 7), 'more'],
    ['twice as many in twice the days', days(100, 109, 7), days(200, 209, 14), 'may be rounding'],
  ];
  for (const [name, before, now, expected] of cases)
    test(`${name}: ${expected}`, () => expect(changeOfRate(before, now)).toBe(expected));

  test('says the opposite when the spans are exchanged', () => {
    const counts = fc.record({
      low: fc.integer({ min: 0, max: 400 }),
      days: fc.integer({ min: 1, max: 60 }),
    });
    const opposite = { more: 'fewer', fewer: 'more' } as const;
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        const a = days(one.low, one.low + 9, one.days);
        const b = days(other.low, other.low + 9, other.days);
        const there = changeOfRate(a, b);
        const back = changeOfRate(b, a);
        expect(back).toBe(there === 'more' || there === 'fewer' ? opposite[there] : there);
      }),
    );
  });
});
