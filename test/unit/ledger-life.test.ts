import { expect, test } from 'vitest';
import { measureLife } from './ledger-life';

test('the flash lasts at least 5 years at 100 checks a day with 30 sheets that nobody acknowledges', () => {
  const lives = [measureLife(100, 30, 60), measureLife(300, 24, 20)];
  for (const { checksADay, held, erasesADay, wordWritesADay, years } of lives) {
    console.log(
      `${checksADay} checks a day, ${held} unacknowledged sheets: ${erasesADay.toFixed(2)} erases a page and ` +
        `${wordWritesADay.toFixed(0)} word writes a day, ${years.toFixed(1)} years`,
    );
  }
  expect(lives[0]?.held).toBe(30);
  expect(lives[0]?.years).toBeGreaterThanOrEqual(5);
});
