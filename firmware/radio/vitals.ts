import { DEFAULT_SETTINGS } from '../../shared/wire/settings';
import { batteryPercent, freeVariables } from '../device/chip';
import { crc32 } from '../device/radio';
import { bundleCrc, interpreterVersion } from '../device/versions';
import { storeTimeS } from '../ledger/clock';
import { readSettings } from '../ledger/ledger';
import { live, recall } from '../ledger/live';
import { end } from '../ledger/log';
import { PAGE_BYTES } from '../ledger/place';
import {
  FIELD_ACKNOWLEDGED,
  FIELD_ERROR,
  FIELD_FINISHED,
  FIELD_NEWEST,
  FIELD_OFFSET,
  FIELD_STARTED,
  OFFSET_ZERO,
} from '../ledger/records';
import { FIRMWARE_VERSION } from './version';

const DAY_S = 86400;
const HOUR_S = 3600;

let battery = 0;
let hoursAndFlash = 0;
let variablesAndInterpreter = 0;
let bundle = 0;
let nextSampleS = 0;

/**
 * Takes the sample of the day. Called on the attract screen only, and as often as you like: what it measures must
 * not follow the shopper at the kiosk.
 */
export function sampleVitals(uptimeS: number): void {
  if (uptimeS < nextSampleS) return;
  nextSampleS = uptimeS + DAY_S;
  battery = batteryPercent() << 16;
  hoursAndFlash = (uptimeS / HOUR_S) | ((PAGE_BYTES - (end % PAGE_BYTES)) << 16);
  variablesAndInterpreter = freeVariables() | (interpreterVersion() << 16);
  bundle = bundleCrc();
}

/** Puts the vitals into 15 words from `at` (shared/wire/format.md). */
export function putVitals(words: Int32Array, at: number, boots: number, uptimeS: number): void {
  const storeS = storeTimeS(uptimeS);
  const offset = recall(FIELD_OFFSET);
  const settings = readSettings();
  words[at] = recall(FIELD_NEWEST) | (live.oldestSheet << 16);
  words[at + 1] = recall(FIELD_ACKNOWLEDGED) | (boots << 16) | (recall(FIELD_ERROR) << 24);
  words[at + 2] = recall(FIELD_STARTED);
  words[at + 3] = recall(FIELD_FINISHED);
  words[at + 4] = storeS && storeS - (offset - OFFSET_ZERO) * 60;
  words[at + 5] = offset | battery;
  words[at + 6] = hoursAndFlash;
  words[at + 7] = variablesAndInterpreter;
  words[at + 8] = FIRMWARE_VERSION;
  words[at + 9] = bundle;
  words[at + 10] = crc32(settings.length ? settings : DEFAULT_SETTINGS);
}
