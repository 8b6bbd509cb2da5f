import loadHighs from 'highs';
import { expect, test } from 'vitest';
import { publishDue } from '../../companion/release/release-store';
import { addUp } from '../../companion/release/totals';
import { seededRandom } from '../../companion/simulation/random';
import { listReleases } from '../../companion/store/release';
import { createSyncStore } from '../../companion/store/sync-store';
import { addDays } from '../../companion/store-day';
import { trustingAuditor } from '../unit/release-auditors';
import { openTestStore } from '../unit/store-fixtures';
import { createFakeClock, STORE_ID } from '../unit/store-sheets';
import { drawDays } from './kiosk-days';
import { fromBand, type Statement, sayInBands, subtractStatements } from './statements';

const FIRST_DAY = '2026-03-02';
const DAYS = 10;
const highs = await loadHighs();
const sheets = drawDays(seededRandom(12), FIRST_DAY, DAYS, 24);
const inTime = Array.from({ length: DAYS - 1 }, (_, sheet) => sheet);
const withLate = [...inTime, DAYS - 1];

/** What a visitor of the pages knows after writing down every release before and after the late sheet. */
async function readBeforeAndAfter() {
  const clock = createFakeClock(FIRST_DAY);
  const store = await openTestStore(clock);
  const sync = createSyncStore(store.db, clock);
  for (const sheet of sheets.slice(0, -1)) await sync.takeSheet(sheet);
  clock.set(addDays(FIRST_DAY, 14));
  await publishDue(store, clock, trustingAuditor());
  const before = await listReleases(store.db, STORE_ID);
  const [late] = sheets.slice(-1);
  if (late) await sync.takeSheet(late);
  clock.set(addDays(FIRST_DAY, 28));
  await publishDue(store, clock, trustingAuditor());
  return { before, after: await listReleases(store.db, STORE_ID) };
}

function attack(say: (counter: number) => readonly Statement[]): number {
  return (
    sheets[0]?.counts.flatMap((_, counter) => subtractStatements(highs, say(counter), () => true)).length ?? 0
  );
}

test('reading all releases before and after a late sheet says nothing about that sheet', async () => {
  const { before, after } = await readBeforeAndAfter();
  expect(before).toHaveLength(1);
  expect(after).toEqual(before);
  const readings = [...before, ...after];
  expect(
    attack((counter) =>
      readings.map(({ bands }) => ({ sheets: inTime, range: fromBand(bands[counter] ?? null) })),
    ),
  ).toBe(0);
});

test('a release that is made anew with the late sheet tells what somebody of that one day answered', () => {
  const remade = (counter: number): Statement[] =>
    [inTime, withLate].map((group) => ({
      sheets: group,
      range: sayInBands(addUp(group.map((sheet) => sheets[sheet]?.counts ?? []))[counter] ?? 0),
    }));
  expect(attack(remade)).toBeGreaterThan(5);
});
