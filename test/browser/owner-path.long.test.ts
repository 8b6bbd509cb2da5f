import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../companion/clock';
import { openStore } from '../../companion/store/open-store';
import { saveStore } from '../../companion/store/store';
import { makeReleases } from '../unit/web-fixture';
import { findOverflow, findViolations } from './audit-page';
import { chromiumPath, IN_CHROMIUM, openBrowser } from './chromium';
import { makeDataFolder, type RunningCompanion, runCompanion } from './run-companion';

const MINUTE_MS = 60_000;
const PASSWORD = 'a long walk by the river';

/** A data folder of a real store that has released twelve spans. */
async function fillDataFolder(): Promise<string> {
  const dataFolder = makeDataFolder();
  const store = await openStore(dataFolder, 'real', systemClock);
  await saveStore(store, { storeId: 'mill-lane', name: 'Mill Lane', isSimulated: false, region: null });
  for (const release of makeReleases()) {
    const record = JSON.stringify({ ...release, isSimulated: false });
    const { storeId, spanNo, publishedOn } = release;
    await store.db.insertInto('release').values({ storeId, spanNo, publishedOn, record }).execute();
  }
  await store.close();
  return dataFolder;
}

describe.skipIf(chromiumPath === undefined)(`an owner of a real store ${IN_CHROMIUM}`, () => {
  let companion: RunningCompanion;
  let browser: Browser;
  let page: Page;
  let base: string;

  beforeAll(async () => {
    companion = runCompanion(['--real', '--port', '0'], await fillDataFolder());
    browser = await openBrowser();
    page = await (await browser.newContext()).newPage();
    base = await companion.waitFor(/Dashboard: (http:\S+)\//);
  }, 2 * MINUTE_MS);
  afterAll(async () => {
    await browser?.close();
    await companion?.stop();
  });

  test('is asked to sign in, and shoppers are not', { timeout: MINUTE_MS }, async () => {
    await page.goto(`${base}/pain`);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    expect(await findViolations(page)).toEqual([]);
    await page.goto(`${base}/advice/PFP`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Kneecap-area pain');
    expect(await page.context().cookies()).toEqual([]);
  });

  test('sets a password by the first link, sees the overview and takes a file along', {
    timeout: MINUTE_MS,
  }, async () => {
    await page.goto(await companion.waitFor(/here, once, within a day: (http:\S+)/));
    expect(await findViolations(page)).toEqual([]);
    for (const field of await page.locator('input[type=password]').all()) await field.fill(PASSWORD);
    await page.locator('main button').click();
    await page.goto(base);
    if (new URL(page.url()).pathname === '/sign-in') {
      await page.locator('input:not([type=hidden]):not([type=password])').fill('owner');
      await page.locator('input[type=password]').fill(PASSWORD);
      await page.locator('main button').click();
    }
    await page.getByText('140 to 149 finished checks in 7 days').waitFor();
    expect(await page.getByText('Simulated.').isVisible()).toBe(false);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'CSV file: Where it hurts', exact: true }).click();
    const file = readFileSync(await (await download).path(), 'utf8');
    expect(file).toContain('mill-lane,no,12,2026-03-02,2026-03-08,loc.outer,Outer side,number,40,49,');
  });

  test('keeps the doors well lit: account, users and settings, in light and dark, at 320 px', {
    timeout: 2 * MINUTE_MS,
  }, async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 320, height: 640 });
      for (const path of ['/account', '/users', '/settings']) {
        await page.goto(base + path);
        expect(await findViolations(page), path).toEqual([]);
        expect(await findOverflow(page), path).toEqual([]);
      }
    }
  });
});
