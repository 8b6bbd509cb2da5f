import { describe, expect, test } from 'vitest';
import { closeIfDue, countCheck, openLedger } from '../../firmware/ledger/ledger';
import { FlashChip } from '../../firmware/simulator/flash-chip';
import { TALLY_LANGUAGE } from '../../shared/tallies';
import { tellAck, tellClock, tellSettings } from '../../shared/wire/requests';
import { DEFAULT_SETTINGS } from '../../shared/wire/settings';
import { deeds, makeUsedFlash } from '../unit/ledger-cuts';
import { type LedgerImage, portOf, readImage as readLedger } from '../unit/ledger-flash';
import { countFinished, cutAndRestart, listOperations, type Said } from './cuts';
import { readImage } from './image';
import { interpreterMissing, interpreterPath } from './interpreter';
import { type Script, scriptOf } from './script';
import { RADIO_STAND_IN, recordTalk, sayAgain } from './talk';

const LOG_FROM = 4096;
const LOG_TO = 12_288;
const HOUR_S = 3600;
const DAY_S = 86_400;
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

const oneMore = (): void => void countCheck([TALLY_LANGUAGE], 2);

/** Adds checks until this would need the other page. */
function fillPage(log: Uint8Array, deed = oneMore): Uint8Array {
  let filled = log;
  for (let added = 0; added < 100; added++) {
    const chip = new FlashChip(filled.slice());
    openLedger(portOf(chip), () => 1);
    deed();
    if (chip.erases[1] || chip.erases[2]) return filled;
    const next = new FlashChip(filled.slice());
    openLedger(portOf(next), () => 1);
    oneMore();
    filled = next.bytes;
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

/** Every operation of a script, cut before it, in its middle and before its last word; and no cut until all are done. */
function cutEverywhere(
  image: Uint8Array,
  deed: Script,
  said?: Said,
): { place: string; after: ReturnType<typeof cutAndRestart> }[] {
  const operations = listOperations(image, deed, said);
  expect(operations.length).toBeGreaterThan(1);
  return [...operations, { words: 0 }].flatMap(({ words }, index) =>
    [...new Set(words ? [0, words >> 1, words - 1] : [0])].map((done) => ({
      place: `operation ${index + 1} of ${operations.length}, ${done} of ${words} words`,
      after: cutAndRestart(image, deed, { operation: index + 1, words: done }, again, said),
    })),
  );
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

/** What a companion tells a kiosk, and what the ledger then holds of it. */
const commands = [
  {
    name: 'an acknowledgement',
    deed: 'an acknowledgement',
    command: (epoch: string) => tellAck(epoch, 3),
    read: ({ acknowledged }: LedgerImage) => acknowledged,
    values: [0, 3],
  },
  {
    name: 'settings',
    deed: 'settings',
    command: () => tellSettings(DEFAULT_SETTINGS.replace('\x0a', '\x14')),
    read: ({ settings }: LedgerImage) => settings.length && settings.indexOf(20),
    values: [0, DEFAULT_SETTINGS.indexOf('\x0a')],
  },
  {
    name: 'the clock',
    deed: 'the clock',
    command: () => tellClock(20_003 * DAY_S + 2 * HOUR_S, 60),
    read: ({ clock }: LedgerImage) => clock >= 20_003 * DAY_S + HOUR_S,
    values: [false, true],
  },
];
const told = commands.flatMap((command) => {
  const deed = deeds.find(({ name }) => name === command.deed);
  if (!deed) throw new Error(`No deed ${command.deed}`);
  return [
    { ...command, image: withLog(used) },
    {
      ...command,
      name: `${command.name} that needs the other page`,
      image: withLog(fillPage(used, deed.run)),
    },
  ];
});
/** Sheets that are acknowledged may make room. */
const withoutAcknowledged = (ledger: LedgerImage, acknowledged: number): LedgerImage => ({
  ...ledger,
  sheets: new Map([...ledger.sheets].filter(([sheetNo]) => sheetNo > acknowledged)),
});
const talking = { name: 'a companion', steps: [], endMs: 8000 };

describe.skipIf(!interpreterPath)(
  `power cuts on the real interpreter${interpreterPath ? '' : ` (${interpreterMissing})`}`,
  () => {
    test.each(kiosks)(
      '$name: at every flash operation, every check counts once, the cut one at most',
      ({ image, deed, counts }) => {
        const start = readLedger(image.slice(0, LOG_TO));
        const before = countFinished(start, TALLY_LANGUAGE);
        let closed = 0;
        const counted = new Set<number>();
        for (const { place, after } of cutEverywhere(image, deed)) {
          const { ledger, errors, framesAgain } = after;
          expect([place, ...errors, ...ledger.complaints]).toEqual([place]);
          expect(framesAgain).toBeGreaterThan(CHECK.length - 2);
          counted.add(countFinished(ledger, TALLY_LANGUAGE) - before);
          closed = Math.max(closed, ledger.sheets.size - start.sheets.size);
        }
        expect([...counted].sort()).toEqual(counts);
        expect(closed).toBe(deed === hour ? 1 : 0);
      },
      300_000,
    );

    test.each(told)(
      '$name from a companion: at every flash operation, the ledger holds the old or the new, and no count is lost',
      ({ image, command, read, values }) => {
        const recording = recordTalk(image, talking, 2000, (companion) => {
          companion.connect();
          companion.tell(command(companion.greet().epoch));
          companion.end();
        });
        const said = { before: RADIO_STAND_IN, started: sayAgain(recording) };
        const start = readLedger(image.slice(0, LOG_TO));
        const seen = new Set<unknown>();
        for (const { place, after } of cutEverywhere(image, talking, said)) {
          const { ledger, errors, framesAgain } = after;
          expect([place, ...errors, ...ledger.complaints]).toEqual([place]);
          expect(framesAgain).toBeGreaterThan(CHECK.length - 2);
          const [now, then] = [ledger, start].map((one) => withoutAcknowledged(one, ledger.acknowledged));
          expect(now && countFinished(now, TALLY_LANGUAGE)).toBe(
            then && countFinished(then, TALLY_LANGUAGE) + 1,
          );
          expect([...(now?.sheets ?? [])]).toEqual([...(then?.sheets ?? [])]);
          seen.add(read(ledger));
        }
        expect([...seen].sort()).toEqual(values);
      },
      300_000,
    );
  },
);
