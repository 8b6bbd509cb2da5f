import { expect, test } from 'vitest';
import { soak } from '../bench/soak';

const WEEK_DAYS = 7;

test('a week of 300 checks a day over six kiosks: every count arrives, once', async () => {
  const { visits, differences, releases } = await soak(WEEK_DAYS);
  expect(visits).toBe(2100);
  expect(differences.flatMap((difference, counter) => (difference === 0 ? [] : [counter]))).toEqual([]);
  expect(releases).toBe(1);
}, 600_000);
