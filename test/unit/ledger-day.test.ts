import { expect, test } from 'vitest';
import { cutDay } from './ledger-day';

test('power cuts all over a day, carries to the other page among it, leave every check counted once and one snapshot', () => {
  const { cuts, erases, isAsPlanned, faults } = cutDay(17);
  expect(isAsPlanned).toBe(true);
  expect(erases).toBeGreaterThanOrEqual(1);
  expect(faults).toEqual([]);
  expect(cuts).toBeGreaterThan(900);
});

test('the same cuts find two snapshots in a ledger that does not overwrite the older one', () => {
  const { faults } = cutDay(401, (port) => ({
    ...port,
    write: (offset, bytes) => {
      if (bytes.some((byte) => byte !== 0)) port.write(offset, bytes);
    },
  }));
  expect(faults.filter((fault) => fault.endsWith('holds two snapshots'))).not.toEqual([]);
});
