import { describe, expect, test } from 'vitest';
import type { Band, ReleaseRecord } from '../../companion/release/release-record';
import { createApp } from '../../companion/web/app';
import { counterKeys } from '../../shared/check/codes';
import { makeDeps, makeReadModel, makeRelease } from './web-fixture';

/** Three spans in which every answer is in one state. */
const spansOf = (band: Band | undefined): ReleaseRecord[] =>
  [12, 11, 10].map((spanNo) => ({
    ...makeRelease(spanNo),
    bands: band === undefined ? [] : counterKeys.map(() => band),
  }));

const get = async (path: string, band: Band | undefined): Promise<string> => {
  const readModel = makeReadModel({ listReleases: async () => spansOf(band) });
  return (await createApp(makeDeps({ readModel })).request(path)).text();
};

const states = [
  { state: 'number', band: 10 as Band | undefined, drawn: 'sure', words: /10 to 19/ },
  { state: 'held back', band: null, drawn: 'held-back', words: /held back/ },
  { state: 'no report', band: undefined, drawn: 'unknown', words: /no report/ },
];

const others = (state: string) => states.filter((row) => row.state !== state && row.state !== 'number');

/** The page without the parts that explain all states. */
const contentsOf = (html: string): string =>
  html
    .slice(html.indexOf('<main'), html.indexOf('<footer'))
    .replace(/<section class="legend".*?<\/section>/s, '');

describe.each(states)('where every answer is a $state', ({ state, band, drawn, words }) => {
  test.each(['/', '/pain', '/shoes', '/use'])(
    '%s draws, tables and says it as that, and as no other state',
    async (path) => {
      const page = contentsOf(await get(path, band));
      expect(page).toMatch(words);
      expect(page).toContain(` class="${drawn}"`);
      for (const other of others(state)) {
        expect(page).not.toContain(` class="${other.drawn}"`);
        expect(page).not.toContain(`<td class="${other.state.replace(' ', '-')}"`);
        expect(page, `${path} says ${other.state}`).not.toMatch(other.words);
      }
      if (state !== 'number') expect(page).not.toMatch(/>0( |<)/);
    },
  );

  test.each(['where-it-hurts', 'where-it-hurts-history', 'shoes-to-replace', 'releases'])(
    'the file %s says it as that',
    async (name) => {
      const [header = '', ...lines] = (await get(`/csv/${name}.csv`, band)).trim().split('\r\n');
      const at = header.split(',').indexOf('state');
      const said = lines
        .filter((line) => !/,(finished|started),/.test(line))
        .map((line) => line.replace(/"[^"]*"/g, '').split(',')[at]);
      expect(new Set(said)).toEqual(new Set([state]));
    },
  );

  test('stores side by side show it as that', async () => {
    const page = contentsOf(await get('/stores', band));
    const fitted = page.slice(page.indexOf('id="fitted-h"'), page.indexOf('id="see-soon-h"'));
    expect(fitted).toContain(` class="${state === 'number' ? 'sure' : drawn}"`);
    if (state !== 'number') expect(fitted).toContain(`<td class="${state.replace(' ', '-')}">${state}</td>`);
  });

  test('the knee shows it as that', async () => {
    const page = await get('/', band);
    const knee = page.slice(page.indexOf('class="picture"'), page.indexOf('class="rows"'));
    expect(knee.match(new RegExp(`class="place ${state.replace(' ', '-')}"`, 'g'))).toHaveLength(5);
  });
});
