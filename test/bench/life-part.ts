import { measureLife } from '../unit/ledger-life';
import type { Figure, Part } from './part';

const YEARS = 5;
const PERCENT = 100;
/** More days than a ledger has room for sheets: nobody acknowledges, and the last days' sheet stays open. */
const NEVER_ACKNOWLEDGED = 60;

const lives = [
  { checksADay: 100, held: 30, days: 60, isPromised: true },
  { checksADay: 100, held: NEVER_ACKNOWLEDGED, days: 30, isPromised: false },
  { checksADay: 300, held: 1, days: 20, isPromised: false },
  { checksADay: 300, held: 24, days: 20, isPromised: false },
  { checksADay: 300, held: NEVER_ACKNOWLEDGED, days: 20, isPromised: false },
];

/** How long the flash lasts, from counted erases and word writes; the simulated chip refuses a block written too often. */
export const lifePart: Part = {
  name: 'Life of the flash on Pixl.js',
  missing: () => undefined,
  measure: async () =>
    lives.map(({ checksADay, held, days, isPromised }): Figure => {
      const life = measureLife(checksADay, held, days);
      const sheets =
        held === NEVER_ACKNOWLEDGED
          ? 'as long as no companion ever comes'
          : `${life.held} sheets unacknowledged`;
      return {
        what: `${checksADay} checks a day, ${sheets}: worn in ${YEARS} years`,
        value: (PERCENT * YEARS) / life.years,
        unit: '%',
        note:
          `${life.years.toFixed(1)} years; ${life.erasesADay.toFixed(2)} erases a page and ` +
          `${life.wordWritesADay.toFixed(0)} word writes a day`,
        ...(isPromised ? { limit: PERCENT } : {}),
      };
    }),
};
