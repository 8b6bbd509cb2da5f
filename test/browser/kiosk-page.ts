import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A kiosk takes no press so soon after another; nobody reads that fast. */
const QUIET_MS = 400;
/** As long as the board's own time takes: on a busy computer it runs behind (companion/web/client/kiosk). */
const passBoardTime = (ms: number): string => `new Promise((done) => {
  let [left, last] = [${ms}, performance.now()];
  const tick = (now) => {
    left -= Math.min(Math.max(now - last, 0), 250);
    last = now;
    if (left > 0) requestAnimationFrame(tick);
    else done();
  };
  requestAnimationFrame(tick);
})`;
const PATIENCE_MS = 60_000;

/** The page /kiosk in a browser, as its visitor has it. */
export interface KioskPage {
  readonly page: Page;
  /** Waits until what is read out below the screen matches. */
  hear(words: RegExp): Promise<void>;
  /** Does something to the kiosk, and waits for what is read out then. */
  act(action: () => Promise<void>, next: RegExp): Promise<void>;
  /** Holds a key of the keyboard, in the board's time. */
  hold(key: string, ms: number): Promise<void>;
  /** Takes another board, language or size. */
  choose(label: RegExp, value: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens /kiosk in a tab of its own and waits for the first screen. */
export async function openKioskPage(
  browser: Browser,
  base: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<KioskPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const hear = (words: RegExp): Promise<void> =>
    expect.poll(() => page.locator('#screen-words').textContent(), { timeout: PATIENCE_MS }).toMatch(words);
  await page.goto(`${base}/kiosk`);
  await hear(/./);
  return {
    page,
    hear,
    async act(action, next) {
      await page.evaluate(passBoardTime(QUIET_MS));
      await action();
      await hear(next);
    },
    async hold(key, ms) {
      await page.keyboard.down(key);
      await page.evaluate(passBoardTime(ms));
      await page.keyboard.up(key);
    },
    async choose(label, value) {
      const choice = page.getByLabel(label);
      await choice.selectOption(value);
      // the other board begins with the same words
      if ((await choice.getAttribute('id')) === 'board')
        await page.locator(`#bench[data-board="${value}"]`).waitFor({ timeout: PATIENCE_MS });
    },
    close: () => context.close(),
  };
}
