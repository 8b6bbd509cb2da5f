import { expect, test } from 'vitest';
import type { ReleaseRecord } from '../../companion/release/release-record';
import { publishDue } from '../../companion/release/release-store';
import { createReadModel, type ReadModel } from '../../companion/store/read-model';
import { createSyncStore } from '../../companion/store/sync-store';
import { addDays } from '../../companion/store-day';
import { createApp } from '../../companion/web/app';
import { exportReleases } from '../../companion/web/bands/releases-json';
import { everyPanel } from '../../companion/web/panels/every-panel';
import { TALLY_START, TALLY_UNDER_18 } from '../../shared/tallies';
import { drawSpans } from '../bench/draw-spans';
import { trustingAuditor } from '../unit/release-auditors';
import { openTestStore } from '../unit/store-fixtures';
import { createFakeClock, makeSheet, STORE_ID } from '../unit/store-sheets';
import { makeDeps } from '../unit/web-fixture';

/** Memory and age of the process itself, in the metrics. */
const ABOUT_THE_PROCESS = /^process_.*$/gm;
const SPANS = drawSpans(6, 300, 3);

/** Other counts that are published just the same; those that are summed into a published figure stay. */
function vary(counts: readonly number[]): number[] {
  const isSummed = (counter: number): boolean =>
    counter < 2 || (counter >= TALLY_START && counter < TALLY_UNDER_18);
  return counts.map((count, counter) =>
    isSummed(counter) ? count : count - (count % 10) + ((count + 3) % 10),
  );
}

/** A store that has published these spans, one a week. */
async function openPages(
  spans: readonly (readonly number[])[],
  weaken: (model: ReadModel) => ReadModel = (model) => model,
) {
  const clock = createFakeClock('2026-03-02');
  const store = await openTestStore(clock);
  const sync = createSyncStore(store.db, clock);
  for (const [week, counts] of spans.entries()) {
    clock.set(addDays('2026-03-04', 7 * week));
    await sync.takeSheet(makeSheet({ sheetNo: week + 1, counts }));
    clock.set(addDays('2026-03-09', 7 * week));
    await publishDue(store, clock, trustingAuditor());
  }
  const readModel = createReadModel(store.db);
  return { readModel, app: createApp(makeDeps({ readModel: weaken(readModel), nowMs: clock.nowMs })) };
}

/** The addresses of everything that can be read without a kiosk in the browser. */
function everyAddress(app: ReturnType<typeof createApp>): string[] {
  const paths = app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
  const plain = paths
    .map((path) => path.replace(':storeId', STORE_ID).replace(':spanNo', '2'))
    .filter((path) => !/[:*]/.test(path));
  const files = ['releases.csv', 'shoppers.csv', ...everyPanel.map(({ key }) => `${key}.csv`)];
  const some = [...plain, ...files.map((file) => `/csv/${file}`)].filter((path) => path !== '/events');
  return [...new Set(some)].flatMap((path) => [path, `${path}?store=${STORE_ID}&span=2`]);
}

async function readAll(app: ReturnType<typeof createApp>): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const address of everyAddress(app)) {
    const answer = await app.request(address);
    texts.set(address, `${answer.status} ${(await answer.text()).replace(ABOUT_THE_PROCESS, '')}`);
  }
  return texts;
}

function differing(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...one].flatMap(([address, text]) => (other.get(address) === text ? [] : [address]));
}

/** A read model in which one rule is missing: exact counts are not rounded. */
const exactly =
  (spans: readonly (readonly number[])[]) =>
  (model: ReadModel): ReadModel => ({
    ...model,
    async listReleases(storeId): Promise<ReleaseRecord[]> {
      const releases = await model.listReleases(storeId);
      return releases.map((release) => ({ ...release, bands: spans[release.spanNo - 1] ?? [] }));
    },
  });

test('pages, CSV files, API and metrics of two stores are the same to the byte when their bands are, whatever the exact counts', async () => {
  const varied = SPANS.map(vary);
  expect(varied).not.toEqual(SPANS);
  const [one, other] = [await openPages(SPANS), await openPages(varied)];
  expect(await one.readModel.listReleases(STORE_ID)).toEqual(await other.readModel.listReleases(STORE_ID));
  const [read, readOther] = [await readAll(one.app), await readAll(other.app)];
  const answered = [...read].filter(([, text]) => text.startsWith('200'));
  expect(answered.length).toBeGreaterThan(30);
  expect(answered.map(([address]) => address)).toContain(`/api/v1/stores/${STORE_ID}/releases/2`);
  expect(differing(read, readOther)).toEqual([]);
});

test('pages that are made from exact counts differ, and are found by the same comparison', async () => {
  const varied = SPANS.map(vary);
  const [one, other] = [await openPages(SPANS, exactly(SPANS)), await openPages(varied, exactly(varied))];
  const addresses = differing(await readAll(one.app), await readAll(other.app));
  expect(addresses.length).toBeGreaterThan(10);
});

test('every CSV file says of each figure what the export says', async () => {
  const { app, readModel } = await openPages(SPANS);
  const releases = exportReleases(await readModel.listReleases(STORE_ID));
  const newest = releases[0]?.figures ?? {};
  let compared = 0;
  for (const { key } of everyPanel) {
    const [header = '', ...lines] = (await (await app.request(`/csv/${key}.csv`)).text())
      .trim()
      .split('\r\n');
    const names = header.split(',');
    const fieldOf = (line: string, name: string): string => parseLine(line)[names.indexOf(name)] ?? '';
    for (const line of lines) {
      const figure = newest[fieldOf(line, 'figure')];
      if (!figure) continue;
      compared++;
      expect(fieldOf(line, 'state')).toBe(figure.state);
      expect([fieldOf(line, 'at_least'), fieldOf(line, 'at_most')]).toEqual(
        figure.state === 'number' ? [String(figure.atLeast), String(figure.atMost)] : ['', ''],
      );
    }
  }
  expect(compared).toBeGreaterThan(60);
});

test('page, CSV and API say the same of each figure, in the same of three states', async () => {
  const { app, readModel } = await openPages(SPANS);
  const figures = exportReleases(await readModel.listReleases(STORE_ID))[0]?.figures ?? {};
  const answer = await app.request(`/api/v1/stores/${STORE_ID}/releases/${SPANS.length}`);
  const api = (await answer.json()) as { readonly figures: typeof figures };
  expect(api.figures).toEqual(figures);
  const csv = await (await app.request('/csv/releases.csv')).text();
  const states = new Set<string>();
  for (const [name, figure] of Object.entries(figures)) {
    states.add(figure.state);
    const range = figure.state === 'number' ? `${figure.atLeast},${figure.atMost}` : ',';
    expect(csv).toContain(`,${SPANS.length},`);
    expect(csv).toContain(`,${name},${figure.state},${range}\r\n`);
  }
  expect(states).toEqual(new Set(['number', 'held back']));
  // pages also add bands up, so a range on them is one band or a sum of several
  const page = await (await app.request('/shoes')).text();
  const onPage = [...page.matchAll(/<td[^>]*>(\d+) to (\d+)<\/td>/g)].map(([, low, high]) => [
    Number(low),
    Number(high),
  ]);
  expect(onPage.length).toBeGreaterThan(5);
  for (const [low = 0, high = 0] of onPage)
    expect([low % 10, (high - low) % 9, high > low]).toEqual([0, 0, true]);
});

/** The fields of one line of a CSV file without line breaks in it. */
function parseLine(line: string): string[] {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, field = '']) =>
    field.replace(/^"|"$/g, ''),
  );
}
