import { publishDue } from '../../companion/release/release-store';
import { openStore } from '../../companion/store/open-store';
import { createSyncStore } from '../../companion/store/sync-store';
import { addDays } from '../../companion/store-day';
import { trustingAuditor } from './release-auditors';
import { createFakeClock, EPOCH, KIOSK_A, makeSheet } from './store-sheets';

/** Takes one sheet a day and publishes what is due, for ever; says a line for each that is promised to be on disk. */
const [folder = ''] = process.argv.slice(2);
const clock = createFakeClock();
const store = await openStore(folder, 'simulated', clock);
const sync = createSyncStore(store.db, clock);
for (let sheetNo = await sync.nextSheetNeeded(KIOSK_A, EPOCH); ; sheetNo++) {
  clock.set(addDays('2026-03-02', sheetNo));
  const { released } = await publishDue(store, clock, trustingAuditor());
  for (const { spanNo } of released) say('release', spanNo);
  await sync.takeSheet(makeSheet({ sheetNo }));
  say('sheet', sheetNo);
}

function say(word: string, number: number): void {
  process.stdout.write(`${word} ${number}\n`);
}
