import { cpSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CompanionError } from '../../companion/errors';
import type { Verdict } from '../../companion/release/audit/audit-figures';
import type { Auditor } from '../../companion/release/audit/auditor';
import { publishDue } from '../../companion/release/release-store';
import { openStore } from '../../companion/store/open-store';
import { listRefusals } from '../../companion/store/refusal';
import { listReleases } from '../../companion/store/release';
import { createSyncStore } from '../../companion/store/sync-store';
import { addDays } from '../../companion/store-day';
import { countChecks, repeat } from '../privacy/made-checks';
import { CALF_CHECKS, narrowingSpan } from '../privacy/narrowing-span';
import { auditorHere, fakeAuditor, trustingAuditor } from './release-auditors';
import { makeTemporaryFolder, openTestStore } from './store-fixtures';
import { createFakeClock, makeSheet, STORE_ID } from './store-sheets';

const PATH_KNEE = 0;
const RF1_CALF = 5;

async function openForRelease(folder = makeTemporaryFolder()) {
  const clock = createFakeClock('2026-03-02');
  const store = await openTestStore(clock, folder);
  return { clock, store, sync: createSyncStore(store.db, clock) };
}

/** Refuses spans of 150 checks or more on the knee path, up to 199. */
const refusing = (): Auditor =>
  fakeAuditor((figures) => {
    const knee = figures[PATH_KNEE] ?? 0;
    return knee >= 150 && knee < 200 ? 'narrowed' : 'safe';
  });

test('a span that the audit refuses stays open, and a later Monday publishes it with what came since', async () => {
  const { clock, store, sync } = await openForRelease();
  const auditor = refusing();
  await sync.takeSheet(makeSheet({ sheetNo: 1, kneeChecks: 170 }));
  clock.set('2026-03-09');
  const refusal = { storeId: STORE_ID, monday: '2026-03-09', reason: 'narrowed' };
  expect(await publishDue(store, clock, auditor)).toEqual({ released: [], refused: [refusal], failed: [] });
  expect(await listReleases(store.db, STORE_ID)).toEqual([]);
  await sync.takeSheet(makeSheet({ sheetNo: 2, kneeChecks: 60 }));
  clock.set('2026-03-16');
  const { released } = await publishDue(store, clock, auditor);
  expect(released).toMatchObject([
    { spanNo: 1, firstDay: '2026-03-02', lastDay: '2026-03-15', publishedOn: '2026-03-16', finished: 230 },
  ]);
  expect(await listRefusals(store.db, STORE_ID)).toEqual([refusal]);
});

test('a refused Monday is not audited again', async () => {
  const { clock, store, sync } = await openForRelease();
  let audits = 0;
  const auditor = fakeAuditor(() => {
    audits++;
    return 'narrowed';
  });
  await sync.takeSheet(makeSheet({ sheetNo: 1, kneeChecks: 170 }));
  clock.set('2026-03-16');
  for (let hour = 0; hour < 3; hour++) await publishDue(store, clock, auditor);
  expect(audits).toBe(2); // one for each Monday
  expect((await publishDue(store, clock, trustingAuditor())).released).toEqual([]);
});

test('a companion that was off refuses and publishes what it would have if it had been on', async () => {
  const results = [];
  for (const isOn of [true, false]) {
    const { clock, store, sync } = await openForRelease();
    for (let day = 0; day < 84; day++) {
      clock.set(addDays('2026-03-02', day));
      if (isOn) await publishDue(store, clock, refusing());
      if (day % 2 === 0) await sync.takeSheet(makeSheet({ sheetNo: day / 2 + 1, kneeChecks: 45 }));
    }
    await publishDue(store, clock, refusing());
    results.push([await listReleases(store.db, STORE_ID), await listRefusals(store.db, STORE_ID)]);
  }
  expect(results[0]?.map(({ length }) => length > 2)).toEqual([true, true]);
  expect(results[1]).toEqual(results[0]);
});

test('without a verdict nothing is published, and the next try publishes the same release', async () => {
  const { clock, store, sync } = await openForRelease();
  await sync.takeSheet(makeSheet({ sheetNo: 1, kneeChecks: 100 }));
  clock.set('2026-03-09');
  const error = new CompanionError('audit-failed', 'The child process ended with SIGKILL.');
  const broken = fakeAuditor(() => Promise.reject(error));
  expect(await publishDue(store, clock, broken)).toEqual({ released: [], refused: [], failed: [error] });
  await sync.takeSheet(makeSheet({ sheetNo: 2, kneeChecks: 100 }));
  clock.set('2026-03-16');
  expect((await publishDue(store, clock, trustingAuditor())).released).toMatchObject([
    { spanNo: 1, publishedOn: '2026-03-09', finished: 100 },
    { spanNo: 2, publishedOn: '2026-03-16', finished: 100 },
  ]);
});

test('sheets can be taken while an audit runs, and they count in a later span', async () => {
  const { clock, store, sync } = await openForRelease();
  await sync.takeSheet(makeSheet({ sheetNo: 1, kneeChecks: 100 }));
  clock.set('2026-03-09');
  const slow = fakeAuditor(async (): Promise<Verdict> => {
    expect(await sync.takeSheet(makeSheet({ sheetNo: 2, kneeChecks: 70 }))).toBe('taken');
    return 'safe';
  });
  expect((await publishDue(store, clock, slow)).released).toMatchObject([{ finished: 100 }]);
  expect(await sync.nextSheetNeeded(makeSheet({ sheetNo: 1 }).kioskId, makeSheet({ sheetNo: 1 }).epoch)).toBe(
    3,
  );
});

test('a sheet that joins the span while it is audited, because a clock was set back, stops its release', async () => {
  const { clock, store, sync } = await openForRelease();
  await sync.takeSheet(makeSheet({ sheetNo: 1, kneeChecks: 100 }));
  clock.set('2026-03-09');
  const disturbed = fakeAuditor(async (): Promise<Verdict> => {
    clock.set('2026-03-05');
    await sync.takeSheet(makeSheet({ sheetNo: 2, kneeChecks: 70 }));
    return 'safe';
  });
  expect(await publishDue(store, clock, disturbed)).toEqual({ released: [], refused: [], failed: [] });
  clock.set('2026-03-09');
  expect((await publishDue(store, clock, trustingAuditor())).released).toMatchObject([{ finished: 170 }]);
});

test('two publishings at once release a span once', async () => {
  const { clock, store, sync } = await openForRelease();
  await sync.takeSheet(makeSheet({ sheetNo: 1, kneeChecks: 100 }));
  clock.set('2026-03-09');
  const both = await Promise.all([
    publishDue(store, clock, trustingAuditor()),
    publishDue(store, clock, trustingAuditor()),
  ]);
  expect(both.flatMap(({ released }) => released)).toHaveLength(1);
  expect(await listReleases(store.db, STORE_ID)).toHaveLength(1);
});

test('the audit is shown what is published, and nothing else', async () => {
  const { clock, store, sync } = await openForRelease();
  await sync.takeSheet(
    makeSheet({ sheetNo: 1, counts: countChecks(repeat(123, { path: 'knee', rf1: 'calf' })) }),
  );
  clock.set('2026-03-09');
  const auditor = fakeAuditor(() => 'safe');
  const { released } = await publishDue(store, clock, auditor);
  const [record] = released;
  expect(auditor.shown).toEqual([[...(record?.bands ?? []), record?.finished, record?.started]]);
  expect(auditor.shown[0]?.every((figure) => figure === null || figure % 10 === 0)).toBe(true);
});

test('a span whose tables together give a held back count away is refused, and published by a weakened audit', async () => {
  for (const { auditor, isPublished } of [
    { auditor: await auditorHere(), isPublished: false },
    { auditor: await auditorHere(1), isPublished: true },
  ]) {
    const { clock, store, sync } = await openForRelease();
    const counts = countChecks(narrowingSpan());
    expect(counts[RF1_CALF]).toBe(CALF_CHECKS);
    await sync.takeSheet(makeSheet({ sheetNo: 1, counts }));
    clock.set('2026-03-09');
    const { released, refused } = await publishDue(store, clock, auditor);
    expect([released.length, refused.length]).toEqual(isPublished ? [1, 0] : [0, 1]);
    await sync.takeSheet(
      makeSheet({ sheetNo: 2, counts: countChecks(repeat(7, { path: 'knee', rf1: 'injury' })) }),
    );
    clock.set('2026-03-16');
    const later = (await publishDue(store, clock, auditor)).released;
    if (!isPublished) expect(later).toMatchObject([{ spanNo: 1, firstDay: '2026-03-02', finished: 330 }]);
  }
});

test('the same sheets in the same order of arrival give the same release, byte for byte', async () => {
  const stored = [];
  for (let companion = 0; companion < 2; companion++) {
    const { clock, store, sync } = await openForRelease();
    for (let sheetNo = 1; sheetNo <= 8; sheetNo++) {
      clock.set(addDays('2026-03-02', sheetNo));
      const counts = countChecks(repeat(13 + sheetNo, { path: 'shoes', pair: 'nopair' }));
      await sync.takeSheet(makeSheet({ sheetNo, counts, hash: String(sheetNo) }));
      await publishDue(store, clock, await auditorHere());
    }
    clock.set('2026-04-06');
    await publishDue(store, clock, await auditorHere());
    stored.push(await store.db.selectFrom('release').selectAll().execute());
  }
  expect(stored[0]).not.toEqual([]);
  expect(stored[1]).toEqual(stored[0]);
});

test('a copy of the database reads its releases back and remakes none', async () => {
  const folder = makeTemporaryFolder();
  const { clock, store, sync } = await openForRelease(folder);
  await sync.takeSheet(makeSheet({ sheetNo: 1, kneeChecks: 100 }));
  clock.set('2026-03-09');
  const { released } = await publishDue(store, clock, trustingAuditor());
  const copy = makeTemporaryFolder();
  cpSync(folder, copy, { recursive: true });
  clock.set('2026-04-20');
  const restored = await openStore(copy, 'simulated', clock);
  const auditor = fakeAuditor(() => 'safe');
  expect((await publishDue(restored, clock, auditor)).released).toEqual([]);
  expect(auditor.shown).toEqual([]);
  expect(await listReleases(restored.db, STORE_ID)).toEqual(released);
  await restored.close();
});
