import { describe, expect, test } from 'vitest';
import { batteryDaysLeft } from '../../companion/store/battery-days';

/** One sample a day, falling by `fall` percent. */
const falling = (from: number, fall: number, days: number, firstDay = 20_000) =>
  Array.from({ length: days }, (_, index) => ({ day: firstDay + index, percent: from - fall * index }));

describe('the days a battery has left', () => {
  test('follow the line through its samples', () => {
    expect(batteryDaysLeft(falling(100, 2, 11))).toEqual({ low: 40, high: 40 });
  });
  test('are a wider range when the samples jump about', () => {
    const jumping = falling(100, 2, 11).map(({ day, percent }, index) => ({
      day,
      percent: percent + (index % 2 ? 3 : -3),
    }));
    const days = batteryDaysLeft(jumping);
    expect(days?.low).toBeLessThan(38);
    expect(days?.high).toBeGreaterThan(42);
  });
  test('begin anew with a new battery', () => {
    const changed = [...falling(40, 5, 7), ...falling(100, 1, 11, 20_007)];
    expect(batteryDaysLeft(changed)).toEqual({ low: 90, high: 90 });
  });
  test('skip days on which nobody heard the kiosk', () => {
    const few = falling(100, 2, 11).filter((_, index) => index % 5 === 0);
    expect(batteryDaysLeft(few)).toEqual({ low: 40, high: 40 });
  });
  const unknown = [
    { name: 'on mains', samples: falling(100, 0, 30) },
    { name: 'in its first days', samples: falling(100, 3, 4) },
    { name: 'without a sample', samples: [] },
    { name: 'with one sample', samples: falling(50, 1, 1) },
  ];
  for (const { name, samples } of unknown)
    test(`are not told ${name}`, () => expect(batteryDaysLeft(samples)).toBeNull());
});
