import { UI_SHEETS } from '../shared/wording/keys';
import { batteryPercent } from './device/chip';
import { textOf } from './device/texts';
import { interpreterName } from './device/versions';
import { keep, live, recall, state } from './ledger/live';
import { flash } from './ledger/log';
import { FILE_HEADER_BYTES, FIXED_KIOSK_ID } from './ledger/place';
import { FIELD_ACKNOWLEDGED, FIELD_NEWEST, FIELD_STAFF, KIND_STATE } from './ledger/records';
import { FIRMWARE_NAME } from './radio/version';
import { applySettings, CHOICE_LANGUAGE, chosen, speak } from './settings';

/** How many values each CHOICE_* has: contrast, size, language with the store's own. */
const CHOICES = '825';

/** About this kiosk, a line each: firmware, Espruino, how its kioskId begins, sheets that wait, battery. */
export function aboutWords(): string {
  let id = '';
  for (let i = 0; i < 4; i++)
    id += (256 + (flash.read(FILE_HEADER_BYTES + FIXED_KIOSK_ID + i, 1)[0] as number)).toString(16).slice(1);
  return [
    FIRMWARE_NAME,
    interpreterName(),
    id,
    textOf(UI_SHEETS) + ' ' + (recall(FIELD_NEWEST) - recall(FIELD_ACKNOWLEDGED)),
    batteryPercent() + ' %',
  ].join('\n');
}

/**
 * Takes the next of what staff can choose (CHOICE_*), keeps it in the ledger and follows it at once; behind the choices
 * comes maintenance.
 */
export function chooseNext(choice: number): void {
  let value = chosen(choice);
  if (choice > CHOICE_LANGUAGE) {
    live.mayMaintain = true;
    return;
  }
  do value = (value + 1) % +CHOICES.charAt(choice);
  while (choice === CHOICE_LANGUAGE && value && !speak(value - 1));
  state[FIELD_STAFF + choice] = value;
  keep(KIND_STATE);
  applySettings();
}
