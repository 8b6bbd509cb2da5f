/**
 * Makes the pictures of the README and of companion/docs from the real thing: screens of the firmware, and pages of a
 * simulated companion in Chromium. Needs a build and a Chromium; with the argument `screens` it draws the screens
 * alone, and needs no Chromium. Writes to companion/docs/pictures.
 */
import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { PNG } from 'pngjs';

const MAIN = 'dist/companion/main.js';
const OUT = 'companion/docs/pictures';
const PORT = '4890';
/** The machine may be busy; what is waited for is always something on the page. */
const PATIENCE_MS = 180_000;
const BYTES_MAX = 200 * 1024;
const CHROMIUM = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);
const ARGUMENTS = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--hide-scrollbars'];

/** The pictures of screens: a walk through one check, in the order in which a shopper meets it, and what staff meet. */
const SHEETS = [
  {
    name: 'screens',
    columns: 4,
    screens: [
      'attract',
      'notice',
      'checklist-rf1-1',
      'checklist-rf2-1',
      'question-loc-1',
      'question-beh-1',
      'question-wear-1',
      'card-pattern-PFP-fits',
      'card-tip-jump',
      'card-referral-none',
      'card-shoe-plan',
      'staff-answer',
    ],
  },
  { name: 'set-up-start', columns: 1, screens: ['attract'] },
  {
    name: 'set-up-check',
    columns: 4,
    screens: ['notice', 'card-pattern-PFP-fits', 'hand-to-staff', 'staff-answer'],
  },
  { name: 'set-up-maintenance', columns: 1, screens: ['maintenance'] },
  { name: 'set-up-attention', columns: 1, screens: ['needs-attention'] },
];
const GAP_PX = 16;
const GROUND = [58, 68, 64, 255];

const PAGES = [
  { name: 'overview', path: '/', width: 1100, height: 1180, colorScheme: 'light' },
  { name: 'overview-dark-phone', path: '/', width: 390, height: 844, colorScheme: 'dark' },
  { name: 'pain', path: '/pain', width: 1100, height: 900, colorScheme: 'light' },
  { name: 'kiosk-in-the-browser', path: '/kiosk', width: 1100, height: 860, colorScheme: 'light' },
  { name: 'advice-phone', path: '/advice/PFP?lang=en', width: 390, height: 844, colorScheme: 'light' },
];

function write(name, bytes) {
  const file = join(OUT, `${name}.png`);
  writeFileSync(file, bytes);
  const { size } = statSync(file);
  process.stdout.write(`${file}: ${Math.ceil(size / 1024)} KB\n`);
  if (size > BYTES_MAX) throw new Error(`${file} is larger than ${BYTES_MAX / 1024} KB`);
}

/** The chosen screens on one picture each. */
function drawSheets(folder) {
  execFileSync(process.execPath, [MAIN, 'screens', '--out', folder], { stdio: 'ignore' });
  for (const sheet of SHEETS) write(sheet.name, drawSheet(folder, sheet));
}

function drawSheet(folder, { screens: names, columns }) {
  const files = readdirSync(folder);
  const screens = names.map((name) => {
    const file = files.find((known) => known.replace(/^\d+-/, '') === `${name}.png`);
    if (!file) throw new Error(`The firmware has no screen ${name}`);
    return PNG.sync.read(readFileSync(join(folder, file)));
  });
  // `screens` draws at four times the size; every second pixel says as much.
  const width = screens[0].width / 2;
  const height = screens[0].height / 2;
  const rows = Math.ceil(screens.length / columns);
  const sheet = new PNG({
    width: columns * (width + GAP_PX) + GAP_PX,
    height: rows * (height + GAP_PX) + GAP_PX,
  });
  for (let at = 0; at < sheet.data.length; at += 4) sheet.data.set(GROUND, at);
  screens.forEach((screen, index) => {
    const left = GAP_PX + (index % columns) * (width + GAP_PX);
    const top = GAP_PX + Math.floor(index / columns) * (height + GAP_PX);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const from = (2 * y * screen.width + 2 * x) * 4;
        sheet.data.set(screen.data.subarray(from, from + 4), ((top + y) * sheet.width + left + x) * 4);
      }
    }
  });
  return PNG.sync.write(sheet, { colorType: 2 });
}

/** Resolves with the address once the simulated weeks are over. */
function startCompanion(dataFolder) {
  const child = spawn(process.execPath, [MAIN, 'start', '--simulated', '--data', dataFolder, '--port', PORT]);
  const ready = new Promise((resolve, reject) => {
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (piece) => {
      text += piece;
      if (text.includes('Twelve weeks are done')) resolve(/Dashboard: (http:\S+)\//.exec(text)[1]);
    });
    child.once('exit', () => reject(new Error(`The companion ended:\n${text}`)));
  });
  return { child, ready };
}

async function drawPages(base) {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
  for (const { name, path, width, height, colorScheme } of PAGES) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme });
    await page.goto(base + path, { waitUntil: 'load', timeout: PATIENCE_MS });
    if (path === '/kiosk') {
      // a sync takes longer than the quarter of a second in which a kiosk that was just plugged in takes no press
      await page.getByText('In touch with the companion').waitFor({ timeout: PATIENCE_MS });
      await page.locator('[data-key="1"]').click();
      await page.getByText('Adults 18+').waitFor({ timeout: PATIENCE_MS });
    }
    await page.evaluate(() => document.fonts.ready);
    write(name, await page.screenshot());
    await page.close();
  }
  await browser.close();
}

async function drawEverything(folder) {
  if (!CHROMIUM) throw new Error('There is no Chromium; give its path in CHROMIUM');
  const { child, ready } = startCompanion(join(folder, 'data'));
  try {
    drawSheets(join(folder, 'screens'));
    await drawPages(await ready);
  } finally {
    child.kill('SIGTERM');
  }
}

mkdirSync(OUT, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'counterstep-pictures-'));
try {
  if (process.argv[2] === 'screens') drawSheets(join(folder, 'screens'));
  else await drawEverything(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
