import { OFFSET_ZERO_MIN, VITALS_WORDS } from './protocol';
import { numberAt } from './text';

/** A kiosk's vitals: nothing in them follows the shopper at the kiosk. */
export interface Vitals {
  /** Numbers of the newest closed sheet and of the oldest one still held; 0 when there is none. */
  readonly newestSheet: number;
  readonly oldestSheet: number;
  /** Every sheet up to this number has been acknowledged; 0 for none. */
  readonly ackedSheet: number;
  /** Runs started and checks finished since the epoch began, as of the newest closed sheet. */
  readonly started: number;
  readonly finished: number;
  /** The kiosk's clock: Unix seconds and minutes east of UTC; null while it is not set. */
  readonly clock: { readonly unixS: number; readonly utcOffsetMin: number } | null;
  /** Starts since the last one that ran for a good minute. */
  readonly boots: number;
  /** What made the kiosk restart itself last; 0 nothing, 1 an exception, 2 no memory. */
  readonly lastError: number;
  /** The sample of the day, taken on the attract screen. */
  readonly batteryPercent: number;
  readonly runningHours: number;
  readonly freeFlashBytes: number;
  readonly freeVariables: number;
  /** Version of the firmware, for example "0.1.0". */
  readonly version: string;
  /** CRC-32 of the firmware bundle, 8 hexadecimal digits. */
  readonly bundle: string;
  /** CRC-32 of the settings in force (the 44 bytes of settings.ts), 8 hexadecimal digits. */
  readonly settings: string;
  /** Espruino's version, for example "2v29". */
  readonly interpreter: string;
}

/** A number of 32 bits as 8 hexadecimal digits. */
export function hex32(value: number): string {
  return `0000000${value.toString(16)}`.slice(-8);
}

/** Reads the 15 words of opened vitals (format.md); undefined when they are not 60 bytes. */
export function readVitals(plain: string): Vitals | undefined {
  if (plain.length !== VITALS_WORDS * 4) return undefined;
  const word = (index: number): number => numberAt(plain, index * 4, 4);
  const half = (index: number, high: number): number => numberAt(plain, index * 4 + high * 2, 2);
  const byte = (index: number, place: number): number => plain.charCodeAt(index * 4 + place);
  return {
    newestSheet: half(0, 0),
    oldestSheet: half(0, 1),
    ackedSheet: half(1, 0),
    boots: byte(1, 2),
    lastError: byte(1, 3),
    started: word(2),
    finished: word(3),
    clock: word(4) ? { unixS: word(4), utcOffsetMin: half(5, 0) - OFFSET_ZERO_MIN } : null,
    batteryPercent: half(5, 1),
    runningHours: half(6, 0),
    freeFlashBytes: half(6, 1),
    freeVariables: half(7, 0),
    interpreter: `${byte(7, 2)}v${byte(7, 3)}`,
    version: `${byte(8, 0)}.${byte(8, 1)}.${byte(8, 2)}`,
    bundle: hex32(word(9)),
    settings: hex32(word(10)),
  };
}
