// A kiosk without screen for the tests of radio and sync: key 1 counts a check that is good for any minimum, key 2
// lets the day end, key 3 counts so much and so unevenly that the sheet is long, and while it is down key 1 counts what cannot be, key 4 takes the sample of the day. Plain functions only: this file is not compiled for the device, just bundled.
import { random32 } from '../../firmware/device/chip';
import { uptimeMs } from '../../firmware/device/clock';
import { flashFrom } from '../../firmware/device/flash';
import { storageBase } from '../../firmware/device/pixljs';
import { closeIfDue, countAside, countCheck, markBoot, openLedger } from '../../firmware/ledger/ledger';
import { recall } from '../../firmware/ledger/live';
import { FIELD_NEWEST } from '../../firmware/ledger/records';
import { advertise, startRadio } from '../../firmware/radio/radio';
import { sampleVitals } from '../../firmware/radio/vitals';

function countOne() {
  countCheck(digitalRead(BTN3) ? [0, 37] : [0, 7, 8, 37, 43, 52, 73, 75, 97, 103], uptimeMs() / 1000);
}

function scatter() {
  var n = 0;
  for (; n < 1500; n++) {
    [0, 7, 13, 72, 14 + (n % 3), 17 + (n % 6), 23 + (n % 6), 62 + (n % 10)].forEach(countAside);
    [37 + (n % 5), 58 + (n % 4), 75 + (n % 4), 79 + (n % 3), 82 + (n % 13)].forEach(countAside);
    [97 + (n % 5), 103 + (n % 4)].forEach(countAside);
    countAside(n % 6 === 4 ? 34 + (n % 3) : 29 + (n % 5));
    countAside(n % 5 === 4 ? 49 + (n % 3) : 43 + (n % 6));
    if (n % 5) countAside(52 + (n % 6));
    if (n % 7) countAside(107);
  }
}

function endDay() {
  if (closeIfDue(5, uptimeMs() / 1000 + 90000 * (recall(FIELD_NEWEST) + 1))) advertise();
}

function sample() {
  sampleVitals(uptimeMs() / 1000);
}

function onSettings() {}

openLedger(flashFrom(storageBase()), random32);
markBoot(false);
startRadio(onSettings);
setWatch(countOne, BTN1, { repeat: true, edge: 'rising', debounce: 0 });
setWatch(endDay, BTN2, { repeat: true, edge: 'rising', debounce: 0 });
setWatch(scatter, BTN3, { repeat: true, edge: 'rising', debounce: 0 });
setWatch(sample, BTN4, { repeat: true, edge: 'rising', debounce: 0 });
