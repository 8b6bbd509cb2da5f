// Pixl.js: Storage begins at page 109 of the nRF52832 [boards/PIXLJS.py of Espruino 2v29]
const PIXLJS_STORAGE_BASE = 0x6d000;
const DEBOUNCE_MS = 25;

/** 1 top left, then clockwise. Kept: Espruino finds the names of pins after all others. */
const KEYS = [BTN1, BTN2, BTN3, BTN4];

/** Address of Storage's first page, where the ledger lies. */
export function storageBase(): number {
  // the interpreter on Linux keeps Storage at the start of its only free flash
  const free = require('Flash').getFree()[0];
  return process.env.BOARD === 'PIXLJS' || !free ? PIXLJS_STORAGE_BASE : free.addr;
}

/** Reports every key as it goes down and up. Times in ms of `uptimeMs`. */
export function watchKeys(onKey: (key: number, isDown: boolean, atMs: number) => void): void {
  // one function for all keys: each would take memory
  const tell = (event: WatchEvent): void =>
    onKey(KEYS.indexOf(event.pin) + 1, event.state, event.time * 1000);
  KEYS.forEach((pin) => {
    setWatch(tell, pin, { repeat: true, edge: 'both', debounce: DEBOUNCE_MS });
  });
}

/** What `keysDown` gives for the two left keys, the two right ones, and lower left with upper right. */
export const LEFT_KEYS = 9;
export const RIGHT_KEYS = 6;
export const STAFF_KEYS = 5;
/** How long these are held to open the staff menu. */
export const STAFF_HOLD_MS = 3000;

/** Which keys are down, as bits: 8 top left, 4 top right, 2 bottom right, 1 bottom left. */
export function keysDown(): number {
  return digitalRead(KEYS);
}

/** Switches the backlight on; it stays on, the kiosk is mains powered. */
export function lightScreen(): void {
  digitalWrite(LED1, 1);
}

/** Whether staff can set the contrast. */
export const HAS_CONTRAST = 1;

/** Sets how dark the screen's dark pixels are: 0 to 63; Espruino begins with 35. */
export function setContrast(level: number): void {
  Pixl.setContrast(level / 63);
}
