// Takes the console off every wire and radio: from here on nobody types into the interpreter.
E.setConsole(null, { force: true });
// Espruino looks a name up in the order in which names came about, and these at nearly every dot: they come first.
new Uint8Array([0].slice(''.indexOf(' '))).fill(0);
// Runs the firmware from flash, where its functions stay. Here and in no function, whose scope every function of the
// firmware would have to hold. Without the firmware the radio is locked all the same.
try {
  eval(require('Storage').read('app') as string);
} catch (_error) {
  NRF.setServices({}, { uart: false });
}
