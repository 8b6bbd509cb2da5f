import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { saveKiosk } from '../../companion/store/kiosk';
import { openStore } from '../../companion/store/open-store';
import { saveStore } from '../../companion/store/store';
import { buildChild } from './build-child';
import { makeTemporaryFolder } from './store-fixtures';
import { createFakeClock, KIOSK_A, makeSheet, STORE_ID } from './store-sheets';

const KILLS = 25;
const CHECKS_A_SHEET = makeSheet({ sheetNo: 1 }).counts[0] ?? 0;

test('whenever the process is killed, nothing that was promised is lost and nothing counts twice', async () => {
  const child = await buildChild('store-crash-child.ts');
  const folder = await makeDataFolder();
  const promised = { sheet: 0, release: 0 };
  for (let kill = 0; kill < KILLS; kill++) {
    await runUntilKilled(child, folder, promised, 3 + ((kill * 7) % 31), kill % 5);
    const found = await readBack(folder);
    expect(found.integrity).toEqual([{ integrity_check: 'ok' }]);
    expect(found.sheetNos).toEqual(found.sheetNos.map((_, index) => index + 1));
    expect([promised.sheet, promised.sheet + 1]).toContain(found.sheetNos.length);
    expect([promised.release, promised.release + 1]).toContain(found.spanNos.length);
    expect(found.releaseNos).toEqual(found.spanNos);
    expect(found.checks).toBe(found.sheetNos.length * CHECKS_A_SHEET);
    promised.sheet = found.sheetNos.length;
    promised.release = found.spanNos.length;
  }
  expect(promised.release).toBeGreaterThan(3);
}, 180_000);

async function makeDataFolder(): Promise<string> {
  const folder = makeTemporaryFolder();
  const store = await openStore(folder, 'simulated', createFakeClock());
  await saveStore(store, { storeId: STORE_ID, name: 'One', isSimulated: true, region: null });
  await saveKiosk(store, {
    storeId: STORE_ID,
    kioskId: KIOSK_A,
    name: 'Till',
    board: 'pixljs',
    isSimulated: true,
  });
  await store.close();
  return folder;
}

/** Kills the child some ms after so many lines, and notes every promise it made until then. */
async function runUntilKilled(
  file: string,
  folder: string,
  promised: Record<'sheet' | 'release', number>,
  killAfterLines: number,
  thenMs: number,
): Promise<void> {
  const child = spawn(process.execPath, [file, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  let lines = 0;
  for await (const line of createInterface(child.stdout)) {
    const [word, number] = line.split(' ');
    if (word === 'sheet' || word === 'release') promised[word] = Number(number);
    if (++lines === killAfterLines) setTimeout(() => child.kill('SIGKILL'), thenMs);
  }
  expect(lines).toBeGreaterThanOrEqual(killAfterLines);
}

async function readBack(folder: string) {
  const store = await openStore(folder, 'simulated', createFakeClock());
  const { db } = store;
  const integrity = (await sql`pragma integrity_check`.execute(db)).rows;
  const sheets = await db.selectFrom('sheet').select(['sheetNo', 'counts']).orderBy('sheetNo').execute();
  const spans = await db.selectFrom('span').select(['spanNo', 'totals']).orderBy('spanNo').execute();
  const releases = await db.selectFrom('release').select('spanNo').orderBy('spanNo').execute();
  await store.close();
  const held = [...sheets.map(({ counts }) => counts), ...spans.map(({ totals }) => totals)];
  return {
    integrity,
    sheetNos: sheets.map(({ sheetNo }) => sheetNo),
    spanNos: spans.map(({ spanNo }) => spanNo),
    releaseNos: releases.map(({ spanNo }) => spanNo),
    checks: held.reduce((sum, counts) => sum + (counts === null ? 0 : firstCount(counts)), 0),
  };
}

function firstCount(json: string): number {
  const counts: unknown = JSON.parse(json);
  return Array.isArray(counts) ? Number(counts[0]) : Number.NaN;
}
