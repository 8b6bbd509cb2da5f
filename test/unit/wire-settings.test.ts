import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areSettings, DEFAULT_SETTINGS } from '../../shared/wire/settings';
import { packSettings, readSettingsBytes, type Settings } from '../../shared/wire/settings-contents';
import { bytesOf } from '../../shared/wire/text';

const defaults: Settings = {
  storeName: '',
  language: 'en',
  units: 'km',
  mode: 'patterns',
  instabilityUrgent: false,
  minimum: 10,
  urgentLine: '',
  emergencyNumber: '',
};

const latin1 = (maxLength: number) =>
  fc
    .array(fc.oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.integer({ min: 0xa1, max: 0xff })), {
      maxLength,
    })
    .map((codes) => String.fromCharCode(...codes).trim());

describe('settings', () => {
  test('of a kiosk that was never set are the defaults', () => {
    expect(readSettingsBytes(DEFAULT_SETTINGS)).toEqual(defaults);
    expect(packSettings(defaults)).toEqual({ bytes: DEFAULT_SETTINGS });
  });

  test('read as they were packed, and kiosks take them', () => {
    const settings = fc.record<Settings>({
      storeName: latin1(20),
      language: fc.constantFrom('en', 'es', 'fr', 'de'),
      units: fc.constantFrom('km', 'mi'),
      mode: fc.constantFrom('patterns', 'signposting'),
      instabilityUrgent: fc.boolean(),
      minimum: fc.integer({ min: 5, max: 255 }),
      urgentLine: latin1(12),
      emergencyNumber: latin1(3).map((number) => number || '0'),
    });
    fc.assert(
      fc.property(settings, (wanted) => {
        const packed = packSettings(wanted);
        if (typeof packed === 'string') throw new Error(packed);
        expect(areSettings(bytesOf(packed.bytes))).toBe(true);
        expect(readSettingsBytes(packed.bytes)).toEqual(wanted);
      }),
    );
  });

  test.each<{ name: string; change: Partial<Settings>; problem: string }>([
    { name: 'a name of 21 characters', change: { storeName: 'x'.repeat(21) }, problem: 'settings-text' },
    { name: 'a name beyond Latin-1', change: { storeName: 'Łódź' }, problem: 'settings-text' },
    { name: 'a name that ends in a blank', change: { storeName: 'Till ' }, problem: 'settings-text' },
    { name: 'a name with a line break', change: { storeName: 'a\nb' }, problem: 'settings-text' },
    {
      name: 'an urgent line of 13 digits',
      change: { urgentLine: '1234567890123', emergencyNumber: '1' },
      problem: 'settings-text',
    },
    {
      name: 'an emergency number of 9 digits',
      change: { emergencyNumber: '123456789' },
      problem: 'settings-text',
    },
    {
      name: 'two numbers of 16 characters together',
      change: { urgentLine: '123456789012', emergencyNumber: '1234' },
      problem: 'settings-text',
    },
    {
      name: 'an urgent line but no emergency number',
      change: { urgentLine: '111' },
      problem: 'settings-emergency',
    },
    { name: 'a minimum of 4', change: { minimum: 4 }, problem: 'settings-minimum' },
    { name: 'a minimum of 256', change: { minimum: 256 }, problem: 'settings-minimum' },
    { name: 'half a check as minimum', change: { minimum: 10.5 }, problem: 'settings-minimum' },
  ])('with $name are not packed', ({ change, problem }) => {
    expect(packSettings({ ...defaults, ...change })).toBe(problem);
  });

  test('have blanks in a number at which no line breaks, and read as they were typed', () => {
    const wanted = { ...defaults, urgentLine: '116 117', emergencyNumber: '1 1 2' };
    const packed = packSettings(wanted);
    if (typeof packed === 'string') throw new Error(packed);
    expect(packed.bytes).toContain('116\xa0117');
    expect(packed.bytes).toContain('1\xa01\xa02');
    expect(readSettingsBytes(packed.bytes)).toEqual(wanted);
  });

  test('of another length, format, language or minimum are none', () => {
    for (const bytes of [
      DEFAULT_SETTINGS.slice(1),
      `${DEFAULT_SETTINGS} `,
      `\x02${DEFAULT_SETTINGS.slice(1)}`,
    ])
      expect(readSettingsBytes(bytes)).toBeUndefined();
    expect(readSettingsBytes(DEFAULT_SETTINGS.replace('\x01\0', '\x01\x04'))).toBeUndefined();
    expect(readSettingsBytes(DEFAULT_SETTINGS.replace('\x0a', '\x04'))).toBeUndefined();
  });
});
