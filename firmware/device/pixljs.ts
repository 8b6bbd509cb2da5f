// Pixl.js: Storage begins at page 109 of the nRF52832 [boards/PIXLJS.py of Espruino 2v29]
const PIXLJS_STORAGE_BASE = 0x6d000;
const DEBOUNCE_MS = 25;

/** Address of Storage's first page, where the ledger lies. */
export function storageBase(): number {
  // the interpreter on Linux keeps Storage at the start of its only free flash
  const free = require('Flash').getFree()[0];
  return process.env.BOARD === 'PIXLJS' || !free ? PIXLJS_STORAGE_BASE : free.addr;
}

/** Reports every key as it goes down and up: 1 top left, then clockwise. Times in ms of `uptimeMs`. */
export function watchKeys(onKey: (key: number, isDown: boolean, atMs: number) => void): void {
  [BTN1, BTN2, BTN3, BTN4].forEach((pin, index) => {
    setWatch((event) => onKey(index + 1, event.state, event.time * 1000), pin, {
      repeat: true,
      edge: 'both',
      debounce: DEBOUNCE_MS,
    });
  });
}

/** Whether the two left keys are down together: the way to wipe a run at once. */
export function areLeftKeysDown(): boolean {
  return digitalRead(BTN1) > 0 && digitalRead(BTN4) > 0;
}

/** Switches the backlight on; it stays on, the kiosk is mains powered. */
export function lightScreen(): void {
  digitalWrite(LED1, 1);
}
