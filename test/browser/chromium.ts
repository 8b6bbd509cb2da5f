import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const { CHROMIUM } = process.env;
const USUAL_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Path of the Chromium to test with: CHROMIUM, or a usual one that is there; undefined: none. */
export const chromiumPath = CHROMIUM ?? USUAL_PATHS.find((path) => existsSync(path));

/** Says in a skipped test's name what it needs. */
export const IN_CHROMIUM =
  chromiumPath === undefined ? '(skipped: no Chromium; give its path in CHROMIUM)' : 'in Chromium';

/**
 * A browser with an empty profile, and with these switches beside the usual ones. Its pages take as long as they need:
 * each test has a limit of its own, and Playwright's 30 s pass on a busy machine before a page is there.
 */
export async function openBrowser(...switches: string[]): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('There is no Chromium');
  const browser = await chromium.launch({ executablePath: chromiumPath, args: [...ARGUMENTS, ...switches] });
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.setDefaultTimeout(0);
    return context;
  };
  return browser;
}
