import { describe, expect, test } from 'vitest';
import { countCheck, openLedger } from '../../firmware/ledger/ledger';
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
/** Slow enough not to be taken for play: a pair of shoes, to the staff's answer, and a part of a second check. */
const CHECK = [2, 3, 1, 1, 3, 1, 3, 3, 3, 3, 1];
const day = scriptOf('a check', CHECK);
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

const used = makeUsedFlash();
const kiosks = [
  { name: 'a new kiosk', image: readImage() },
  { name: 'a kiosk with closed sheets', image: withLog(used) },
  { name: 'a kiosk whose page is full', image: withLog(fillPage(used)) },
];

describe.skipIf(!interpreterPath)(
  `power cuts on the real interpreter${interpreterPath ? '' : ` (${interpreterMissing})`}`,
  () => {
    test.each(kiosks)(
      '$name: at every flash operation, a check counts once or not at all',
      ({ image }) => {
        const operations = listOperations(image, day);
        expect(operations.length).toBeGreaterThan(1);
        const before = countFinished(readLedger(image.slice(0, LOG_TO)), TALLY_LANGUAGE);
        const counted = new Set<number>();
        operations.forEach(({ words }, index) => {
          for (const done of new Set([0, words >> 1, words - 1])) {
            const { ledger, errors, framesAgain } = cutAndRestart(
              image,
              day,
              { operation: index + 1, words: done },
              again,
            );
            const place = `operation ${index + 1} of ${operations.length}, ${done} of ${words} words`;
            expect([place, ...errors, ...ledger.complaints]).toEqual([place]);
            expect(framesAgain).toBeGreaterThan(CHECK.length - 2);
            counted.add(countFinished(ledger, TALLY_LANGUAGE) - before);
          }
        });
        // the check after the restart, and the one that was cut or not
        expect([...counted].sort()).toEqual([1, 2]);
      },
      300_000,
    );
  },
);
