import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cardCodes } from '../../companion/advice/card-codes';
import { readCard } from '../../companion/advice/card-texts';
import { chooseLanguage, languageTexts } from '../../companion/advice/languages';
import { PrintedCard } from '../../companion/advice/printed-card';
import { makeStaticSite } from '../../companion/advice/static-site';
import { createApp } from '../../companion/web/app';
import { cardAddressCodes, languageCodes } from '../../shared/check/codes';
import { makeDeps } from './web-fixture';

const someSettings = {
  storeName: '',
  language: 'en',
  units: 'km',
  mode: 'patterns',
  instabilityUrgent: false,
  minimum: 10,
} as const;

const get = async (path: string, headers: Record<string, string> = {}, deps = makeDeps()) => {
  const answer = await createApp(deps).request(path, { headers });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('"', '&quot;');

const machineMade = {
  en: /with the help of a machine.*No clinician has reviewed them/,
  es: /traducidos del inglés por una máquina\. Ningún clínico de habla española los ha revisado/,
  fr: /traduits de l’anglais par une machine\. Aucun clinicien francophone ne les a relus/,
  de: /von einer Maschine aus dem Englischen übersetzt\. Keine deutschsprachige medizinische Fachperson hat sie geprüft/,
};

describe('a public page', () => {
  for (const code of cardCodes) {
    test(`of ${code} has its text, notices and sources, and leaves no trace`, async () => {
      const { status, headers, text } = await get(`/advice/${code}`);
      expect(status).toBe(200);
      expect(headers.get('Set-Cookie')).toBeNull();
      expect(text).not.toContain('<script');
      expect(text).toContain('not a diagnosis');
      expect(text).toContain('Chest pain, trouble breathing or unable to stand up at all: call');
      expect(text.slice(text.indexOf('<ol>'), text.indexOf('</ol>'))).toContain('(read: ');
    });
  }

  test('is in the language that the address asks for, else in the one that the browser wants', async () => {
    const german = { 'Accept-Language': 'it-IT, de-AT;q=0.8, en;q=0.5' };
    expect((await get('/advice/PFP', german)).text).toContain('<html lang="de">');
    expect((await get('/advice/PFP?lang=fr', german)).text).toContain('<html lang="fr">');
    expect((await get('/advice/PFP?lang=xx')).text).toContain('<html lang="en">');
    expect(chooseLanguage('__proto__', '')).toBe('en');
  });

  test.each(languageCodes)('of every card in %s is wholly in that language', async (language) => {
    for (const code of cardCodes) {
      const { text } = await get(`/advice/${code}?lang=${language}`);
      const { long, title } = readCard(code, language);
      expect(text, code).toContain(`<h1>${escaped(title)}</h1>`);
      expect(text, code).toContain(`<p>${escaped(long)}</p>`);
      const outsideSources = text.slice(0, text.indexOf('<details'));
      for (const other of languageCodes.filter((known) => known !== language)) {
        expect(outsideSources, `${code} in ${other}`).not.toContain(escaped(readCard(code, other).long));
      }
    }
  });

  test.each(languageCodes)(
    'in %s says that a machine made it and no clinician has reviewed it',
    async (language) => {
      const { text } = await get(`/advice/PFP?lang=${language}`);
      expect(text).toMatch(machineMade[language]);
    },
  );

  test('with an unknown code is the list of all pages, and repeats nothing', async () => {
    const { status, text } = await get('/advice/%3Cscript%3Ealert(1)');
    expect(status).toBe(404);
    expect(text).not.toContain('alert(1)');
    expect(text).toContain('/advice/rf1.calf?lang=en');
  });

  test('leads to the list of all pages, with or without a slash', async () => {
    const { text } = await get('/advice/PFP?lang=fr');
    expect(text).toContain('href="/advice?lang=fr"');
    for (const path of ['/advice', '/advice/', '/advice?lang=de']) {
      const list = await get(path, { 'Accept-Language': 'de' });
      expect(list.status).toBe(200);
      for (const code of cardCodes) expect(list.text).toContain(`href="/advice/${code}?lang=de"`);
    }
  });

  test('names the numbers that the kiosks show, unless they differ', async () => {
    const deps = (...numbers: readonly [emergency: string, urgent: string][]) =>
      makeDeps({
        settings: {
          ...makeDeps().settings,
          listWanted: async () =>
            numbers.map(([emergencyNumber, urgentLine], index) => ({
              kioskId: String(index),
              changedAt: '',
              settings: { ...someSettings, emergencyNumber, urgentLine },
            })),
        },
      });
    const both = await get('/advice/rf1.calf', {}, deps(['999', '111'], ['999', '']));
    expect(both.text).toContain('<a href="tel:999">999</a>');
    expect(both.text).toContain('<a href="tel:111">111</a>');
    const differing = await get('/advice/rf1.calf', {}, deps(['999', '111'], ['112', '111']));
    expect(differing.text).not.toContain('tel:999');
    expect(differing.text).toContain('your emergency number');
    expect(differing.text).toContain('tel:111');
  });

  test('is counted by nobody: no line of the log says that it was read', async () => {
    const lines: string[] = [];
    const deps = makeDeps({ log: (event) => lines.push(event) });
    for (const path of ['/advice/PFP', '/advice']) await get(path, {}, deps);
    expect(lines).toEqual([]);
    await get('/help', {}, deps);
    expect(lines).toEqual(['request']);
  });

  test('names the views that differ and no seller of either', async () => {
    expect((await get('/advice/PFP')).text).toContain('Views differ');
    expect((await get('/advice/rf1.calf')).text).not.toContain('Views differ');
  });
});

describe('the static site', () => {
  const facts = { emergencyNumber: '112', urgentLine: null, contact: null };
  const files = makeStaticSite({ ...facts, languages: ['de', 'en'] }, { style: 'body{}', icon: '<svg/>' });
  const paths = new Set(files.map(({ path }) => path));

  test('has a page for every card and language, and one for staff and a list in each', () => {
    expect(files).toHaveLength(2 + 2 * (cardCodes.length + 2) + cardCodes.length);
    expect(paths).toContain('index.html');
    expect(paths).toContain('rf1.calf/index.html');
    expect(paths).toContain('en/staff/index.html');
    expect(paths).toContain('en/PFP/index.html');
  });

  test('has no address that leads nowhere', () => {
    for (const { path, text } of files) {
      for (const [, href = ''] of text.matchAll(/href="([^"]+)"/g)) {
        if (href.startsWith('tel:')) continue;
        const target = posix.join(posix.dirname(path), href);
        const file = target.endsWith('/') || target === '.' ? posix.join(target, 'index.html') : target;
        expect(paths, `${path} -> ${href}`).toContain(file);
      }
    }
  });

  test('has every card where its QR code leads, and so has the companion', async () => {
    const textAt = (path: string) => files.find((file) => file.path === path)?.text;
    const plain = (html: string) => html.replaceAll(/href="[^"]*"/g, '');
    for (const [index, code] of cardCodes.entries()) {
      const letter = cardAddressCodes.charAt(index);
      expect(plain(textAt(`${letter}/index.html`) ?? ''), code).toBe(
        plain(textAt(`${code}/index.html`) ?? ''),
      );
      expect((await get(`/advice/${letter}`)).text).toBe((await get(`/advice/${code}`)).text);
    }
  });

  test('opens in the first language and says which number to call', () => {
    const first = files.find(({ path }) => path === 'index.html')?.text ?? '';
    expect(first).toContain('<html lang="de">');
    expect(first).toContain('href="tel:112"');
  });
});

describe('the printed card', () => {
  const style = readFileSync('companion/web/assets/card.css', 'utf8');
  for (const language of languageCodes) {
    test(`in ${language} names every sign that is not on the screen and whom the kiosk does not cover`, () => {
      const { card } = languageTexts[language].words;
      const text = String(
        PrintedCard({
          language,
          style,
          emergencyNumber: '112',
          urgentLine: '116117',
          storeName: 'A & B',
          contact: null,
          pages: null,
        }),
      );
      expect(card.leftOffSigns).toHaveLength(5);
      expect(card.notCoveredWho).toHaveLength(6);
      for (const words of [...card.leftOffSigns, ...card.notCoveredWho]) expect(text).toContain(words);
      expect(text).toMatch(/<strong>112<\/strong>.*<strong>116117<\/strong>/);
      expect(text).toContain('size: A5');
      expect(text).toContain('A &amp; B');
    });
  }

  test('is printed in type of at least 9 points', () => {
    const sizes = [...style.matchAll(/([\d.]+)pt\b/g)].map(([, points]) => Number(points));
    expect(sizes.length).toBeGreaterThan(5);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(9);
  });

  test('without a number says to call the emergency number', () => {
    const card = PrintedCard({
      language: 'en',
      style: '',
      emergencyNumber: null,
      urgentLine: null,
      storeName: null,
      contact: null,
      pages: null,
    });
    expect(String(card)).toContain('<strong>your emergency number</strong>');
  });
});
