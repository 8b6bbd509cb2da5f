import { describe, expect, test } from 'vitest';
import { createApp } from '../../companion/web/app';
import type { Settings } from '../../shared/wire/settings-contents';
import { makeDeps, twoKiosks } from './web-fixture';

const [till] = twoKiosks();
const right = {
  kioskId: till?.kioskId ?? '',
  storeName: 'Mill Lane',
  language: 'de',
  units: 'mi',
  mode: 'signposting',
  minimum: '12',
  urgentLine: '116 117',
  emergencyNumber: '112',
};

async function post(form: Record<string, string>) {
  const saved: [kioskId: string, settings: Settings][] = [];
  const settings = {
    ...makeDeps().settings,
    saveWanted: async (kioskId: string, wanted: Settings) => void saved.push([kioskId, wanted]),
  };
  const answer = await createApp(makeDeps({ settings })).request('/settings/kiosk', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams(form).toString(),
  });
  return { status: answer.status, text: await answer.text(), saved };
}

describe('the settings of a kiosk', () => {
  test('are saved as typed, for one kiosk or for all of its store', async () => {
    const one = await post(right);
    expect(one.status).toBe(303);
    expect(one.saved).toEqual([
      [
        right.kioskId,
        {
          storeName: 'Mill Lane',
          language: 'de',
          units: 'mi',
          mode: 'signposting',
          instabilityUrgent: false,
          minimum: 12,
          urgentLine: '116 117',
          emergencyNumber: '112',
        },
      ],
    ]);
    const all = await post({ ...right, everyKiosk: 'yes', instabilityUrgent: 'yes' });
    expect(all.saved.map(([kioskId]) => kioskId)).toEqual(twoKiosks().map(({ kioskId }) => kioskId));
    expect(all.saved.every(([, settings]) => settings.instabilityUrgent)).toBe(true);
  });

  test('may leave every text empty', async () => {
    const { status, saved } = await post({ ...right, storeName: '', urgentLine: '', emergencyNumber: '' });
    expect(status).toBe(303);
    expect(saved[0]?.[1]).toMatchObject({ storeName: '', urgentLine: '', emergencyNumber: '' });
  });

  test.each([
    ['storeName', 'Läuferladen am Ägidienmarkt', 'At most 20 letters'],
    ['storeName', 'Бег', 'western European'],
    ['urgentLine', '116117 116117', 'At most 12 digits'],
    ['urgentLine', 'call me', 'digits'],
    ['emergencyNumber', '1l2', 'At most 8 digits'],
    ['emergencyNumber', '-', 'digits'],
    ['minimum', '4', 'from 5 to 255'],
    ['minimum', '256', 'from 5 to 255'],
    ['minimum', '1e1', 'from 5 to 255'],
    ['minimum', '', 'from 5 to 255'],
  ] as const)(
    'with %s "%s" are refused at that field, and the rest stays as typed',
    async (field, typed, words) => {
      const { status, text, saved } = await post({ ...right, [field]: typed });
      expect({ status, saved }).toEqual({ status: 400, saved: [] });
      const mistakes = [...text.matchAll(/<p class="mistake" id="([^"]+)">([^<]+)</g)];
      expect(mistakes).toHaveLength(1);
      expect(mistakes[0]?.[2]).toContain(words);
      const input = new RegExp(`<input[^>]* name="${field}"[^>]*aria-invalid="true"`).exec(text)?.[0] ?? '';
      expect(input).toContain(`aria-describedby="${mistakes[0]?.[1]} `);
      if (field !== 'minimum') expect(input).toContain(`value="${typed}"`);
      const kept = field === 'emergencyNumber' ? 'value="116 117"' : 'value="112"';
      expect(text).toContain(kept);
    },
  );

  test('with an urgent line but no emergency number are refused, and the page says which number is missing', async () => {
    const { status, text, saved } = await post({ ...right, emergencyNumber: '' });
    expect({ status, saved }).toEqual({ status: 400, saved: [] });
    const mistakes = [...text.matchAll(/<p class="mistake" id="([^"]+)">([^<]+)</g)];
    expect(mistakes.map(([, , words]) => words)).toEqual([
      expect.stringContaining('needs an emergency number too'),
    ]);
    expect(text).toMatch(/<input[^>]* name="emergencyNumber"[^>]*aria-invalid="true"/);
    const alone = await post({ ...right, urgentLine: '' });
    expect(alone.status).toBe(303);
  });

  test('of a kiosk that nobody knows, or of a form that is not whole, change nothing', async () => {
    expect(await post({ ...right, kioskId: '0000000000000000' })).toMatchObject({ status: 404, saved: [] });
    const { units: _units, ...rest } = right;
    const half = await post(rest);
    expect(half).toMatchObject({ status: 400, saved: [] });
    expect(half.text).toContain('the form was not complete');
  });
});
