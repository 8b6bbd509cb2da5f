import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  countSheets,
  findOverflow,
  findSmallestType,
  findViolations,
  focusedName,
  PAPER,
  unfoldAll,
} from './audit-page';
import { chromiumPath, IN_CHROMIUM, openBrowser } from './chromium';
import { type RunningCompanion, runCompanion } from './run-companion';

const MINUTE_MS = 60_000;
const FIRST_PAGE_BYTES = 30 * 1024;
const ownerPages = [
  '/',
  '/pain',
  '/shoes',
  '/use',
  '/stores',
  '/regions',
  '/chain',
  '/releases',
  '/kiosks',
  '/settings',
  '/help',
];
const otherPages = [
  '/privacy',
  '/kiosk',
  '/advice/',
  '/advice/PFP',
  '/advice/rf1.calf?lang=de',
  '/no-such-page',
];
const everyPage = [...ownerPages, ...otherPages];

describe.skipIf(chromiumPath === undefined)(
  `the pages of a simulated companion with a chain ${IN_CHROMIUM}`,
  () => {
    let companion: RunningCompanion;
    let browser: Browser;
    let base: string;

    beforeAll(async () => {
      const environment = { COUNTERSTEP_LOG_LEVEL: 'info' };
      companion = runCompanion(['--simulated', '--chain', '--port', '0'], undefined, environment);
      [browser, base] = await Promise.all([openBrowser(), companion.waitFor(/Dashboard: (http:\S+)\//)]);
      await companion.waitFor(/Twelve weeks are done/);
      // open pages fetch themselves again when a quarter closes: nobody is to be reading one then
      await companion.waitFor(/"event":"quarter-closed"/);
    }, 14 * MINUTE_MS);
    afterAll(async () => {
      await browser?.close();
      await companion?.stop();
    });

    async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      await page.goto(base + path);
      return page;
    }
    const close = (page: Page): Promise<void> => page.context().close();

    for (const colorScheme of ['light', 'dark'] as const) {
      test(`are without a violation that axe knows, ${colorScheme}, all unfolded`, {
        timeout: 5 * MINUTE_MS,
      }, async () => {
        const found: string[] = [];
        for (const path of everyPage) {
          const page = await open(path, { colorScheme });
          await unfoldAll(page);
          const rules = colorScheme === 'dark' ? ['color-contrast'] : undefined;
          found.push(...(await findViolations(page, rules)).map((violation) => `${path} ${violation}`));
          await close(page);
        }
        expect(found).toEqual([]);
      });
    }

    test('are as wide as a window of 320 px, all unfolded', { timeout: 3 * MINUTE_MS }, async () => {
      for (const path of everyPage) {
        const page = await open(path, { viewport: { width: 320, height: 640 } });
        await unfoldAll(page);
        expect(await findOverflow(page), path).toEqual([]);
        await close(page);
      }
    });

    test('ask nobody else for anything and report no error to the console', {
      timeout: 3 * MINUTE_MS,
    }, async () => {
      const context: BrowserContext = await browser.newContext();
      const foreign: string[] = [];
      const errors: string[] = [];
      context.on('request', (request) => {
        if (!request.url().startsWith(base)) foreign.push(request.url());
      });
      const page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(`${message.location().url} ${message.text()}`);
      });
      for (const path of everyPage.filter((known) => known !== '/no-such-page')) await page.goto(base + path);
      expect({ foreign, errors }).toEqual({ foreign: [], errors: [] });
      await context.close();
    });

    test('show the total of a quarter that has closed, and lead from regions to their stores, without script', {
      timeout: MINUTE_MS,
    }, async () => {
      const page = await open('/chain', { javaScriptEnabled: false });
      await page.getByText('Every quarter').waitFor();
      expect(await page.getByRole('rowheader', { name: /2\d\d\d/ }).count()).toBeGreaterThan(0);
      await page.getByRole('link', { name: 'Regions' }).click();
      await page.getByRole('row', { name: 'Coast' }).getByRole('link').first().click();
      await page.waitForURL(/region=Coast/);
      await page.getByRole('rowheader', { name: 'Gull Point Sports' }).first().waitFor();
      expect(await page.getByRole('rowheader', { name: 'Fernhill Running' }).count()).toBe(0);
      await page.getByLabel('Find a store').fill('harbour');
      await page.getByRole('button', { name: 'Show' }).click();
      await page.waitForURL(/q=harbour/);
      await close(page);
    });

    test('show all they have without script', { timeout: MINUTE_MS }, async () => {
      const page = await open('/', { javaScriptEnabled: false });
      expect(await page.locator('[role=img]').count()).toBeGreaterThan(5);
      await page.getByText('Table of Where it hurts').click();
      expect(await page.getByRole('rowheader', { name: 'Outer side' }).first().isVisible()).toBe(true);
      await page.getByRole('link', { name: 'Pain' }).click();
      await page.getByRole('heading', { level: 1, name: 'Pain', exact: true }).waitFor();
      await page.getByText('Span by span: Where it hurts').click();
      expect(await page.getByRole('img', { name: /Where it hurts, span by span/ }).isVisible()).toBe(true);
      await close(page);
    });

    test('are walked through with the keyboard: skip link, links, table, file', {
      timeout: MINUTE_MS,
    }, async () => {
      const page = await open('/');
      await page.keyboard.press('Tab');
      expect(await focusedName(page)).toBe('Skip to the contents');
      await page.keyboard.press('Enter');
      await page.locator('#main:focus').waitFor();
      const reached: string[] = [];
      for (let press = 0; press < 80; press++) {
        await page.keyboard.press('Tab');
        const name = await focusedName(page);
        reached.push(name);
        if (name === 'Table of Where it hurts') await page.keyboard.press('Enter');
      }
      expect(reached).toContain('CSV file: Where it hurts');
      expect(reached.some((name) => name.startsWith('Table: Where it hurts'))).toBe(true);
      await close(page);
    });

    test('print the overview of one release on one sheet of paper, with no letter under 9 pt', {
      timeout: MINUTE_MS,
    }, async () => {
      const page = await open('/', { viewport: PAPER });
      expect(await countSheets(page)).toBe(1);
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('navigation', { name: 'Pages' }).isVisible()).toBe(false);
      expect(await page.getByRole('img', { name: 'Where it hurts, drawn on a knee' }).isVisible()).toBe(true);
      for (const path of ownerPages) {
        await page.goto(base + path);
        expect((await findSmallestType(page)).pt, path).toBeGreaterThanOrEqual(9);
        expect(await findOverflow(page), path).toEqual([]);
      }
      await close(page);
    });

    test('weigh at most 30 KB for the first one, with everything, as sent', {
      timeout: MINUTE_MS,
    }, async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      let bytes = 0;
      await session.send('Network.enable');
      session.on('Network.loadingFinished', ({ encodedDataLength }) => {
        bytes += encodedDataLength;
      });
      await page.goto(base, { waitUntil: 'load' });
      await expect.poll(() => bytes, { timeout: MINUTE_MS }).toBeGreaterThan(5000);
      expect(bytes).toBeLessThanOrEqual(FIRST_PAGE_BYTES);
      await context.close();
    });

    test('change kiosk settings by a form, and say that they wait for the next sync', {
      timeout: MINUTE_MS,
    }, async () => {
      const page = await open('/settings');
      await page.getByLabel('Emergency number').first().fill('112');
      await page.getByRole('button', { name: 'Save for the next sync' }).first().click();
      await page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor();
      expect(await page.getByLabel('Emergency number').first().inputValue()).toBe('112');
      expect(await page.getByText('Waiting for the next sync.').first().isVisible()).toBe(true);
      await close(page);
    });
  },
);
