import { describe, expect, test } from 'vitest';
import { optionCodes, questionKeys } from '../../shared/check/codes';
import { optionStart, QUESTION_COUNT } from '../../shared/check/questions';
import { de } from '../../shared/wording/de';
import { en } from '../../shared/wording/en';
import { es } from '../../shared/wording/es';
import { fr } from '../../shared/wording/fr';
import * as numbers from '../../shared/wording/keys';
import { longEn } from '../../shared/wording/long-en';
import { textList } from '../../shared/wording/texts';

const CHARACTERS_MAX = { question: 60, answer: 20, cardLine: 21 };
const CARD_LINES_MAX = 3;
const LONG_WORDS_MAX = 60;
const ENGLISH_BYTES_MAX = 3400;
const LATIN_1 = /^[\n\x20-\x7e\xa0-\xff]*$/;

/** What is never said about a shopper. `except` may stand all the same. */
const NEVER: { phrase: RegExp; except?: RegExp }[] = [
  { phrase: /\byou have\b/i },
  { phrase: /\bdiagnos/i, except: /\b(not a diagnosis|pas un diagnostic|keine Diagnose|no es un diagn)/i },
  { phrase: /\binjured\b/i },
  { phrase: /\btorn\b/i },
  { phrase: /\bdamage/i },
  { phrase: /\bsafe to run\b/i },
  { phrase: /\bnothing serious\b/i },
  { phrase: /\ball clear\b/i },
  { phrase: /\bcured\b/i },
  {
    phrase: /\b(this|these|the|new|our) (pair|shoes) (will|can) (fix|cure|heal|prevent|stop)\b/i,
    except: /\bNever say that new shoes will fix or prevent knee pain\b/,
  },
  { phrase: /\b(doctor|clinician|expert)s?[- ](approved|recommended)\b/i },
  { phrase: /\bAI\b/ },
  // a guide for running, not a figure about the shopper
  { phrase: /%|\bper cent\b/i, except: /\+ ?10 ?%/ },
  {
    phrase:
      /\b(ibuprofen|paracetamol|aspirin|naproxen|diclofenac|cortisone|steroid|painkiller|tablet|mg)s?\b/i,
  },
  { phrase: /\b(weight|overweight|obes|fat|slim|bmi|posture)/i },
  { phrase: /\bshould have\b/i },
  { phrase: /\b(nike|adidas|asics|brooks|hoka|saucony|mizuno|puma|altra|salomon|new balance)\b/i },
  { phrase: /overpronat/i },
  { phrase: /\bbad (form|style|technique)\b/i },
];

function forbidden(text: string): string[] {
  const words = text.replaceAll('\n', ' ');
  return NEVER.filter(({ phrase, except }) => phrase.test(except ? words.replace(except, '') : words)).map(
    ({ phrase }) => phrase.source,
  );
}

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

  test('are all there, each once, and none is lost on the way from the wording', () => {
    expect(screenTexts.map(({ text }) => text).filter((text) => text.trim() === '')).toEqual([]);
    expect(new Set(screenTexts.map(({ key }) => key)).size).toBe(screenTexts.length);
    const texts = screenTexts.map(({ text }) => text).sort();
    expect(texts).toEqual(
      leaves(en)
        .map(([, text]) => text)
        .sort(),
    );
  });

  test('take no more room in English than the kiosk has', () => {
    const bytes = screenTexts.reduce((sum, { text }) => sum + text.length, 0);
    expect(bytes).toBeLessThanOrEqual(ENGLISH_BYTES_MAX);
  });

  test('have line breaks on cards only', () => {
    for (const { slots, text } of screenTexts) if (!slots.includes('card')) expect(text).not.toContain('\n');
  });
});

describe('the length of texts', () => {
  for (const [language, wording] of Object.entries({ en, es, fr, de }))
    test(`${language}: questions and options`, () => {
      for (const [path, text] of leaves(wording.questions))
        expect(text.length, `${path}: ${text}`).toBeLessThanOrEqual(CHARACTERS_MAX.question);
      for (const [path, text] of [...leaves(wording.options), ...leaves(wording.km)])
        expect(text.length, `${path}: ${text}`).toBeLessThanOrEqual(CHARACTERS_MAX.answer);
    });

  test('cards have at most three lines of 21 characters', () => {
    for (const { key, text } of screenTexts.filter(({ slots }) => slots.includes('card'))) {
      const lines = text.split('\n');
      expect(lines.length, key).toBeLessThanOrEqual(CARD_LINES_MAX);
      for (const line of lines)
        expect(line.length, `${key}: ${line}`).toBeLessThanOrEqual(CHARACTERS_MAX.cardLine);
    }
  });

  test('the longer text behind a card has at most 60 words', () => {
    for (const [path, text] of leaves(longEn))
      expect(text.split(/\s+/).length, path).toBeLessThanOrEqual(LONG_WORDS_MAX);
  });
});

describe('the words', () => {
  const everything = Object.entries({ en, es, fr, de, longEn }).flatMap(([name, texts]) =>
    leaves(texts, `${name}.`),
  );

  test('use the letters of ISO 8859-1 only', () => {
    for (const [path, text] of everything) expect(text, path).toMatch(LATIN_1);
  });

  test('are never those that must not be said about a shopper', () => {
    expect(everything.filter(([, text]) => forbidden(text).length > 0)).toEqual([]);
  });

  const refused = [
    'You have a torn meniscus',
    'This is your diagnosis',
    'Your knee is injured',
    'Not damaged',
    'It is safe to run',
    'Probably nothing serious',
    'All clear!',
    'You will be cured',
    'These shoes will fix it',
    'New shoes can prevent knee pain',
    'Doctor approved',
    'The AI says so',
    '87% match',
    'Take ibuprofen',
    'Lose weight',
    'You should have come sooner',
    'Buy Hoka',
    'You are an overpronator',
    'You run with bad form',
  ];
  for (const text of refused)
    test(`"${text}" would be refused`, () => {
      expect(forbidden(text)).not.toEqual([]);
    });

  test('no pattern is called by the name of a condition', () => {
    const conditions =
      /arthr|menisc|syndrome|tendin|tendon(it|op)|itis\b|iliotib|patell|femor|runner's knee|jumper's/i;
    for (const [path, text] of [...leaves(en.patterns), ...leaves(en.patternCards)])
      expect(text, path).not.toMatch(conditions);
  });
});

describe('what every shopper must be told', () => {
  const said = (text: string): string => text.replaceAll('\n', ' ');

  test('before the first question: adults, not a diagnosis, nothing is kept', () => {
    expect(said(en.ui.NOTICE)).toBe('Adults 18+. Not a diagnosis. Nothing about you is kept.');
  });

  test('every urgent card says to act today', () => {
    for (const [code, text] of Object.entries(en.referralCards))
      if (code.startsWith('rf1.') || code === 'rf2.urgent') expect(text, code).toContain('today');
  });

  test('a calf card names the signs that are an emergency', () => {
    expect(said(en.referralCards['rf1.calf'])).toContain('Chest pain/breathless = emergency number');
  });

  test('an urgent screen has a line for stores that have set no number', () => {
    expect(en.ui.CALL_EMERGENCY).toBe('Call your emergency number');
  });
});
