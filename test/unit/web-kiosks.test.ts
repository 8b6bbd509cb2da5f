import { describe, expect, test } from 'vitest';
import { createApp } from '../../companion/web/app';
import { judgeKiosk } from '../../companion/web/panels/judge-kiosk';
import { makeDeps, makeKiosk, makeReadModel, NOW_MS } from './web-fixture';

const HOUR_MS = 3_600_000;

describe('a kiosk', () => {
  const cases = [
    { name: 'heard minutes ago is well', heardMs: NOW_MS - 60_000, state: 'well', word: 'Well' },
    { name: 'heard 6 h ago is well', heardMs: NOW_MS - 6 * HOUR_MS, state: 'well', word: 'Well' },
    { name: 'heard over 6 h ago is late', heardMs: NOW_MS - 6 * HOUR_MS - 1, state: 'look', word: 'Late' },
    { name: 'heard 26 h ago is late', heardMs: NOW_MS - 26 * HOUR_MS, state: 'look', word: 'Late' },
    {
      name: 'heard over 26 h ago is silent',
      heardMs: NOW_MS - 26 * HOUR_MS - 1,
      state: 'alarm',
      word: 'Silent',
    },
    { name: 'never heard is an alarm', heardMs: null, state: 'alarm', word: 'Never heard' },
    { name: 'heard a little in the future is well', heardMs: NOW_MS + 60_000, state: 'well', word: 'Well' },
    {
      name: 'heard an hour in the future has met a wrong clock',
      heardMs: NOW_MS + HOUR_MS,
      state: 'alarm',
      word: 'Clock wrong',
    },
  ];
  for (const { name, heardMs, state, word } of cases) {
    test(name, () => {
      const kiosk = makeKiosk({ lastHeardAtMs: heardMs, isSimulated: false });
      expect(judgeKiosk(kiosk, NOW_MS)).toMatchObject({ state, word });
    });
  }

  test('that is simulated may live ahead of the clock', () => {
    const kiosk = makeKiosk({ lastHeardAtMs: NOW_MS + HOUR_MS, isSimulated: true });
    expect(judgeKiosk(kiosk, NOW_MS).state).toBe('well');
  });

  test('that is late or silent is given the likely cause; one that is well is not', () => {
    const lastSyncError = 'It is most likely out of range. Bring the companion nearer.';
    const judged = [1, 7, 27].map((hours) =>
      judgeKiosk(makeKiosk({ lastSyncError, lastHeardAtMs: NOW_MS - hours * HOUR_MS }), NOW_MS),
    );
    expect(judged.map(({ advice }) => advice)).toEqual([[], [lastSyncError], [lastSyncError]]);
    const clock = makeKiosk({ lastSyncError, lastHeardAtMs: NOW_MS + HOUR_MS, isSimulated: false });
    expect(judgeKiosk(clock, NOW_MS).advice.join()).toContain('set this computer’s clock');
  });

  test('with a low battery needs a look although its data is fresh', () => {
    expect(judgeKiosk(makeKiosk({}, { batteryPercent: 19 }), NOW_MS).state).toBe('look');
    expect(judgeKiosk(makeKiosk({}, { batteryPercent: 20 }), NOW_MS).state).toBe('well');
  });

  test('that has not sampled its battery yet is not called low', async () => {
    const fresh = makeKiosk({}, { batteryPercent: 0, freeVariables: 0 });
    expect(judgeKiosk(fresh, NOW_MS).state).toBe('well');
  });

  test('whose sheets did not arrive says that they are unknown, not zero', () => {
    const { advice } = judgeKiosk(makeKiosk({ sheetsNotReceived: 3 }), NOW_MS);
    expect(advice).toEqual(['3 sheets not received here: unknown, not zero.']);
  });
});

describe('the page of kiosks', () => {
  const page = async (kiosks: ReturnType<typeof makeKiosk>[]) => {
    const readModel = makeReadModel({ listKiosks: async () => kiosks });
    return (await createApp(makeDeps({ readModel })).request('/kiosks')).text();
  };

  test('without kiosks says so', async () =>
    expect(await page([])).toContain('No kiosk has been set up yet.'));

  test('sums up that all answered', async () =>
    expect(await page([makeKiosk(), makeKiosk({ kioskId: '1'.repeat(16) })])).toContain(
      'Both kiosks have answered lately.',
    ));

  test('names how many are silent and since when', async () => {
    const silent = makeKiosk({ kioskId: '1'.repeat(16), lastHeardAtMs: NOW_MS - 72 * HOUR_MS });
    const text = await page([makeKiosk(), silent]);
    expect(text).toContain('1 of 2 not heard for over a day. Its last answer came 3 days ago.');
  });

  test('shows the last error of the kiosk and of the sync in words', async () => {
    const text = await page([makeKiosk({ lastSyncError: 'It did not answer in time.' }, { lastError: 9 })]);
    expect(text).toContain(
      'The kiosk noted error 9. It goes on counting; switch it off and on if it behaves oddly. It did not answer in time.',
    );
    expect(await page([makeKiosk()])).toContain('none reported');
  });

  test('of a kiosk that was never read shows no figure as zero', async () => {
    const text = await page([makeKiosk({ vitals: null, sheetsWaiting: null, lastHeardAtMs: null })]);
    expect(text.match(/not known yet/g)).toHaveLength(3);
    expect(text).toContain('no data yet');
  });
});
