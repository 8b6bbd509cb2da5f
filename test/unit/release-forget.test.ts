import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publishDue } from '../../companion/release/release-store';
import { createSyncStore } from '../../companion/store/sync-store';
import { trustingAuditor } from './release-auditors';
import { makeTemporaryFolder, openTestStore } from './store-fixtures';
import { createFakeClock, KIOSK_A, KIOSK_B, makeSheet } from './store-sheets';

test('after a release the raw counts are in no file any more, and the sheets are still known', async () => {
  const folder = makeTemporaryFolder();
  const clock = createFakeClock('2026-03-02');
  const store = await openTestStore(clock, folder);
  const sync = createSyncStore(store.db, clock);
  const filesWith = (text: string) =>
    readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(text));
  const sheets = [
    makeSheet({ sheetNo: 1, kneeChecks: 20_617, kioskId: KIOSK_A }),
    makeSheet({ sheetNo: 1, kneeChecks: 20_618, kioskId: KIOSK_B }),
  ];
  for (const sheet of sheets) await sync.takeSheet(sheet);
  expect([...filesWith('[20617,'), ...filesWith('[20618,')]).not.toEqual([]);
  clock.set('2026-03-09');
  const { released } = await publishDue(store, clock, trustingAuditor());
  expect(released).toMatchObject([{ finished: 41_230 }]);
  expect(filesWith('[41235,')).toEqual(['simulated.db']);
  expect([...filesWith('[20617,'), ...filesWith('[20618,')]).toEqual([]);
  for (const sheet of sheets) expect(await sync.takeSheet(sheet)).toBe('known');
});
