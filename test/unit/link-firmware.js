// A kiosk without screen for the tests of radio and sync: key 1 counts a check that is good for any minimum, key 2
// lets the day end. Plain functions only: this file is not compiled for the device, just bundled.
import { random32 } from '../../firmware/device/chip';
import { uptimeMs } from '../../firmware/device/clock';
import { flashFrom } from '../../firmware/device/flash';
import { storageBase } from '../../firmware/device/pixljs';
import { closeIfDue, countCheck, openLedger, recall } from '../../firmware/ledger/ledger';
import { FIELD_NEWEST } from '../../firmware/ledger/records';
import { advertise, startRadio } from '../../firmware/radio/radio';
import { sampleVitals } from '../../firmware/radio/vitals';

function countOne() {
  countCheck([0, 37, 97], uptimeMs() / 1000);
}

function endDay() {
  if (closeIfDue(5, uptimeMs() / 1000 + 90000 * (recall(FIELD_NEWEST) + 1))) advertise();
}

function onSettings() {}

openLedger(flashFrom(storageBase()), random32);
sampleVitals(uptimeMs() / 1000);
startRadio(1, onSettings);
setWatch(countOne, BTN1, { repeat: true, edge: 'rising', debounce: 0 });
setWatch(endDay, BTN2, { repeat: true, edge: 'rising', debounce: 0 });
