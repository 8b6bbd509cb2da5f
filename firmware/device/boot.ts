/** Takes the console off every wire and radio: from here on nobody types into the interpreter. */
export function lockConsole(): void {
  E.setConsole(null, { force: true });
}

/** Runs the firmware from flash, where its functions stay. Without it the radio is locked all the same. */
export function loadApp(): void {
  try {
    eval(require('Storage').read('app') as string);
  } catch (_error) {
    NRF.setServices({}, { uart: false });
  }
}
