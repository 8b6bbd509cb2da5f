import { z } from 'zod';
import { packSettings, type Settings } from '../../shared/wire/settings-contents';
import { newKiosk } from './panels/settings-in-force';

const box = z
  .literal('yes')
  .optional()
  .transform((value) => value === 'yes');
const text = z.string().max(100).trim();

/** The form of one kiosk; what a person may mistype is looked at by `findMistakes`. */
export const kioskForm = z.object({
  kioskId: z.string().max(32),
  storeName: text,
  language: z.enum(['en', 'es', 'fr', 'de']),
  units: z.enum(['km', 'mi']),
  mode: z.enum(['patterns', 'signposting']),
  minimum: text.transform((typed) => (/^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN)),
  urgentLine: text,
  emergencyNumber: text,
  instabilityUrgent: box,
  everyKiosk: box,
});

/** The fields that a person types, and what each may hold. */
const sentences = {
  storeName: 'At most 20 letters of the western European alphabets.',
  urgentLine: 'At most 12 digits, blanks or + - / ( ).',
  emergencyNumber: 'At most 8 digits, blanks or + - / ( ), and 15 together with the urgent line.',
  minimum: 'A whole number from 5 to 255.',
} as const;

/** Whoever gets no answer on the urgent line must see whom to call instead. */
const EMERGENCY_NEEDED = 'An urgent line needs an emergency number too, for example 112, 911 or 999.';

type TypedField = keyof typeof sentences;

/** What is wrong with each field, in words; empty when all is well. */
export type Mistakes = Partial<Record<TypedField, string>>;

/** A wrong sign in a number that somebody calls in an emergency must not get through. */
const isNumberToCall = (typed: string): boolean =>
  /^[\d +\-/()]*$/.test(typed) && (typed === '' || /\d/.test(typed));

/** Looks at every field that a person types. */
export function findMistakes(settings: Settings): Mistakes {
  const fits = (part: Partial<Settings>): boolean =>
    typeof packSettings({ ...newKiosk, ...part }) !== 'string';
  const { storeName, urgentLine, emergencyNumber, minimum } = settings;
  const isLine = fits({ urgentLine, emergencyNumber: '0' });
  const isRight: Record<TypedField, boolean> = {
    storeName: fits({ storeName }),
    urgentLine: isLine && isNumberToCall(urgentLine),
    emergencyNumber:
      fits({ emergencyNumber, urgentLine: isLine ? urgentLine : '' }) && isNumberToCall(emergencyNumber),
    minimum: fits({ minimum }),
  };
  const told = emergencyNumber ? sentences : { ...sentences, emergencyNumber: EMERGENCY_NEEDED };
  return Object.fromEntries(Object.entries(told).filter(([field]) => !isRight[field as TypedField]));
}
