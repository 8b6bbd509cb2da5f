import { VITALS_WORDS } from '../../shared/wire/protocol';
import { DEFAULT_SETTINGS } from '../../shared/wire/settings';
import { batteryPercent, freeVariables } from '../device/chip';
import { crc32 } from '../device/radio';
import { bundleCrc, interpreterVersion } from '../device/versions';
import { oldestSheet, readSettings, recall, storeTimeS } from '../ledger/ledger';
import { end } from '../ledger/log';
import { PAGE_BYTES } from '../ledger/place';
import {
  FIELD_ACKNOWLEDGED,
  FIELD_FINISHED,
  FIELD_NEWEST,
  FIELD_OFFSET,
  FIELD_STARTED,
  OFFSET_ZERO,
} from '../ledger/records';
import { FIRMWARE_VERSION } from './version';

const DAY_S = 86400;
const HOUR_S = 3600;

const vitals = new Int32Array(VITALS_WORDS);
let nextSampleS = 0;

/**
 * Takes the sample of the day. Called on the attract screen only, and as often as you like: what it measures must
 * not follow the shopper at the kiosk.
 */
export function sampleVitals(uptimeS: number): void {
  if (uptimeS < nextSampleS) return;
  nextSampleS = uptimeS + DAY_S;
  vitals[5] = batteryPercent() << 16;
  vitals[6] = Math.floor(uptimeS / HOUR_S) | ((PAGE_BYTES - (end % PAGE_BYTES)) << 16);
  vitals[7] = freeVariables() | (interpreterVersion() << 16);
  vitals[9] = bundleCrc();
}

/** The vitals as they travel, in 15 words (shared/wire/format.md). */
export function readVitalsWords(boots: number, uptimeS: number): Int32Array {
  const words = new Int32Array(vitals);
  const storeS = storeTimeS(uptimeS);
  const offset = recall(FIELD_OFFSET);
  const settings = readSettings();
  words[0] = recall(FIELD_NEWEST) | (oldestSheet << 16);
  words[1] = recall(FIELD_ACKNOWLEDGED) | (boots << 16);
  words[2] = recall(FIELD_STARTED);
  words[3] = recall(FIELD_FINISHED);
  words[4] = storeS && storeS - (offset - OFFSET_ZERO) * 60;
  words[5] = (words[5] as number) | offset;
  words[8] = FIRMWARE_VERSION;
  words[10] = crc32(settings.length ? settings : DEFAULT_SETTINGS);
  return words;
}
