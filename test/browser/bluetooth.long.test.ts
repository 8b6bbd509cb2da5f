import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyFileOf, openKeyring } from '../../companion/store/keyring';
import { type Board, createBoard } from '../../firmware/simulator/board';
import { SERVICE_UUID } from '../../shared/wire/protocol';
import { pressCheck, syncBoard } from '../unit/flash-fixture';
import { findOverflow, findViolations } from './audit-page';
import { chromiumPath, IN_CHROMIUM, openBrowser } from './chromium';
import { emulateKiosk } from './emulated-kiosk';
import { makeDataFolder, type RunningCompanion, runCompanion } from './run-companion';

const MINUTE_MS = 60_000;
const PASSWORD = 'a long walk by the river';

describe.skipIf(chromiumPath === undefined)(`a kiosk over the browser’s Bluetooth ${IN_CHROMIUM}`, () => {
  let companion: RunningCompanion;
  let browser: Browser;
  let page: Page;
  let base: string;
  let board: Board;
  let kioskId: string;
  let key: Uint8Array;

  beforeAll(async () => {
    const data = makeDataFolder();
    const run = (...words: string[]) =>
      execFileSync(process.execPath, ['dist/companion/main.js', ...words, '--data', data]);
    run('stores', 'add', '--name', 'Mill Lane');
    run('flash', '--image', join(data, 'till.bin'), '--name', 'Till');
    const keyring = openKeyring(keyFileOf(data));
    kioskId = keyring.kioskIds()[0] ?? '';
    key = keyring.find(kioskId) ?? new Uint8Array();
    const flash = new Uint8Array(readFileSync(join(data, 'till.bin')));
    board = createBoard({ board: 'pixljs', flash, random: () => 0x12345678 });
    board.powerOn();
    board.advance(1000);
    // another companion has met it yesterday; a kiosk whose clock is far off would make this one doubt its own
    await syncBoard(board, kioskId, key, [], Date.now() - 24 * 60 * MINUTE_MS);
    for (let shopper = 0; shopper < 10; shopper++) pressCheck(board);
    board.advance(24 * 60 * MINUTE_MS);

    companion = runCompanion(['--real', '--port', '0'], data);
    browser = await openBrowser('--enable-features=WebBluetooth'); // off by default on Linux;
    page = await (await browser.newContext()).newPage();
    base = await companion.waitFor(/Dashboard: (http:\S+)\//);
    await page.goto(await companion.waitFor(/here, once, within a day: (http:\S+)/));
    for (const field of await page.locator('input[type=password]').all()) await field.fill(PASSWORD);
    await page.locator('main button').click();
    await page.goto(`${base}/kiosks`);
    if (new URL(page.url()).pathname === '/sign-in') {
      await page.locator('input:not([type=hidden]):not([type=password])').fill('owner');
      await page.locator('input[type=password]').fill(PASSWORD);
      await page.locator('main button').click();
    }
  }, 3 * MINUTE_MS);
  afterAll(async () => {
    await browser?.close();
    await companion?.stop();
  });

  test('a browser without Web Bluetooth is told so', { timeout: MINUTE_MS }, async () => {
    const other = await page.context().newPage();
    await other.addInitScript(
      "Object.defineProperty(Navigator.prototype, 'bluetooth', { value: undefined })",
    );
    await other.goto(`${base}/kiosks/bluetooth`);
    expect(await other.locator('#bluetooth-state').textContent()).toContain('has no Web Bluetooth');
    expect(await other.locator('#bluetooth-sync').isDisabled()).toBe(true);
    await other.close();
  });

  test('an owner picks it, and the companion takes its sheet', { timeout: 2 * MINUTE_MS }, async () => {
    const refused: string[] = [];
    page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
    await page.goto(`${base}/kiosks/bluetooth`);
    expect(await findViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await findOverflow(page)).toEqual([]);
    const air = await emulateKiosk(browser, page, board);
    await page.locator('#bluetooth-sync').click();
    await page.getByText(/^Done\./).waitFor({ timeout: MINUTE_MS });
    expect(await page.locator('#bluetooth-state').textContent()).toBe('Done. The companion took one sheet.');
    expect(air.filter(({ type }) => type === 'write').length).toBeGreaterThan(5);
    expect(air.some(({ bytes }) => Buffer.from(bytes).includes(Buffer.from(key)))).toBe(false);
    await page.goto(`${base}/kiosks`);
    expect(await page.locator('main').textContent()).toContain('Till');
    expect(refused).toEqual([]);
  });

  test('the page gives back what the companion asks, and neither it nor its script has the key', {
    timeout: MINUTE_MS,
  }, async () => {
    await page.goto(`${base}/kiosks/bluetooth`);
    let all = await page.content();
    for (const script of await page.locator('script[src]').all())
      all += await (await page.request.get(`${base}${await script.getAttribute('src')}`)).text();
    expect(all).toContain(SERVICE_UUID);
    for (const form of ['hex', 'base64', 'latin1'] as const)
      expect(all).not.toContain(Buffer.from(key).toString(form));
    // what seals and opens names these steps of HMAC (RFC 2104); a pipe has no use for them
    expect(all).not.toMatch(/hmac|sha-?1|subtle|0x36|0x5c/i);
  });
});
