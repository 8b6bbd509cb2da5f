import { beforeAll, describe, expect, test } from 'vitest';
import { boardNamed } from '../../companion/flash/boards';
import { drawScreens } from '../../companion/screens/draw-screens';
import type { RenderedScreen } from '../../companion/screens/render';
import { boothImage } from '../../companion/simulation/booth-image';
import { describeScreen, type SpokenScreen } from '../../companion/web/client/kiosk/screen-words';
import { cardsAmong, joinWords, punctuate } from '../../companion/web/client/kiosk/sentences';
import { languagesOn, spokenLanguage } from '../../companion/web/client/kiosk/spoken-language';
import { BOARD_KINDS, type BoardName } from '../../firmware/simulator/board-kinds';
import { PIXLJS_SCREEN } from '../../firmware/simulator/frame';
import { WordsOnScreen } from '../../firmware/simulator/words-on-screen';
import { languageCodes } from '../../shared/check/codes';
import { FIRST_TEXT } from '../../shared/wording/blocks';

type Row = [text: string, xPx: number, yPx: number];
const describeRows = (...rows: Row[]): SpokenScreen =>
  describeScreen(
    rows.map(([text, xPx, yPx]) => ({ text, xPx, yPx })),
    [],
    PIXLJS_SCREEN,
  );
const labels = ({ keys }: SpokenScreen) => Object.fromEntries(keys.map(({ key, label }) => [key, label]));

describe('the words of a screen', () => {
  test('of a question name each answer with its key, lines put together', () => {
    const screen = describeRows(
      ['Where does it', 64, 22],
      ['hurt most?', 64, 31],
      ['Front, round', 0, -3],
      ['kneecap', 0, 8],
      ['Just below', 128, -3],
      ['Outer side', 128, 49],
      ['More', 0, 45],
      ['hold: Back', 0, 54],
    );
    expect(screen.said).toBe('Where does it hurt most?');
    expect(labels(screen)).toEqual({
      1: 'Front, round kneecap',
      2: 'Just below',
      3: 'Outer side',
      4: 'More, hold: Back',
    });
  });

  test('of a page with one answer give it to its key', () => {
    const screen = describeRows(['Feet?', 64, 26], ['Neither,', 0, -3], ['unsure', 0, 9], ['Back', 0, 54]);
    expect(screen.said).toBe('Feet?');
    expect(labels(screen)).toEqual({ 1: 'Neither, unsure', 4: 'Back' });
  });

  test('of a card give its title and lines to no key, its place apart', () => {
    const screen = describeRows(
      ['Tips', 0, -2],
      ['2/4', 64, 54],
      ['Keep a short run log', 0, 10],
      ['Back', 0, 54],
      ['Next', 128, 49],
    );
    expect(screen.said).toBe('Tips Keep a short run log');
    expect(screen.place).toBe('2/4');
    expect(labels(screen)).toEqual({ 3: 'Next', 4: 'Back' });
  });

  test('of a long card give its last line to no key, though it reaches down to the label', () => {
    const screen = describeScreen(
      [
        { text: 'Flat routes', xPx: 0, yPx: 110 },
        { text: 'Train side hips', xPx: 0, yPx: 128 },
        { text: 'Back', xPx: 0, yPx: 156 },
      ],
      [],
      BOARD_KINDS.banglejs2.screen,
    );
    expect(screen.said).toBe('Flat routes Train side hips');
    expect(labels(screen)).toEqual({ 4: 'Back' });
  });

  test('of a checklist give the signs to no key', () => {
    const screen = describeRows(
      ['Any of these?', 0, 9],
      ['Hot knee or fever', 0, 16],
      ['Yes, one', 128, -3],
      ['None of these', 128, 49],
      ['Back', 0, 54],
    );
    expect(screen.said).toBe('Any of these? Hot knee or fever');
    expect(labels(screen)).toEqual({ 2: 'Yes, one', 3: 'None of these', 4: 'Back' });
  });

  test.each([
    ['More', 'hold: Back', 'More, hold: Back'],
    ['Suite', 'long : Retour', 'Suite, long : Retour'],
    ['Back', '', 'Back'],
  ])('tell what a tap of the lower left key does from what a hold does: %s %s', (tap, hold, label) => {
    const screen = describeRows(['Feet?', 64, 26], [tap, 0, 45], [hold, 0, 54], ['18+: start', 128, 49]);
    expect(labels(screen)).toEqual({ 3: '18+: start', 4: label });
  });

  test('put arrows into words', () => {
    const screen = describeRows(['\x80', 0, -4], ['Under 18', 64, 20], ['\x81', 128, -4]);
    expect(screen.keys).toEqual([
      { key: 1, label: 'page before', isArrow: true },
      { key: 2, label: 'next page', isArrow: true },
    ]);
  });

  test('of an empty screen are none', () =>
    expect(describeRows()).toEqual({ said: '', place: '', shown: '', keys: [] }));
});

describe.each(['pixljs', 'banglejs2'] as const)(
  'on a %s the words of the real firmware',
  (board: BoardName) => {
    let screens: RenderedScreen[];
    const say = (name: string): SpokenScreen => {
      const screen = screens.find((known) => known.name === name);
      return describeScreen(screen?.texts ?? [], screen?.pictures ?? [], BOARD_KINDS[board].screen);
    };
    beforeAll(async () => {
      screens = await drawScreens(`dist/firmware/${board}`, { board, language: 'en', size: 'normal' });
    });

    test('stand beside their keys on a question', () => {
      expect(say('question-loc-1').said).toBe('Where does it hurt most?');
      expect(labels(say('question-loc-1'))).toEqual({
        1: 'Round kneecap',
        2: 'Below kneecap',
        3: 'Outer side',
        4: 'More, hold: Back',
      });
      expect(labels(say('question-foot-2'))).toEqual({ 1: 'Neither, unsure', 4: 'More, hold: Back' });
    });

    test('are read in full on a card, a checklist and the notice', () => {
      expect(say('card-shoe-plan').said).toContain('Plan a new pair');
      expect(labels(say('card-shoe-plan'))).toEqual({ 3: 'Done', 4: 'Back' });
      expect(say('checklist-rf1-1').said).toContain('Hot knee or fever');
      expect(labels(say('checklist-rf1-1'))).toEqual({
        2: 'Yes, one of these',
        3: 'None of these',
        4: 'Back',
      });
      expect(say('notice').said).toMatch(/^Adults 18\+ Not a diagnosis We keep no data on you$/);
      expect(labels(say('notice'))).toEqual({ 2: 'Under 18', 3: '18+: start', 4: 'Back' });
    });

    test('say what a picture is', () => {
      expect(say('picture-wear').shown).toContain('shoe');
      expect(screens.filter(({ name }) => /place|picture-knee/.test(name)).length).toBeGreaterThan(0);
      for (const { name } of screens.filter((known) => known.name.includes('code')))
        expect(say(name).shown, name).toContain('QR code');
    });

    test('give no key to two labels, and leave no screen silent', () => {
      for (const { name } of screens) {
        const { said, shown, keys } = say(name);
        expect(`${said}${shown}`, name).not.toBe('');
        expect(new Set(keys.map(({ key }) => key)).size, name).toBe(keys.length);
      }
    });
  },
);

describe('the pauses between what is said', () => {
  const cards = cardsAmong([
    ...new Array<string>(FIRST_TEXT).fill('Where does it\nhurt?\tRound\nkneecap'),
    "Get checked today\nDon't run",
    "Get checked today\nDon't run\nAsk for a seat",
  ]);

  test.each([
    {
      name: 'stand behind each line of a card, its title and whom to call',
      said: "TODAY Get checked today Don't run Call 111 / 999",
      spoken: "TODAY. Get checked today. Don't run. Call 111 / 999.",
    },
    {
      name: 'are those of the longest card that is there',
      said: "TODAY Get checked today Don't run Ask for a seat",
      spoken: "TODAY. Get checked today. Don't run. Ask for a seat.",
    },
    { name: 'are left to a question as they are', said: 'Which one?', spoken: 'Which one?' },
    { name: 'are not where a line was too wide', said: 'Round kneecap', spoken: 'Round kneecap.' },
    { name: 'are none where nothing is said', said: '', spoken: '' },
  ])('$name', ({ said, spoken }) => {
    expect(punctuate(said, cards)).toBe(spoken);
  });

  test('do not cut a word that was broken at a soft hyphen or behind a slash', () => {
    expect(joinWords(['Genou + chaus-', 'sures'])).toBe('Genou + chaussures');
    expect(joinWords(['¿Dolor de pecho/', 'ahogo?'])).toBe('¿Dolor de pecho/ahogo?');
    expect(joinWords(['Ruhe-, Nacht-', 'schmerz', 'Call 061 /', '112'])).toBe(
      'Ruhe-, Nachtschmerz Call 061 / 112',
    );
  });

  test.each(['pixljs', 'banglejs2'] as const)(
    'are heard on every card of a %s in every language',
    async (board) => {
      for (const language of languageCodes) {
        const image = boothImage(`dist/firmware/${board}`, boardNamed(board), { board, language });
        const known = languagesOn(image).get(language)?.cards ?? [];
        const screens = await drawScreens(`dist/firmware/${board}`, { board, language, size: 'normal' });
        const heard = screens
          .filter(({ name }) => /^card-(?!.*code)|^notice|^hand/.test(name))
          .map(({ texts, pictures }) => describeScreen(texts, pictures, BOARD_KINDS[board].screen))
          // one of a single sentence has none to hear
          .filter(({ said }) => known.some((lines) => said.includes(lines.join(' '))))
          .map(({ said }) => punctuate(said, known));
        expect(heard.length).toBeGreaterThan(20);
        expect(heard.filter((said) => !/[.?!] .*[.?!]$/.test(said))).toEqual([]);
      }
    },
  );

  test.each([
    ['checklist-rf1-1', "Any of these in knee or leg? Can't stand or bend. Hot knee or fever. Big swelling."],
    ['checklist-rf2-2', 'Does it do any of these? Hurts at rest, night. Sharp, getting worse.'],
    ['card-code-ITB', 'More on phone.'],
  ])('on %s stand behind signs and lines, not within them', async (name, spoken) => {
    const wish = { board: 'pixljs', language: 'en' } as const;
    const known = languagesOn(boothImage('dist/firmware/pixljs', boardNamed('pixljs'), wish)).get('en');
    const screens = await drawScreens('dist/firmware/pixljs', { ...wish, size: 'normal' });
    const screen = screens.find((one) => one.name === name);
    const { said } = describeScreen(screen?.texts ?? [], screen?.pictures ?? [], BOARD_KINDS.pixljs.screen);
    expect(punctuate(said, known?.cards ?? [])).toContain(spoken);
  });
});

test('the language of a screen is told by its words, and stays where they tell nothing', () => {
  const wish = { board: 'pixljs', language: 'de' } as const;
  const languages = languagesOn(boothImage('dist/firmware/pixljs', boardNamed('pixljs'), wish));
  expect([...languages.keys()]).toEqual(['en', 'de']);
  const tell = (said: string, before: string) =>
    spokenLanguage({ said, place: '', shown: '', keys: [] }, languages, before);
  expect(tell('Wo tut es am meisten weh?', 'en')).toBe('de');
  expect(tell('Where does it hurt most?', 'de')).toBe('en');
  expect(tell('2v29', 'de')).toBe('de');
});

test('what is flashed for a visitor begins with their language, and holds as many as the board has room for', () => {
  for (const { board, count } of [
    { board: 'pixljs', count: 2 },
    { board: 'banglejs2', count: 4 },
  ] as const) {
    for (const language of languageCodes) {
      const image = boothImage(`dist/firmware/${board}`, boardNamed(board), { board, language });
      const flashed = [...languagesOn(image).keys()];
      expect(flashed).toContain(language);
      expect(flashed).toHaveLength(count);
    }
  }
});

describe('the texts on a screen', () => {
  test('go when a box is drawn over where they begin, and all with a cleared screen', () => {
    const words = new WordsOnScreen();
    words.add({ text: 'gone', xPx: 10, yPx: 10, glyphs: [] });
    words.add({ text: 'stays', xPx: 10, yPx: 21, glyphs: [] });
    words.clearBox(128, 20, 0, 0);
    expect(words.texts.map(({ text }) => text)).toEqual(['stays']);
    words.clear();
    expect(words.texts).toHaveLength(0);
  });
});
