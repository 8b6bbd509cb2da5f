import { describe, expect, test } from 'vitest';
import type { Quarter } from '../../companion/store/quarter';
import { createApp } from '../../companion/web/app';
import { counterKeys } from '../../shared/check/codes';
import { makeDeps, makeReadModel, makeRelease } from './web-fixture';

const { bands, started } = makeRelease(12);
const released = (quarter: string, finished: number | null = 1280): Quarter => ({
  quarter,
  outcome: 'released',
  closedOn: '2026-04-29',
  record: { quarter, isSimulated: true, stores: 14, spans: 31, bandWidth: 10, bands, finished, started },
});
const without = (quarter: string, outcome: Quarter['outcome']): Quarter => ({
  quarter,
  outcome,
  closedOn: '2025-10-29',
  record: null,
});
const quarters = [
  released('2026-Q1'),
  released('2025-Q4', null),
  without('2025-Q3', 'narrowed'),
  without('2025-Q2', 'no report'),
];

const app = (listed: readonly Quarter[] = quarters) =>
  createApp(makeDeps({ readModel: makeReadModel({ listQuarters: async () => [...listed] }) }));
const get = async (path: string, listed?: readonly Quarter[]) => {
  const answer = await app(listed).request(path);
  return { status: answer.status, text: await answer.text() };
};
const mainOf = (html: string): string =>
  html
    .slice(html.indexOf('<main'), html.indexOf('<footer'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the page of chain totals', () => {
  test('shows the newest quarter with its audit, its stores and what it is compared with', async () => {
    const text = mainOf((await get('/chain')).text);
    expect(text).toContain('January to March 2026');
    expect(text).toContain('Released. Audited:');
    expect(text).toContain('14 stores, 31 spans');
    expect(text).toContain('1280 to 1289');
    expect(text).toContain('before: held back (under 10)');
    expect(text).toContain('April to June 2026 closes on Wed 29 Jul 2026');
  });

  test.each([
    [10, 'held back: 0 to 9', '“30 to 39” is a count rounded down to tens.'],
    [50, 'held back: 0 to 49', '“150 to 199” is a count rounded down to a multiple of 50.'],
  ])('says how to read counts that are rounded down to %i', async (bandWidth, heldBack, rounded) => {
    const { record, ...quarter } = released('2026-Q1');
    const listed = [{ ...quarter, record: record && { ...record, bandWidth } }];
    const page = (await get('/chain', listed)).text;
    const text = mainOf(page);
    expect(text).toContain(heldBack);
    expect(text).toContain(rounded);
    const footer = page.slice(page.indexOf('<footer')).replace(/\s+/g, ' ');
    const ofTotals = `rounded down to a multiple of ${bandWidth}; 0 to ${bandWidth - 1} is held back.`;
    expect(footer).toContain(`The chain’s totals on this page are ${ofTotals}`);
  });

  test('leads from quarter to quarter, and refuses one that has not closed', async () => {
    const older = (await get('/chain?quarter=2025-Q4')).text;
    expect(older).toContain('/chain?quarter=2026-Q1');
    expect(older).toContain('/chain?quarter=2025-Q3');
    expect((await get('/chain?quarter=2026-Q2')).status).toBe(404);
  });

  test.each([
    ['2025-Q3', 'Refused. The audit refused it'],
    ['2025-Q2', 'No report. Fewer than ten stores'],
  ])('says of %s why there is no total, and draws none', async (quarter, words) => {
    const { text } = await get(`/chain?quarter=${quarter}`);
    expect(mainOf(text)).toContain(words);
    expect(text).not.toContain('class="sure"');
  });

  test('says before the first quarter when it closes', async () => {
    const { status, text } = await get('/chain', []);
    expect(status).toBe(200);
    expect(mainOf(text)).toContain('January to March 2026 closes on Wed 29 Apr 2026');
  });
});

test('the CSV file and the API say how wide a quarter’s bands are', async () => {
  const bandWidth = 50;
  const { record, ...quarter } = released('2026-Q1', 1250);
  const [, empty] = counterKeys;
  const listed: Quarter[] = [
    { ...quarter, record: record && { ...record, spans: 63, bandWidth, bands: [1300, null] } },
  ];
  const csv = (await get('/csv/quarters.csv', listed)).text;
  expect(csv).toContain('2026-Q1,released,2026-04-29,yes,14,63,finished,number,1250,1299,50');
  expect(csv).toContain(`2026-Q1,released,2026-04-29,yes,14,63,${empty},held back,,,50`);
  const [told] = JSON.parse((await get('/api/v1/quarters', listed)).text).quarters;
  expect(told.bandWidth).toBe(bandWidth);
  expect(told.figures.finished).toEqual({ state: 'number', atLeast: 1250, atMost: 1299 });
});

test('page, CSV file and API tell the same three states of a quarter', async () => {
  const [header = '', ...lines] = (await get('/csv/quarters.csv')).text.trim().split('\r\n');
  expect(header).toBe(
    'quarter,outcome,closed_on,simulated,stores,spans,figure,state,at_least,at_most,band_width',
  );
  expect(lines).toHaveLength(quarters.length * (counterKeys.length + 2));
  expect(lines).toContain('2026-Q1,released,2026-04-29,yes,14,31,finished,number,1280,1289,10');
  expect(lines).toContain('2025-Q4,released,2026-04-29,yes,14,31,finished,held back,,,10');
  expect(lines).toContain('2025-Q3,refused,2025-10-29,,,,finished,no report,,,');
  const { text } = await get('/api/v1/quarters');
  const told = JSON.parse(text).quarters as {
    quarter: string;
    outcome: string;
    figures: Record<string, object>;
  }[];
  expect(told.map(({ outcome }) => outcome)).toEqual(['released', 'released', 'refused', 'no report']);
  expect(told.map(({ figures }) => figures['finished'])).toEqual([
    { state: 'number', atLeast: 1280, atMost: 1289 },
    { state: 'held back' },
    { state: 'no report' },
    { state: 'no report' },
  ]);
});
