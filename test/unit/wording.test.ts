import { describe, expect, test } from 'vitest';
import { type Language, languageCodes, optionCodes, questionKeys } from '../../shared/check/codes';
import { optionStart, QUESTION_COUNT } from '../../shared/check/questions';
import { de } from '../../shared/wording/de';
import { en } from '../../shared/wording/en';
import { es } from '../../shared/wording/es';
import { fr } from '../../shared/wording/fr';
import * as numbers from '../../shared/wording/keys';
import { longDe } from '../../shared/wording/long-de';
import { longEn } from '../../shared/wording/long-en';
import { longEs } from '../../shared/wording/long-es';
import { longFr } from '../../shared/wording/long-fr';
import { textList } from '../../shared/wording/texts';
import type { Wording } from '../../shared/wording/wording';
import { forbidden, refusedSentences } from './wording-never';

const CHARACTERS_MAX = { question: 60, answer: 20, cardLine: 24 };
const CARD_LINES_MAX = 3;
const LONG_WORDS_MAX = 60;
const LATIN_1 = /^[\n\x20-\x7e\xa0-\xff]*$/;

const wordings: Readonly<Record<Language, Wording>> = { en, es, fr, de };
const longWordings = { en: longEn, es: longEs, fr: longFr, de: longDe };

function leaves(value: object, path = ''): [path: string, text: string][] {
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string'
      ? [[`${path}${key}`, inner] as [string, string]]
      : leaves(inner, `${path}${key}.`),
  );
}

const screenTexts = textList('en');

describe('the texts of the screen', () => {
  test('stand in the order of their numbers, with one number for every text', () => {
    const bases = { ...numbers };
    const keyAt = (number: number): string | undefined => screenTexts[number]?.key;
    expect(keyAt(bases.TEXT_QUESTION)).toBe('question.path');
    expect(keyAt(bases.TEXT_OPTION)).toBe('path.knee');
    expect(keyAt(bases.TEXT_KM)).toBe('week.km.w1');
    expect(keyAt(bases.TEXT_KM + 5)).toBe('dist.km.lt300');
    expect(keyAt(bases.TEXT_PATTERN)).toBe('pattern.PFP');
    expect(keyAt(bases.TEXT_PATTERN_CARD)).toBe('pattern.card.PFP');
    expect(keyAt(bases.TEXT_REFERRAL_CARD)).toBe('referral.card.rf1.no_weight_move');
    expect(keyAt(bases.TEXT_FACTOR_CARD)).toBe('factor.card.jump');
    expect(keyAt(bases.TEXT_SHOE_CARD)).toBe('shoe.card.replace_now');
    expect(keyAt(bases.TEXT_STAFF_CARD)).toBe('staff.card.replace_now');
    expect(keyAt(bases.TEXT_FOOT_CARD)).toBe('foot.card.flat');
    const uiNumbers = Object.entries(bases).filter(([name]) => name.startsWith('UI_'));
    for (const [name, number] of uiNumbers) expect(keyAt(number)).toBe(name.replace('UI_', 'ui.'));
    expect(Math.max(...uiNumbers.map(([, number]) => number))).toBe(screenTexts.length - 1);
    expect(uiNumbers).toHaveLength(Object.keys(en.ui).length);
    expect(bases.TEXT_COUNT).toBe(screenTexts.length);
  });

  test('have the options of each question from optionStart on', () => {
    for (let question = 0; question < QUESTION_COUNT; question++) {
      const key = questionKeys[question] ?? 'path';
      const first = numbers.TEXT_OPTION + optionStart(question);
      optionCodes[key].forEach((code, option) => {
        expect(screenTexts[first + option]?.key).toBe(`${key}.${code}`);
      });
    }
  });

  test.each(languageCodes)('are all there in %s, each once, and none is lost on the way', (language) => {
    const list = textList(language);
    expect(list.map(({ key, slots }) => [key, slots])).toEqual(
      screenTexts.map(({ key, slots }) => [key, slots]),
    );
    expect(list.filter(({ text }) => text.trim() === '')).toEqual([]);
    expect(new Set(list.map(({ key }) => key)).size).toBe(list.length);
    const texts = leaves(wordings[language]).map(([, text]) => text);
    expect(list.map(({ text }) => text).sort()).toEqual(texts.sort());
  });

  test.each(languageCodes)('have line breaks on cards only in %s', (language) => {
    for (const { slots, text } of textList(language))
      if (!slots.includes('card')) expect(text).not.toContain('\n');
  });
});

describe('the length of texts', () => {
  test.each(languageCodes)('%s: questions, options and cards', (language) => {
    const wording = wordings[language];
    for (const [path, text] of leaves(wording.questions))
      expect(text.length, `${path}: ${text}`).toBeLessThanOrEqual(CHARACTERS_MAX.question);
    for (const [path, text] of [...leaves(wording.options), ...leaves(wording.km)])
      expect(text.length, `${path}: ${text}`).toBeLessThanOrEqual(CHARACTERS_MAX.answer);
    for (const { key, text } of textList(language).filter(({ slots }) => slots.includes('card'))) {
      const lines = text.split('\n');
      expect(lines.length, key).toBeLessThanOrEqual(CARD_LINES_MAX);
      // the blank that French sets before punctuation is no letter
      for (const line of lines)
        expect(line.replace(/ (?=[?:])/g, '').length, `${key}: ${line}`).toBeLessThanOrEqual(
          CHARACTERS_MAX.cardLine,
        );
    }
  });

  test.each(languageCodes)('the longer text behind a card has at most 60 words in %s', (language) => {
    for (const [path, text] of leaves(longWordings[language]))
      expect(text.split(/\s+/).length, path).toBeLessThanOrEqual(LONG_WORDS_MAX);
  });

  test.each(languageCodes)('%s has a longer text for everything that English has one for', (language) => {
    const paths = leaves(longWordings[language]).map(([path]) => path);
    expect(paths).toEqual(leaves(longEn).map(([path]) => path));
  });
});

describe.each(languageCodes)('the words in %s', (language) => {
  const everything = [...leaves(wordings[language]), ...leaves(longWordings[language], 'long.')];

  test('use the letters of ISO 8859-1 only', () => {
    for (const [path, text] of everything) expect(text, path).toMatch(LATIN_1);
  });

  test('are never those that must not be said about a shopper', () => {
    const found = everything.map(([path, text]) => [path, ...forbidden(language, text)]);
    expect(found.filter(({ length }) => length > 1)).toEqual([]);
  });

  test.each(refusedSentences[language])('"%s" would be refused', (sentence) => {
    expect(forbidden(language, sentence)).not.toEqual([]);
  });

  test('call no pattern by the name of a condition', () => {
    const conditions =
      /arthr|artr|menisc|menis[ck]|ménisque|syndrom|síndrome|tendin|tendon(it|op)|sehnen|itis\b|iliotib|patell|femor|runner's knee|jumper's|läuferknie/i;
    const { patterns, patternCards } = wordings[language];
    for (const [path, text] of [...leaves(patterns), ...leaves(patternCards)])
      expect(text, path).not.toMatch(conditions);
  });
});

describe('what every shopper must be told', () => {
  const said = (text: string): string => text.replaceAll('\n', ' ');
  const told: Readonly<Record<Language, { notice: string; today: RegExp; calf: string; call: string }>> = {
    en: {
      notice: 'Adults 18+ Not a diagnosis We keep no data on you',
      today: /today/,
      calf: 'Chest pain, breathless? If so: an emergency',
      call: 'Call your emergency number',
    },
    es: {
      notice: 'Adultos 18+ No es un diagnóstico No guarda nada de ti',
      today: /hoy/,
      calf: '¿Dolor de pecho/ahogo? Si es así: emergencias',
      call: 'Llama a emergencias',
    },
    fr: {
      notice: 'Adultes 18+ Pas un diagnostic On ne garde rien de vous',
      today: /aujourd'hui/,
      calf: 'Mal poitrine, essoufflé ? Si oui : les secours',
      call: 'Appelez les secours',
    },
    de: {
      notice: 'Ab 18 Jahren Keine Diagnose Keine Daten über Sie',
      today: /Heute/,
      calf: 'Brustschmerz, Atemnot? Wenn ja: Notruf',
      call: 'Notruf wählen',
    },
  };

  test.each(languageCodes)(
    'before the first question in %s: adults, not a diagnosis, nothing is kept',
    (language) => {
      expect(said(wordings[language].ui.NOTICE)).toBe(told[language].notice);
    },
  );

  test.each(languageCodes)('every urgent card in %s says to act today', (language) => {
    for (const [code, text] of Object.entries(wordings[language].referralCards))
      if (code.startsWith('rf1.') || code === 'rf2.urgent') expect(text, code).toMatch(told[language].today);
  });

  test.each(languageCodes)('a calf card in %s names the signs that are an emergency', (language) => {
    expect(said(wordings[language].referralCards['rf1.calf'])).toContain(told[language].calf);
  });

  test.each(languageCodes)(
    'an urgent screen in %s has a line for stores that have set no number',
    (language) => {
      expect(wordings[language].ui.CALL_EMERGENCY).toBe(told[language].call);
    },
  );

  test.each(languageCodes)('a number can follow the words that ask to call it in %s', (language) => {
    expect(wordings[language].ui.CALL).toMatch(/\w:? $/);
  });
});
