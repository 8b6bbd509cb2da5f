import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cardCodes } from '../../companion/advice/card-codes';
import { chooseLanguage, languageTexts } from '../../companion/advice/languages';
import { PrintedCard } from '../../companion/advice/printed-card';
import { makeStaticSite } from '../../companion/advice/static-site';
import { createApp } from '../../companion/web/app';
import { languageCodes } from '../../shared/check/codes';
import { makeDeps } from './web-fixture';

const get = async (path: string, headers: Record<string, string> = {}, deps = makeDeps()) => {
  const answer = await createApp(deps).request(path, { headers });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

describe('a public page', () => {
  for (const code of cardCodes) {
    test(`of ${code} has its text, notices and sources, and leaves no trace`, async () => {
      const { status, headers, text } = await get(`/advice/${code}`);
      expect(status).toBe(200);
      expect(headers.get('Set-Cookie')).toBeNull();
      expect(text).not.toContain('<script');
      expect(text).toContain('not a diagnosis');
      expect(text).toContain('Chest pain, trouble breathing or cannot stand: call');
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

  test('says in its own language that a text exists in English only, and marks it as English', async () => {
    for (const language of languageCodes.filter((code) => !languageTexts[code].long)) {
      const { text } = await get(`/advice/rf2?lang=${language}`);
      expect(text).toContain(languageTexts[language].words.onlyEnglish);
      expect(text).toContain('<p lang="en">You picked a sign');
    }
  });

  test('with an unknown code is the list of all pages, and repeats nothing', async () => {
    const { status, text } = await get('/advice/%3Cscript%3Ealert(1)');
    expect(status).toBe(404);
    expect(text).not.toContain('alert(1)');
    expect(text).toContain('/advice/rf1.calf?lang=en');
  });

  test('is counted by nobody: no line of the log says that it was read', async () => {
    const lines: string[] = [];
    const deps = makeDeps({ log: (event) => lines.push(event) });
    await get('/advice/PFP', {}, deps);
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

  test('has a page for every card and language, and a list in each', () => {
    expect(files).toHaveLength(2 + 2 * (cardCodes.length + 1));
    expect(paths).toContain('index.html');
    expect(paths).toContain('rf1.calf/index.html');
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
