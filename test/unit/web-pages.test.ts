import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../companion/web/app';
import type { Deps } from '../../companion/web/deps';
import {
  everyPanel,
  overviewPanels,
  painPanels,
  shoesPanels,
  usePanels,
} from '../../companion/web/panels/every-panel';
import { readAssets } from '../../companion/web/read-assets';
import { makeDeps, makeReadModel, makeRelease } from './web-fixture';

const get = async (path: string, deps = makeDeps()) => {
  const answer = await createApp(deps).request(path);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};
const noReleases = makeDeps({ readModel: makeReadModel({ listReleases: async () => [] }) });

describe('every page', () => {
  const paths = ['/', '/shoes', '/kiosks', '/releases', '/?store=mill-lane&span=3', '/nowhere'];
  for (const path of paths) {
    test(`${path} says that it is simulated, has one heading, a skip link and no handler or style in its markup`, async () => {
      const { text } = await get(path);
      expect(text).toMatch(/^<!doctype html>/);
      expect(text).toContain('<strong>Simulated.</strong>');
      expect(text.match(/<h1/g)).toHaveLength(1);
      expect(text).toContain('href="#main"');
      expect(text).not.toMatch(/ on[a-z]+=|javascript:| style=|<script(?![^>]*src=)/);
      expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
    });
  }

  test('is sent with a policy that allows nothing from elsewhere and nothing inline', async () => {
    const { headers } = await get('/');
    const policy = headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Cache-Control')).toBe('no-store');
  });

  test('of a real companion is not marked as simulated', async () => {
    const real = makeDeps({
      isSimulated: false,
      readModel: makeReadModel({
        listReleases: async () => [{ ...makeRelease(1), isSimulated: false }],
      }),
    });
    expect((await get('/', real)).text).not.toContain('Simulated');
  });

  test('with a simulated release is marked in a real companion, too', async () => {
    expect((await get('/', makeDeps({ isSimulated: false }))).text).toContain('Simulated');
  });
});

describe('the overview', () => {
  test('shows the newest span with its dates and the one before', async () => {
    const { text } = await get('/');
    expect(text).toContain('Mon 2 Mar to Sun 8 Mar 2026');
    expect(text).toContain('140 to 149 finished checks in 7 days');
    expect(text).toContain('20.0 to 21.3 a day');
    expect(text).toContain('the 4 spans before (2 Feb to Sun 1 Mar 2026)');
  });

  test('shows an older span when the address asks for it', async () => {
    const { text } = await get('/?store=mill-lane&span=1');
    expect(text).toContain('100 to 109 finished checks');
    expect(text).toContain('This is the first released span');
  });

  test('calls a change one only where all counts behind the bands differ by more than chance', async () => {
    const { text } = await get('/');
    expect(text).toContain('larger share of “outer side”');
    expect(text).not.toContain('share of “time for a new pair”');
  });

  test('without a release says when the first comes, and no number of checks still needed', async () => {
    for (const path of ['/', '/pain', '/shoes', '/use', '/releases']) {
      const { status, text } = await get(path, noReleases);
      expect(status).toBe(200);
      expect(text).toContain('first Monday with at least 100 finished checks');
      expect(text).not.toMatch(/\d+ (more|left|to go|missing)/);
    }
  });

  test('weighs at most 30 KB compressed with its style, script and icon as built', async () => {
    const deps = makeDeps({ assets: readAssets(join(process.cwd(), 'dist/web')) });
    const { text } = await get('/', deps);
    const loaded = [...text.matchAll(/(?:src|href)="\/assets\/([^?"]+)/g)].map((match) => match[1] ?? '');
    expect(loaded).toEqual(['style.css', 'icon.svg', 'live.js']);
    const bytes = [text, ...loaded.map((name) => deps.assets.get(name) ?? '')].map(
      (part) => gzipSync(part).length,
    );
    expect(bytes.reduce((sum, part) => sum + part, 0)).toBeLessThanOrEqual(30 * 1024);
  });
});

describe('the three states', () => {
  const release = { ...makeRelease(1), bands: makeRelease(1).bands.slice(0, 75) };
  const deps = makeDeps({ readModel: makeReadModel({ listReleases: async () => [release] }) });

  test('look different on the page', async () => {
    const { text } = await get('/', deps);
    expect(text).toContain('<td class="number">30 to 39</td>');
    expect(text).toContain('<td class="held-back">held back (under 10)</td>');
    expect(text).toContain('<td class="no-report">no report</td>');
  });

  test('are told apart in the file', async () => {
    const pain = (await get('/csv/where-it-hurts.csv', deps)).text;
    expect(pain).toContain('loc.front,"Front, around the kneecap",number,30,39,');
    expect(pain).toContain('loc.back,Back of the knee,held back,,,');
    const shoes = (await get('/csv/shoes-to-replace.csv', deps)).text;
    expect(shoes).toContain('shoe.fine,Shoes look fine,no report,,,');
  });
});

describe('every chart', () => {
  for (const [path, panels] of [
    ['/', overviewPanels],
    ['/pain', painPanels],
    ['/shoes', shoesPanels],
    ['/use', usePanels],
  ] as const) {
    test(`on ${path} has a title, a description, a table and a CSV file`, async () => {
      const { text } = await get(path);
      const drawings = [...text.matchAll(/<(?:svg|div)[^>]*role="img"[^>]*>/g)];
      expect(drawings.length).toBeGreaterThanOrEqual(panels.length);
      for (const [drawing] of drawings) {
        const ids = [...drawing.matchAll(/aria-(?:labelledby|describedby)="([^"]+)"/g)];
        const named = ids.flatMap((match) => match[1]?.split(' ') ?? []);
        expect(named).toHaveLength(2);
        for (const id of named)
          expect(text).toMatch(new RegExp(`<(title|desc|span)[^>]* id="${id}">[^<]{4,}<`));
      }
      for (const { key } of panels) {
        expect(text).toContain(`id="${key}-t"`);
        const section = text.slice(text.indexOf(`aria-labelledby="${key}-h"`));
        expect(section.slice(0, section.indexOf('</section>'))).toContain('<table>');
        expect(text).toContain(`href="/csv/${key}.csv?store=mill-lane&amp;span=12"`);
      }
    });
  }

  test('has ids that occur once on the page', async () => {
    for (const path of ['/', '/pain', '/shoes', '/use', '/stores', '/kiosks', '/help']) {
      const ids = [...(await get(path)).text.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

/** The page that shows a panel. */
async function findPageOf(key: string): Promise<string> {
  for (const path of ['/', '/pain', '/shoes', '/use']) {
    const { text } = await get(path);
    if (text.includes(`id="${key}-h"`)) return text;
  }
  throw new Error(`no page shows ${key}`);
}

/** Rows of fields; enough for what the pages write. */
const readCsv = (text: string): string[][] =>
  text
    .trim()
    .split('\r\n')
    .map((line) => [...line.matchAll(/("[^"]*"|[^,]*)(?:,|$)/g)].map((field) => field[1] ?? ''));

describe('a CSV file', () => {
  for (const { key } of everyPanel) {
    test(`of ${key} holds the words of the table behind its chart`, async () => {
      const page = await findPageOf(key);
      const [header = [], ...lines] = readCsv((await get(`/csv/${key}.csv`)).text);
      const section = page.slice(page.indexOf(`aria-labelledby="${key}-h"`));
      const table = section.slice(section.indexOf('<tbody>'), section.indexOf('</table>'));
      const shown = [...table.matchAll(/<td class="(number|held-back|no-report)">([^<]+)/g)].map(
        (cell) => cell[2],
      );
      const inFile = lines.flatMap((line) => {
        const field = (name: string) => line[header.indexOf(name)];
        return [
          field('state') === 'number'
            ? `${field('at_least')} to ${field('at_most')}`
            : 'held back (under 10)',
          field('before_state') === 'number'
            ? `${field('before_at_least')} to ${field('before_at_most')}`
            : 'held back (under 10 in each)',
        ];
      });
      expect(inFile).toEqual(shown);
    });
  }

  test('of a panel’s history has one line for each span and answer', async () => {
    const { text } = await get('/csv/where-it-hurts-history.csv');
    expect(readCsv(text)).toHaveLength(1 + 12 * 6);
  });

  test('of all stores has one line a store, and says where there is no report yet', async () => {
    const stores = ['Mill Lane', 'New Street'].map((name, index) => ({
      storeId: index === 0 ? 'mill-lane' : 'new-street',
      name,
      isSimulated: true,
      region: null,
    }));
    const deps = makeDeps({ readModel: makeReadModel({ listStores: async () => stores }) });
    const [header = [], mill = [], street = []] = readCsv((await get('/csv/stores.csv', deps)).text);
    expect(mill[header.indexOf('finished_at_least')]).toBe('140');
    expect(street[header.indexOf('finished_state')]).toBe('no report');
    expect(street[header.indexOf('replace_now_percent_at_least')]).toBe('');
    const page = (await get('/stores', deps)).text;
    expect(page.indexOf('Mill Lane')).toBeLessThan(page.indexOf('New Street'));
    expect(page).toContain('<td class="no-report">no report</td>');
  });

  test('of all releases names every counter in every span', async () => {
    const { text, headers } = await get('/csv/releases.csv');
    expect(text.trim().split('\r\n')).toHaveLength(1 + 12 * 110);
    expect(headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('Content-Disposition')).toContain('attachment');
  });

  test('runs no formula that somebody typed as a store', async () => {
    const storeId = '=cmd|calc';
    const readModel = makeReadModel({
      listStores: async () => [{ storeId, name: storeId, isSimulated: true, region: null }],
      listReleases: async () => [{ ...makeRelease(1), storeId }],
    });
    expect((await get('/csv/shoppers.csv', makeDeps({ readModel }))).text).toContain("\r\n'=cmd|calc,");
  });
});

describe('hostile input', () => {
  const mark = '<script>alert(1)</script>"\'';
  const refused = [
    `/?store=${encodeURIComponent(mark)}`,
    `/?span=${encodeURIComponent(mark)}`,
    '/?span=-1',
    '/?span=1e1',
    '/?span=%00',
    `/shoes?span=${'9'.repeat(4000)}`,
    '/csv/..%2f..%2fetc%2fpasswd',
    '/csv/nothing.csv',
    '/csv/__proto__.csv',
    '/assets/..%2fapp.tsx',
    '/assets/__proto__',
    `/${encodeURIComponent(mark)}`,
  ];
  for (const path of refused) {
    test(`${path.slice(0, 60)} is refused with a page that says what to do and repeats nothing`, async () => {
      const { status, text } = await get(path);
      expect(status).toBe(404);
      expect(text).not.toContain('alert(1)');
      expect(text).toContain('href="/"');
    });
  }

  test('in names of stores and kiosks is shown as text', async () => {
    const readModel = makeReadModel({
      listStores: async () => [{ storeId: 'mill-lane', name: mark, isSimulated: true, region: null }],
      listKiosks: async () => (await makeReadModel().listKiosks()).map((kiosk) => ({ ...kiosk, name: mark })),
    });
    for (const path of ['/', '/kiosks', '/releases']) {
      const { text } = await get(path, makeDeps({ readModel }));
      expect(text).toContain('&lt;script&gt;');
      expect(text).not.toContain('<script>alert');
    }
  });

  test('a failing store gives a page without its message, and the companion is told', async () => {
    const failures: unknown[] = [];
    const readModel = makeReadModel({ listStores: () => Promise.reject(new Error('secret path')) });
    const log: Deps['log'] = (event, fields) => event === 'request-failed' && failures.push(fields);
    const deps = makeDeps({ readModel, log });
    const { status, text } = await get('/', deps);
    expect(status).toBe(500);
    expect(text).toContain('Try again');
    expect(text).not.toContain('secret path');
    expect(failures).toMatchObject([{ route: '/', error: expect.stringMatching(/^Error/) }]);
    expect(JSON.stringify(failures)).not.toContain('secret path');
  });
});
