import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findOverflow, findViolations, focusedName } from './audit-page';
import { chromiumPath, IN_CHROMIUM, openBrowser } from './chromium';
import { openKioskPage } from './kiosk-page';
import { type RunningCompanion, runCompanion } from './run-companion';

const MINUTE_MS = 60_000;
const FIRST_LOAD_BYTES = 30 * 1024;
const WHOLE_BYTES = 60 * 1024;
const boards = ['pixljs', 'banglejs2'] as const;
/** The first screen, by language. */
const firstWords = [
  { language: 'es', words: /¿Qué revisamos\?/ },
  { language: 'fr', words: /Que vérifier \?/ },
  { language: 'de', words: /Was sollen wir prüfen\?/ },
  { language: 'en', words: /What shall we check\?/ },
];
const FOCUS_OUTLINE = 'getComputedStyle(document.activeElement).outlineStyle';

describe.skipIf(chromiumPath === undefined)(`the page with a kiosk ${IN_CHROMIUM}`, () => {
  let companion: RunningCompanion;
  let browser: Browser;
  let base: string;

  beforeAll(async () => {
    companion = runCompanion(['--simulated', '--port', '0']);
    [browser, base] = await Promise.all([openBrowser(), companion.waitFor(/Dashboard: (http:\S+)\//)]);
  }, 5 * MINUTE_MS);
  afterAll(async () => {
    await browser?.close();
    await companion?.stop();
  });

  for (const board of boards) {
    test(`is without a violation that axe knows and as wide as 320 px, with a ${board}`, {
      timeout: 3 * MINUTE_MS,
    }, async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const viewport = { width: 320, height: 640 };
        const { page, choose, hear, close } = await openKioskPage(browser, base, { colorScheme, viewport });
        await choose(/Board/, board);
        await hear(/What shall we check/);
        expect(await findViolations(page)).toEqual([]);
        expect(await findOverflow(page)).toEqual([]);
        await close();
      }
    });

    test(`begins in each of the four languages on a ${board}, says which one it is, and keeps its ledger`, {
      timeout: 3 * MINUTE_MS,
    }, async () => {
      const { page, choose, hear, close } = await openKioskPage(browser, base);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await choose(/Board/, board);
      for (const { language, words } of firstWords) {
        await choose(/Language/, language);
        await hear(words);
        const spoken = page.locator('#screen-words');
        expect(await spoken.locator('[lang]').first().getAttribute('lang')).toBe(language);
        const other = spoken.locator('[lang]', { hasText: /^(English|Español|Français|Deutsch)$/ });
        expect(await other.getAttribute('lang')).not.toBe(language);
      }
      expect(asked.filter((path) => path === '/kiosk/new')).toHaveLength(board === 'pixljs' ? 0 : 1);
      expect(asked.filter((path) => path === '/kiosk/refill')).toHaveLength(4);
      await close();
    });
  }

  test('leads to a result by keyboard alone, every key saying what it does, focus in sight', {
    timeout: 3 * MINUTE_MS,
  }, async () => {
    const { page, act, hold, close } = await openKioskPage(browser, base);
    while ((await focusedName(page)) !== 'Key 1, top left: Knee + shoes') await page.keyboard.press('Tab');
    expect(await page.evaluate(FOCUS_OUTLINE)).toBe('solid');
    await page.keyboard.press('Tab');
    expect(await focusedName(page)).toBe('Key 2, top right: Shoes only');
    const key = (name: string) => () => page.keyboard.press(name, { delay: 100 });
    await act(
      key('Enter'),
      /^Adults 18\+\. Not a diagnosis\. .* Key 2: Under 18\. Key 3: 18\+: start\. Key 4: Back\.$/,
    );
    await act(key('3'), /How long in this pair\? Key 1: Under 3 months\./);
    await act(() => hold('ArrowLeft', 1000), /Adults 18/); // Back
    await act(key('ArrowDown'), /How long in this pair\?/);
    await act(key('4'), /I know how far/);
    await act(key('2'), /Total distance/);
    await act(key('1'), /A picture of a running shoe/);
    await act(key('3'), /Any wear on the pair\?/);
    await act(key('1'), /^Shoes\. Shoes look fine\. .*Key 3: Done\. Key 4: Back\.$/);
    expect(await page.locator('.key-3').textContent()).toBe('Key 3, bottom right: Done');
    await close();
  });

  test('leads to an urgent card and its QR code by touch on a Bangle.js 2; a swipe goes back', {
    timeout: 3 * MINUTE_MS,
  }, async () => {
    const { page, act, choose, hear, close } = await openKioskPage(browser, base, { hasTouch: true });
    await choose(/Board/, 'banglejs2');
    await hear(/What shall we check/);
    const touch = (key: number) => () => page.locator(`.key-${key}`).tap();
    await act(touch(1), /Adults 18/);
    await act(touch(3), /Any of these/);
    await act(touch(2), /Which one/);
    await act(touch(1), /^TODAY\. .*\. Call /);
    await act(touch(3), /A QR code: it leads to this card’s longer text\. .*Key 3: Done/);
    const glass = await page.locator('.glass').boundingBox();
    const [x, y] = [(glass?.x ?? 0) + 30, (glass?.y ?? 0) + 60];
    await act(async () => {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 120, y + 10, { steps: 5 });
      await page.mouse.up();
    }, /TODAY/);
    await act(() => page.getByRole('button', { name: /Button at the side/ }).click(), /What shall we check/);
    await close();
  });

  test('holds keys for who has one pointer: Back, wipe and the staff menu', {
    timeout: 2 * MINUTE_MS,
  }, async () => {
    const { page, act, close } = await openKioskPage(browser, base);
    const hold = (name: string) => () => page.getByRole('button', { name, exact: true }).click();
    const press = (key: number) => () => page.locator(`.key-${key}`).click({ delay: 100 });
    await act(press(2), /Adults 18/);
    await act(press(3), /How long in this pair/);
    await act(hold('Hold Back'), /Adults 18/);
    await act(hold('Wipe'), /What shall we check/);
    await act(hold('Staff menu'), /^Version \d+\.\d+\.\d+ /);
    await act(press(4), /What shall we check/);
    await close();
  });

  test('switches to large size and back, and a plug that is pulled changes nothing', {
    timeout: 2 * MINUTE_MS,
  }, async () => {
    const { page, choose, hear, close } = await openKioskPage(browser, base);
    await choose(/Size/, 'large');
    await hear(/What shall we check\? Key 2: next page\. Key 4: Normal\./);
    await page.reload();
    await hear(/next page/);
    await expect.poll(() => page.getByLabel(/Size/).inputValue()).toBe('large');
    await choose(/Size/, 'normal');
    await hear(/Key 4: LARGE/);
    await close();
  });

  test('says without script that it needs script', { timeout: MINUTE_MS }, async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${base}/kiosk`);
    expect(await page.locator('noscript').innerHTML()).toContain('This page needs script');
    expect(await page.getByRole('button', { name: /^Key 1/ }).isDisabled()).toBe(true);
    await context.close();
  });

  test('weighs at most 30 KB before the simulated board, and 60 with it and its firmware, as sent', {
    timeout: MINUTE_MS,
  }, async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const bytes = new Map<string, number>();
    const paths = new Map<string, string>();
    await session.send('Network.enable');
    session.on('Network.responseReceived', ({ requestId, response }) =>
      paths.set(requestId, new URL(response.url).pathname),
    );
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      bytes.set(paths.get(requestId) ?? '', encodedDataLength),
    );
    await page.goto(`${base}/kiosk`);
    await expect.poll(() => page.locator('#screen-words').textContent(), { timeout: MINUTE_MS }).not.toBe('');
    const later = ['/assets/kiosk-board.js', '/kiosk/new'];
    const sum = (wanted: (path: string) => boolean): number =>
      [...bytes].filter(([path]) => wanted(path)).reduce((total, [, size]) => total + size, 0);
    // the browser may tell that something has arrived after it has been used
    const missing = (): string[] => ['/kiosk', ...later].filter((path) => (bytes.get(path) ?? 0) <= 500);
    await expect.poll(missing, { timeout: MINUTE_MS }).toEqual([]);
    expect(sum((path) => !later.includes(path))).toBeLessThanOrEqual(FIRST_LOAD_BYTES);
    expect(sum(() => true)).toBeLessThanOrEqual(WHOLE_BYTES);
    await context.close();
  });
});
