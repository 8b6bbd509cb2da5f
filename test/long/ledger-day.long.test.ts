import { expect, test } from 'vitest';
import { cutDay } from '../unit/ledger-day';

test('a power cut at every byte of a whole day leaves every check counted once and one snapshot', () => {
  const { cuts, faults } = cutDay(1);
  expect(faults).toEqual([]);
  expect(cuts).toBeGreaterThan(15_000);
}, 300_000);
