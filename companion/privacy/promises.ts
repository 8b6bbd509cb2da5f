/** A sentence that holds, and the tests that would fail if it did not. */
export interface Promised {
  readonly sentence: string;
  readonly tests: readonly string[];
}

/** What is promised to shoppers. */
export const promises: readonly Promised[] = [
  {
    sentence:
      'A kiosk keeps counts and nothing else. While a shopper steps through a check, the answers are in its memory; ' +
      'then they are added to the counts and wiped. No name, no time of day to the minute, no list of checks. Once it has ' +
      'started, its flash never holds two states of the open sheet.',
    tests: [
      'test/privacy/flash-dump.test.ts',
      'test/unit/ledger-day.test.ts',
      'test/long/ledger-day.long.test.ts',
    ],
  },
  {
    sentence:
      'Only closed sheets leave a kiosk, each of at least ten finished checks unless the owner set a lower minimum, which is never under five.',
    tests: ['test/privacy/flash-dump.test.ts', 'test/unit/ledger-rules.test.ts'],
  },
  {
    sentence:
      'A finished check is counted once, whatever happens to power, radio, clock, disk or process: nothing merges twice. What ' +
      'a kiosk sends that is not what it sent before, or that no kiosk can have counted, is set aside, shown and not counted.',
    tests: [
      'test/unit/ledger-months.test.ts',
      'test/unit/sync-lives.test.ts',
      'test/unit/sync-kill.long.test.ts',
      'test/unit/store-crash.long.test.ts',
      'test/unit/possible-counts.test.ts',
    ],
  },
  {
    sentence:
      'While a kiosk is in use and closed, whoever listens to the radio or connects without its key reads no count, and ' +
      'cannot tell by what the kiosk sends when somebody used it. (While it is flashed, maintained or updated: see below.)',
    tests: ['test/privacy/radio-watch.test.ts', 'test/privacy/radio-key.test.ts'],
  },
  {
    sentence:
      'What is published is a span of at least 100 finished checks. Spans never overlap, and a released one never changes.',
    tests: [
      'test/unit/release-property.test.ts',
      'test/privacy/subtracting.test.ts',
      'test/privacy/late-sheet.test.ts',
    ],
  },
  {
    sentence:
      'Every published count of a store is rounded down to a multiple of ten; 0 to 9 is held back. No count decides how ' +
      'another one is shown.',
    tests: ['test/unit/release-band.test.ts', 'test/privacy/candidate-tables.test.ts'],
  },
  {
    sentence:
      'Before a span is published, an audit works out what all its numbers together give away to somebody who knows ' +
      'how kiosks count. Unless every held back count may still be at least five different numbers, nothing is published.',
    tests: [
      'test/privacy/relations.test.ts',
      'test/privacy/whole-numbers.long.test.ts',
      'test/unit/audit-bounds.test.ts',
      'test/unit/release-audit.test.ts',
    ],
  },
  {
    sentence:
      'Pages, CSV files, exports, the API and metrics show the same bands. Exact counts are in none of them.',
    tests: ['test/privacy/same-everywhere.test.ts'],
  },
  {
    sentence:
      'When a span is released, the counts of its sheets are deleted from every file that the companion keeps, its ' +
      'automatic backup too. The span’s sums stay, and a code of each sheet that without the kiosk’s key cannot be compared ' +
      'with a guess.',
    tests: [
      'test/unit/release-store.test.ts',
      'test/unit/release-forget.test.ts',
      'test/unit/backup.test.ts',
      'test/unit/sheet-hash.test.ts',
    ],
  },
  {
    sentence:
      'The total of a chain, once one is published, is of exactly the spans that at least ten stores released in a quarter, ' +
      'rounded down to a multiple of 10, 20, 50 or 100 (less is held back); it is published only with a proof that it gives no held back count of a store away.',
    tests: [
      'test/privacy/chain-totals.test.ts',
      'test/unit/prove-quarter.test.ts',
      'test/privacy/chain-audit.long.test.ts',
    ],
  },
];

/** What is not promised, because it would not be true. */
export const notPromised: readonly Promised[] = [
  {
    sentence:
      'Whoever has this companion’s disk, a backup of it or a kiosk’s key sees sheets of ten or more checks (five, where the ' +
      'owner set the minimum so low), and exact sums of spans, which are kept for ever. When all of a sheet gave the same answer, that answer is everybody’s.',
    tests: ['test/privacy/not-promised.test.ts'],
  },
  {
    sentence:
      'Whoever opens the kiosk while its open sheet holds few checks reads their sum: of one check, that is its answers. ' +
      'Two readings, before and after a shopper, subtract; nine known checks and one unknown give the unknown.',
    tests: ['test/privacy/flash-dump.test.ts'],
  },
  {
    sentence:
      'Somebody who enters many checks with known answers can push a count to the edge of ten and watch one shopper cross ' +
      'it: 99 checks fill a whole span, 9 are enough where nobody else of the span gave that answer.',
    tests: ['test/privacy/edge.test.ts'],
  },
  {
    sentence:
      'While a kiosk’s maintenance is open, while it is flashed, and from the first change of an update until that is ' +
      'through, anybody in reach of its radio can read its key and its open sheet or leave another program on it; flashing ' +
      'over the air sends the new key unencrypted. So it is for the owner to do each where nobody else is in reach, such as ' +
      'before opening. In doubt the kiosk is flashed anew, which gives it another key and an empty ledger.',
    tests: ['test/privacy/open-kiosk.test.ts'],
  },
  {
    sentence:
      'Whoever holds the kiosk’s first button and its plug can put another program on it. Cover both.',
    tests: [],
  },
  {
    sentence:
      'Stores of a chain that all know their own exact counts and tell each other can work out more about the one that does not.',
    tests: [],
  },
  {
    sentence:
      'Whoever keeps asking the kiosk over the radio notices from late answers that a key was pressed, and for how long its ' +
      'screen was drawn: not which key, but when somebody is there.',
    tests: ['test/privacy/radio-watch.test.ts'],
  },
  { sentence: 'Whoever watches a shopper’s fingers sees what they press.', tests: [] },
];
