import { describe, expect, test } from 'vitest';
import { closeIfDue, countCheck, openLedger } from '../../firmware/ledger/ledger';
import { FlashChip } from '../../firmware/simulator/flash-chip';
import { TALLY_LANGUAGE } from '../../shared/tallies';
import { makeUsedFlash } from '../unit/ledger-cuts';
import { portOf, readImage as readLedger } from '../unit/ledger-flash';
import { countFinished, cutAndRestart, listOperations } from './cuts';
import { readImage } from './image';
import { interpreterMissing, interpreterPath } from './interpreter';
import { scriptOf } from './script';

const LOG_FROM = 4096;
const LOG_TO = 12_288;
const HOUR_S = 3600;
/** Checks that a sheet needs to close where nothing was set. */
const ENOUGH = 10;
/** Counters of a check on the knee path with a pair of shoes. */
const KNEE_AND_PAIR = [0, 37];
/** Slow enough not to be taken for play: a pair of shoes, to the staff's answer, and a part of a second check. */
const CHECK = [2, 3, 1, 1, 3, 1, 3, 3, 3, 3, 1];
const day = scriptOf('a check', CHECK);
const hour = { name: 'an hour', steps: [], endMs: 3_620_000 };
const again = scriptOf('a check after the restart', CHECK);

function withLog(log: Uint8Array): Uint8Array {
  const image = readImage();
  image.set(log.subarray(LOG_FROM, LOG_TO), LOG_FROM);
  return image;
}

/** Adds checks until one more would need the other page. */
function fillPage(log: Uint8Array): Uint8Array {
  let filled = log;
  for (let added = 0; added < 100; added++) {
    const chip = new FlashChip(filled.slice());
    openLedger(portOf(chip), () => 1);
    countCheck([TALLY_LANGUAGE], 2);
    if (chip.erases[1] || chip.erases[2]) return filled;
    filled = chip.bytes;
  }
  throw new Error('The page never fills');
}

/** Lets 23 hours pass over an open sheet that holds enough: it closes in an hour. */
function almostDue(log: Uint8Array): Uint8Array {
  const chip = new FlashChip(log.slice());
  openLedger(portOf(chip), () => 1);
  for (let check = 0; check < 5; check++) countCheck([TALLY_LANGUAGE, ...KNEE_AND_PAIR], 2);
  closeIfDue(ENOUGH, 23 * HOUR_S);
  return chip.bytes;
}

const used = makeUsedFlash();
/** `counts`: how many checks more the kiosk may hold in the end than before, the one after the restart among them. */
const kiosks = [
  { name: 'a check on a new kiosk', image: readImage(), deed: day, counts: [1, 2] },
  { name: 'a check on a kiosk with closed sheets', image: withLog(used), deed: day, counts: [1, 2] },
  { name: 'a check that needs the other page', image: withLog(fillPage(used)), deed: day, counts: [1, 2] },
  { name: 'the close of a sheet', image: withLog(almostDue(used)), deed: hour, counts: [1] },
  {
    name: 'the close of a sheet that needs the other page',
    image: withLog(almostDue(fillPage(used))),
    deed: hour,
    counts: [1],
  },
];

describe.skipIf(!interpreterPath)(
  `power cuts on the real interpreter${interpreterPath ? '' : ` (${interpreterMissing})`}`,
  () => {
    test.each(kiosks)(
      '$name: at every flash operation, every check counts once, the cut one at most',
      ({ image, deed, counts }) => {
        const operations = listOperations(image, deed);
        expect(operations.length).toBeGreaterThan(1);
        const start = readLedger(image.slice(0, LOG_TO));
        const before = countFinished(start, TALLY_LANGUAGE);
        let closed = 0;
        const counted = new Set<number>();
        operations.forEach(({ words }, index) => {
          for (const done of new Set([0, words >> 1, words - 1])) {
            const { ledger, errors, framesAgain } = cutAndRestart(
              image,
              deed,
              { operation: index + 1, words: done },
              again,
            );
            const place = `operation ${index + 1} of ${operations.length}, ${done} of ${words} words`;
            expect([place, ...errors, ...ledger.complaints]).toEqual([place]);
            expect(framesAgain).toBeGreaterThan(CHECK.length - 2);
            counted.add(countFinished(ledger, TALLY_LANGUAGE) - before);
            closed = Math.max(closed, ledger.sheets.size - start.sheets.size);
          }
        });
        expect([...counted].sort()).toEqual(counts);
        expect(closed).toBe(deed === hour ? 1 : 0);
      },
      300_000,
    );
  },
);
