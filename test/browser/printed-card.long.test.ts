import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PrintedCard } from '../../companion/advice/printed-card';
import { languageCodes } from '../../shared/check/codes';
import { chromiumPath, IN_CHROMIUM, openBrowser } from './chromium';

const A5_POINTS = { width: 420, height: 595 };
const style = readFileSync('companion/web/assets/card.css', 'utf8');

describe.skipIf(chromiumPath === undefined)(`the card beside the kiosk ${IN_CHROMIUM}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  test.each(languageCodes)('in %s prints on one page of size A5', async (language) => {
    const card = PrintedCard({
      language,
      style,
      emergencyNumber: '112',
      urgentLine: '0800 1234567',
      storeName: 'A running store with quite a long name',
      contact: 'Mill Lane 3, Upper Village, knee@example.org',
      pages: { url: 'https://example.org/knee/', qrSvg: '<svg viewBox="0 0 29 29"></svg>' },
    });
    const page = await browser.newPage();
    await page.setContent(String(card));
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    await page.close();
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
    const [, width, height] = /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    expect(Number(width)).toBeCloseTo(A5_POINTS.width, -1);
    expect(Number(height)).toBeCloseTo(A5_POINTS.height, -1);
  });
});
