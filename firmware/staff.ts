import { UI_SHEETS } from '../shared/wording/keys';
import { batteryPercent } from './device/chip';
import { textOf } from './device/texts';
import { interpreterName } from './device/versions';
import { MENU_MAINTENANCE } from './flow/press';
import { keep, live, recall, state } from './ledger/live';
import { flash } from './ledger/log';
import { FILE_HEADER_BYTES, FIXED_KIOSK_ID } from './ledger/place';
import { FIELD_ACKNOWLEDGED, FIELD_NEWEST, FIELD_STAFF, KIND_STATE } from './ledger/records';
import { FIRMWARE_NAME } from './radio/version';
import { applySettings, CHOICE_LANGUAGE, chosen, speak } from './settings';

/** How many values each CHOICE_* has: size, language with the store's own, none for maintenance, contrast. */
const CHOICES = '2508';

/** About this kiosk, a line each: firmware and Espruino, how its kioskId begins, sheets that wait, battery. */
export function aboutWords(): string {
  let id = 'ID ';
  for (let i = 0; i < 4; i++)
    id += (256 + (flash.read(FILE_HEADER_BYTES + FIXED_KIOSK_ID + i, 1)[0] as number)).toString(16).slice(1);
  return [
    'Version ' + FIRMWARE_NAME + ' ' + interpreterName(),
    id,
    textOf(UI_SHEETS) + ' ' + (recall(FIELD_NEWEST) - recall(FIELD_ACKNOWLEDGED)),
    'Batt. ' + batteryPercent() + ' %',
  ].join('\n');
}

/**
 * Takes the next of what staff can choose (CHOICE_*), keeps it in the ledger and follows it at once; or lets
 * the companion maintain, the answer of the menu that is no choice.
 */
export function chooseNext(choice: number): void {
  let value = chosen(choice);
  if (choice === MENU_MAINTENANCE) {
    live.mayMaintain = true;
    return;
  }
  do value = (value + 1) % +(CHOICES[choice] as string);
  while (choice === CHOICE_LANGUAGE && value && !speak(value - 1));
  state[FIELD_STAFF + choice] = value;
  keep(KIND_STATE);
  applySettings();
}
