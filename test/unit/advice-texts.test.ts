import { describe, expect, test } from 'vitest';
import { cardCodes, isUrgent, type PageCode } from '../../companion/advice/card-codes';
import { drawPage } from '../../companion/advice/draw-page';
import { languageTexts } from '../../companion/advice/languages';
import { languageCodes, optionCodes } from '../../shared/check/codes';
import { RF_NONE } from '../../shared/check/questions';
import { REFERRAL_SOON, REFERRAL_URGENT, referralCard, referralOf } from '../../shared/check/referral';

const Q_RF1 = 1;
const Q_RF2 = 2;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('"', '&quot;');

const draw = (code: PageCode, language: (typeof languageCodes)[number]): string =>
  String(
    drawPage(
      {
        href: (other, of) => `/${other ?? ''}?${of}`,
        styleHref: '',
        iconHref: '',
        languages: languageCodes,
        emergencyNumber: '112',
        urgentLine: null,
        contact: null,
      },
      code,
      language,
    ),
  );

/** The referral that the kiosk's own rules give for one sign, picked in `rf1` or `rf2`. */
const referralFor = (question: number, option: number): number => {
  const answers = [0, RF_NONE, RF_NONE];
  answers[question] = option;
  return referralOf(referralCard(answers, 0, false));
};

const signsOf = (key: 'rf1' | 'rf2'): string[] => optionCodes[key].filter((code) => code !== 'none');

describe.each(languageCodes)('the pages in %s', (language) => {
  const { words, screen, long } = languageTexts[language];

  test('put every sign into the class that the rules give it', () => {
    const [today, soon] = [long.help.rf1, long.help.rf2];
    expect(Object.keys(today)).toEqual(signsOf('rf1'));
    expect(Object.keys(soon)).toEqual(signsOf('rf2'));
    Object.keys(today).forEach((_, option) => {
      expect(referralFor(Q_RF1, option)).toBe(REFERRAL_URGENT);
    });
    Object.keys(soon).forEach((_, option) => {
      expect(referralFor(Q_RF2, option)).toBe(REFERRAL_SOON);
    });
    for (const code of [null, ...cardCodes.filter((card) => !isUrgent(card))]) {
      const page = draw(code, language);
      const from = page.indexOf(escaped(words.signsToday));
      const between = page.indexOf(escaped(words.signsSoon));
      expect(from, `${code}`).toBeGreaterThan(0);
      for (const sign of Object.values(today)) {
        const at = page.indexOf(escaped(sign), from);
        expect(at > from && at < between, `${code}: ${sign}`).toBe(true);
      }
      for (const sign of Object.values(soon))
        expect(page.indexOf(escaped(sign), from), `${code}: ${sign}`).toBeGreaterThan(between);
    }
  });

  test('show every longer text somewhere', () => {
    const pages = [null, 'staff' as const, ...cardCodes].map((code) => draw(code, language)).join('');
    const texts = (value: object): string[] =>
      Object.values(value).flatMap((inner) => (typeof inner === 'string' ? [inner] : texts(inner)));
    for (const text of texts(long)) expect(pages).toContain(escaped(text));
    const list = draw(null, language);
    for (const text of texts({ ...long.help, ...long.factors, ...long.shoes }))
      expect(list).toContain(escaped(text));
  });

  test('tell staff what is never said or done, with sources, and shoppers nothing of it', () => {
    const page = draw('staff', language);
    const { neverSayWhat, neverDoWhat } = words.staffPage;
    for (const never of [...neverSayWhat, ...neverDoWhat]) expect(page).toContain(escaped(never));
    expect(page.slice(page.indexOf('<ol>'), page.indexOf('</ol>'))).toContain('(read: ');
    for (const text of Object.values(long.staff)) expect(draw(null, language)).not.toContain(escaped(text));
    // as their cards begin on the kiosk: with the verdict
    for (const card of Object.values(screen.shoeCards))
      expect(page).toContain(`<h3>${escaped(card.split('\n')[0] ?? '')}</h3>`);
    expect(draw(null, language)).toContain(`href="/staff?${language}"`);
  });

  test('say how soon to see somebody in words of the text below', () => {
    const whens = (['rf2', 'soon.duration', 'soon.other'] as const).map((code) => {
      const page = draw(code, language);
      expect(page).toContain(`<p class="when">${escaped(words.when[code])}</p>`);
      return words.when[code];
    });
    expect(new Set(whens).size).toBe(3);
    expect(draw('none', language)).not.toContain('class="when"');
  });
});

/** A claim about what the reader answered: the safety net is also shown after a sign was picked. */
const saysWhatWasPicked: Readonly<Record<(typeof languageCodes)[number], RegExp>> = {
  en: /\byou (did|picked|chose|answered)\b|\bno warning sign/i,
  es: /\bhas (elegido|respondido)\b|\bninguna señal/i,
  fr: /\bvous (n'avez|avez) (choisi|répondu)?|\baucun signe/i,
  de: /\bSie haben\b|\bkein Warnzeichen/i,
};

test.each(languageCodes)('what to watch for in %s holds for whoever reads it', (language) => {
  expect(languageTexts[language].long.referrals.none).not.toMatch(saysWhatWasPicked[language]);
});

/** What sends the reader to the emergency number, on the page for a knee that bears no load. */
const upAtAll: Readonly<Record<(typeof languageCodes)[number], RegExp>> = {
  en: /stand up at all/g,
  es: /ponerte? de pie de ningún modo/g,
  fr: /du tout vous lever|tout à fait impossible de se lever/g,
  de: /gar nicht aufstehen|Aufstehen unmöglich/g,
};

test.each(languageCodes)(
  'a knee that bears no load is for today in %s, and only who cannot stand up at all calls an ambulance',
  (language) => {
    const page = draw('rf1.no_weight_move', language);
    expect(page.match(upAtAll[language])).toHaveLength(2);
  },
);
