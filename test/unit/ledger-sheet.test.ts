import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TALLY_COUNT, TALLY_MAX } from '../../shared/tallies';
import { codeSheet, DAY_UNKNOWN, READ_SHEET, SHEET_BYTES_MAX } from '../../shared/wire/sheet';
import { packContents, readContents } from '../../shared/wire/sheet-contents';
import { drawDay, makeShoppers } from './ledger-shoppers';

interface Golden {
  name: string;
  epochDay: number;
  /** counter number: count; the rest are 0 */
  counts: Record<string, number>;
  hex: string;
}
const golden = JSON.parse(readFileSync(new URL('../golden/sheet.json', import.meta.url), 'utf8')) as Golden[];

function fullCounts(sparse: Record<string, number>): number[] {
  return Array.from({ length: TALLY_COUNT }, (_, counter) => sparse[counter] ?? sparse['all'] ?? 0);
}

const anyCounts = fc.oneof(
  fc.array(fc.integer({ min: 0, max: TALLY_MAX }), { minLength: TALLY_COUNT, maxLength: TALLY_COUNT }),
  fc.array(fc.integer({ min: 0, max: 40 }), { minLength: TALLY_COUNT, maxLength: TALLY_COUNT }),
  fc.array(fc.constantFrom(0, 0, 0, 1, 7, TALLY_MAX), { minLength: TALLY_COUNT, maxLength: TALLY_COUNT }),
);
const anyDay = fc.integer({ min: 0, max: DAY_UNKNOWN });

describe('golden sheets', () => {
  for (const { name, epochDay, counts, hex } of golden) {
    test(`${name} packs into its recorded bytes and back`, () => {
      const contents = { epochDay, counts: fullCounts(counts) };
      expect(Buffer.from(packContents(contents)).toString('hex')).toBe(hex);
      expect(readContents(Buffer.from(hex, 'hex'))).toEqual(contents);
    });
  }
});

describe('a packed sheet', () => {
  test('gives back every counter and the day, whatever they are', () => {
    fc.assert(
      fc.property(anyCounts, anyDay, (counts, epochDay) => {
        const packed = packContents({ epochDay, counts });
        expect(packed.length % 4).toBe(0);
        expect(packed.length).toBeLessThanOrEqual(SHEET_BYTES_MAX);
        expect(readContents(packed)).toEqual({ epochDay, counts });
      }),
    );
  });

  test('is read the same way into the typed array of a kiosk, at any place', () => {
    fc.assert(
      fc.property(anyCounts, anyDay, fc.integer({ min: 0, max: 9 }), (counts, epochDay, start) => {
        const out = new Uint8Array(start + SHEET_BYTES_MAX);
        const end = codeSheet(out, start, Uint16Array.from(counts), epochDay);
        const back = new Uint16Array(TALLY_COUNT);
        expect(codeSheet(out.subarray(0, end), start, back, READ_SHEET)).toBe(epochDay);
        expect(Array.from(back)).toEqual(counts);
      }),
    );
  });

  test('is at most 72 bytes for any day of 100 checks', () => {
    for (let seed = 0; seed < 300; seed++) {
      const day = drawDay(makeShoppers(seed, seed % 3 === 0), 100);
      expect(packContents({ epochDay: 20_000, counts: day }).length).toBeLessThanOrEqual(72);
    }
  });

  test('keeps its bytes whatever was packed or refused before it', () => {
    const contents = { epochDay: 20_000, counts: drawDay(makeShoppers(1, false), 30) };
    const first = packContents(contents);
    readContents(new Uint8Array([1, 255, 255, 255, 255, 255, 255, 255]));
    expect(packContents(contents)).toEqual(first);
  });
});

describe('bytes that are no sheet', () => {
  const good = packContents({ epochDay: 20_000, counts: drawDay(makeShoppers(7, false), 40) });
  const cases: [string, Uint8Array, string][] = [
    ['no bytes', new Uint8Array(0), 'sheet-length'],
    ['half a word more', Uint8Array.from([...good, 0, 0]), 'sheet-length'],
    ['more than the longest sheet', new Uint8Array(SHEET_BYTES_MAX + 4).fill(1), 'sheet-length'],
    ['another format', Uint8Array.from([2, ...good.slice(1)]), 'sheet-format'],
    ['a word of zeros more', Uint8Array.from([...good, 0, 0, 0, 0]), 'sheet-not-exact'],
    ['a word less', good.slice(0, -4), 'sheet-count'],
    ['only ones', Uint8Array.from([1, ...new Array<number>(71).fill(255)]), 'sheet-count'],
  ];
  for (const [name, bytes, problem] of cases) {
    test(`${name}: ${problem}`, () => expect(readContents(bytes)).toBe(problem));
  }

  test('any bytes either are refused or are exactly what packing gives', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 0, maxLength: 100 }), (tail) => {
        const bytes = Uint8Array.from([1, ...tail]);
        const read = readContents(bytes);
        if (typeof read !== 'string') expect(packContents(read)).toEqual(bytes);
      }),
      { numRuns: 500 },
    );
  });

  test('a flipped bit never reads as the same sheet', () => {
    const before = readContents(good);
    for (let bit = 0; bit < good.length * 8; bit++) {
      const bytes = good.slice();
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(readContents(bytes)).not.toEqual(before);
    }
  });
});
