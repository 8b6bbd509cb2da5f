import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeCsv } from '../../companion/web/bands/csv';
import { ageWords, dateWords, spanDays, spanWords } from '../../companion/web/bands/dates';
import {
  narrowInterval,
  shareInterval,
  shareWords,
  subtractInterval,
  sumIntervals,
} from '../../companion/web/bands/interval';
import {
  readBand,
  readCounter,
  readingInterval,
  readingWords,
  shortWords,
} from '../../companion/web/bands/reading';
import { everyPanel, overviewPanels } from '../../companion/web/panels/every-panel';
import { measurePanel } from '../../companion/web/panels/measure-panel';
import type { View } from '../../companion/web/panels/panel';
import { finishedPerDay, finishedShare } from '../../companion/web/panels/span-figures';
import { counterKeys } from '../../shared/check/codes';
import { makeRelease } from './web-fixture';

describe('a reading', () => {
  const cases = [
    {
      name: 'a number stands for ten counts',
      band: 30,
      words: '30 to 39',
      short: '30 to 39',
      low: 30,
      high: 39,
    },
    { name: 'held back', band: null, words: 'held back (under 10)', short: 'held back', low: 0, high: 9 },
  ];
  for (const { name, band, words, short, low, high } of cases) {
    test(name, () => {
      const reading = readBand(band);
      expect(readingWords(reading)).toBe(words);
      expect(shortWords(reading)).toBe(short);
      expect(readingInterval(reading)).toEqual({ low, high });
    });
  }
  test('of several spans is summed, held back only when every one is, and no report when one has none', () => {
    const [one, two] = [makeRelease(1, { 'loc.back': 34 }), makeRelease(2)];
    const back = counterKeys.indexOf('loc.back');
    expect(readCounter([one, one], back)).toEqual({ state: 'number', low: 60, high: 78 });
    expect(readCounter([one, two], back)).toEqual({ state: 'number', low: 30, high: 48 });
    expect(readingWords(readCounter([two, two], back))).toBe('held back (under 10 in each)');
    expect(readCounter([one, { ...two, bands: [] }], back)).toEqual({ state: 'no report' });
    expect(readCounter([], back)).toEqual({ state: 'no report' });
  });
  test('no report says nothing about the count, not even that it is small', () => {
    const reading = readBand(undefined);
    expect(readingWords(reading)).toBe('no report');
    expect(readingInterval(reading)).toBeNull();
  });
});

const count = fc.integer({ min: 0, max: 500 });
const bandOf = (n: number) => readingInterval(readBand(n < 10 ? null : n - (n % 10))) ?? { low: 0, high: 0 };

describe('what is said of bands holds for every count behind them', () => {
  test('a share lies inside its interval', () => {
    fc.assert(
      fc.property(count, count, (part, rest) => {
        const share = shareInterval(bandOf(part), bandOf(part + rest));
        if (!share) return;
        expect(part / (part + rest)).toBeGreaterThanOrEqual(share.low);
        expect(part / (part + rest)).toBeLessThanOrEqual(share.high);
      }),
    );
  });

  test('a sum, a difference and a narrowed interval hold the true figure', () => {
    fc.assert(
      fc.property(count, count, (a, b) => {
        const sum = narrowInterval(sumIntervals([bandOf(a), bandOf(b)]), bandOf(a + b));
        expect(a + b).toBeGreaterThanOrEqual(sum.low);
        expect(a + b).toBeLessThanOrEqual(sum.high);
        const difference = subtractInterval(bandOf(a + b), bandOf(b));
        expect(a).toBeGreaterThanOrEqual(difference.low);
        expect(a).toBeLessThanOrEqual(difference.high);
      }),
    );
  });

  test('no share is stated of a whole that may be nobody', () => {
    expect(shareInterval({ low: 0, high: 9 }, { low: 0, high: 9 })).toBeNull();
  });

  test('shares are rounded outward and never pass 100', () => {
    expect(shareWords({ low: 0.319, high: 0.411 })).toBe('31 to 42 %');
    expect(shareInterval({ low: 30, high: 39 }, { low: 30, high: 39 })?.high).toBe(1);
  });
});

describe('panels', () => {
  const view = (release: View['release'], before?: View['before']): View => ({
    stores: [],
    storeCount: 0,
    store: { storeId: 'mill-lane', name: '', isSimulated: true, region: null },
    release,
    before,
    earlier: before ? [before] : [],
    releases: [release],
  });

  test('name each of their counters by its key, and none twice', () => {
    for (const panel of everyPanel) {
      const codes = panel.lines.map((line) => line.code);
      expect(new Set(codes).size).toBe(codes.length);
      for (const line of panel.lines) expect(counterKeys[line.counter]).toBe(line.code);
    }
  });

  test('state no share when one of their lines has no report', () => {
    const release = {
      ...makeRelease(1),
      bands: makeRelease(1).bands.slice(0, counterKeys.indexOf('shoe.fine')),
    };
    const shoes = overviewPanels.find((panel) => panel.key === 'shoes-to-replace');
    const lines = shoes ? measurePanel(shoes, view(release)) : [];
    expect(lines.map((line) => line.now.reading.state)).toEqual([
      'number',
      'number',
      'no report',
      'no report',
    ]);
    for (const line of lines) expect(line.now.share).toBeNull();
  });

  test('bound every true share, whatever the counts', () => {
    const shoes = overviewPanels.find((panel) => panel.key === 'where-it-hurts');
    if (!shoes) throw new Error('no such panel');
    fc.assert(
      fc.property(fc.array(count, { minLength: 6, maxLength: 6 }), (counts) => {
        const whole = counts.reduce((sum, n) => sum + n, 0);
        const changed = Object.fromEntries(shoes.lines.map((line, index) => [line.code, counts[index] ?? 0]));
        const lines = measurePanel(shoes, view(makeRelease(1, { ...changed, 'rf2.none': whole })));
        lines.forEach((line, index) => {
          if (!line.now.share || whole === 0) return;
          const share = (counts[index] ?? 0) / whole;
          expect(share).toBeGreaterThanOrEqual(line.now.share.low);
          expect(share).toBeLessThanOrEqual(line.now.share.high);
        });
      }),
    );
  });

  test('compare spans of different lengths by the day', () => {
    const week = makeRelease(1, { finished: 110 });
    const month = { ...makeRelease(1, { finished: 120 }), firstDay: '2026-01-05', lastDay: '2026-02-01' };
    const perDay = finishedPerDay([week]);
    expect(finishedPerDay([month])?.high).toBeLessThan(perDay?.low ?? 0);
    expect(finishedPerDay([week, week])).toEqual(perDay);
    expect(finishedPerDay([])).toBeNull();
    expect(finishedShare([{ ...week, started: null }])).toBeNull();
  });
});

describe('dates and files', () => {
  test('a span of one day has one day', () => {
    expect(spanDays('2026-03-01', '2026-03-01')).toBe(1);
    expect(spanDays('2026-03-28', '2026-03-30')).toBe(3);
    expect(spanDays('nonsense', '')).toBe(1);
  });
  test('a date that is none is shown as it is', () => {
    expect(dateWords('2026-03-02')).toBe('Mon 2 Mar 2026');
    expect(dateWords('soon')).toBe('soon');
    expect(spanWords('2026-03-02', '2026-03-08')).toBe('Mon 2 Mar to Sun 8 Mar 2026');
    expect(spanWords('2025-12-29', '2026-01-04')).toBe('Mon 29 Dec 2025 to Sun 4 Jan 2026');
    expect(spanWords('soon', 'later')).toBe('soon to later');
  });
  const ages: [number, string][] = [
    [0, 'under a minute'],
    [60_000, '1 minute'],
    [59 * 60_000, '59 minutes'],
    [60 * 60_000, '1 hour'],
    [47 * 3_600_000, '47 hours'],
    [48 * 3_600_000, '2 days'],
  ];
  for (const [ms, words] of ages)
    test(`an age of ${ms} ms is ${words}`, () => expect(ageWords(ms)).toBe(words));

  test('a field with commas, quotes and line ends stays one field', () => {
    expect(writeCsv(['a'], [['x,"y"\nz', 3]])).toBe('a\r\n"x,""y""\nz",3\r\n');
  });
  for (const text of ['=1+1', '+1', '-1', '@x', '\t=1']) {
    test(`a field that starts like the formula ${JSON.stringify(text)} is made harmless`, () => {
      expect(writeCsv(['a'], [[text]])).toContain(`'${text}`);
    });
  }
});
