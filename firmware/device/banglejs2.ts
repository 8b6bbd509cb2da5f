import { KEY_BACK } from '../flow/press';
import { DARK, LIGHT } from './banglejs2-place';
import { uptimeMs } from './clock';

// Bangle.js 2: Storage is the whole flash chip beside the nRF52840 [boards/BANGLEJS2.py of Espruino 2v29]
const STORAGE_BASE = 0x60000000;
const DEBOUNCE_MS = 25;
const MIDDLE_PX = 88;

/** Address of Storage's first page, where the ledger lies. */
export function storageBase(): number {
  // the interpreter on Linux keeps Storage at the start of its only free flash
  const free = require('Flash').getFree()[0];
  return process.env.BOARD === 'BANGLEJS2' || !free ? STORAGE_BASE : free.addr;
}

/** What `keysDown` gives while a press stands for keys that Pixl.js has pressed together. */
let keysTold = 0;
/** The last touch was a long one of the lower left quarter. */
let isLongLowerLeft = false;

/**
 * Reports keys as they go down and up: the quarters of the screen, 1 top left, then clockwise. A touch is told when
 * the finger leaves, so a hold of the fourth key comes as Back. A swipe to the right is Back, the button wipes; a long
 * touch at the lower left, then one at the upper right stand for both keys together.
 */
export function watchKeys(onKey: (key: number, isDown: boolean, atMs: number) => void): void {
  const tap = (key: number): void => {
    onKey(key, true, uptimeMs());
    onKey(key, false, uptimeMs());
  };
  Bangle.on('touch', (_side, place) => {
    const isRight = place.x >= MIDDLE_PX;
    const isUpper = place.y < MIDDLE_PX;
    if (isLongLowerLeft && place.type && isUpper && isRight) keysTold = STAFF_KEYS;
    isLongLowerLeft = place.type > 0 && !isUpper && !isRight;
    if (keysTold) onKey(2, true, uptimeMs());
    else if (isUpper) tap(isRight ? 2 : 1);
    else if (isRight) tap(3);
    else tap(place.type ? KEY_BACK : 4);
    keysTold = 0;
  });
  Bangle.on('swipe', (right) => {
    if (right > 0) tap(KEY_BACK);
  });
  setWatch(
    () => {
      keysTold = LEFT_KEYS;
      tap(1);
      keysTold = 0;
    },
    BTN1,
    { repeat: true, edge: 'rising', debounce: DEBOUNCE_MS },
  );
}

/** What `keysDown` gives while the button wipes, and when it is held at the start, which opens maintenance. */
export const LEFT_KEYS = 9;
export const RIGHT_KEYS = 6;
export const STAFF_KEYS = 5;
/** Both touches were long already. */
export const STAFF_HOLD_MS = 1;

/** Stands for the keys that Pixl.js has for what the button does here; the touch screen cannot be asked. */
export function keysDown(): number {
  return keysTold || (digitalRead([BTN1]) ? RIGHT_KEYS : 0);
}

/** Switches the backlight on and keeps it on, the touch screen unlocked, and the button from starting another app. */
export function lightScreen(): void {
  Bangle.setLCDTimeout(0);
  Bangle.setLCDPower(true);
  Bangle.setOptions({ btnLoadTimeout: 0 });
  g.setColor(DARK).setBgColor(LIGHT);
}

/** This screen has no contrast to set. */
export const HAS_CONTRAST = 0;
export function setContrast(): void {}
