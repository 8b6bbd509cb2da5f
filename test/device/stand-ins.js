// What the interpreter on Linux lacks or must not do for real: keys, clock, screen, radio, watchdog. Runs on the
// interpreter itself, before the firmware. Frames leave as lines "F <ms> <base64>".
var nowMs = 0;
var timers = [];
var nextTimer = 1;
var levels = [0, 0, 0, 0, 0];
var watches = [];
var onUncaught;
var randomState = 1;
var restarts = 0;

global.BTN1 = 1;
global.BTN2 = 2;
global.BTN3 = 3;
global.BTN4 = 4;
global.LED1 = 5;
global.getTime = () => nowMs / 1000;
function addTimer(callback, ms, periodMs) {
  timers.push({ id: nextTimer, at: nowMs + ms, period: periodMs, run: callback });
  return nextTimer++;
}
global.setTimeout = (callback, ms) => addTimer(callback, Math.max(ms, 0), 0);
global.setInterval = (callback, ms) => addTimer(callback, ms, ms);
global.clearTimeout = (id) => {
  timers = timers.filter((timer) => timer.id != id);
};
global.clearInterval = global.clearTimeout;
global.digitalRead = (pins) => pins.reduce((bits, pin) => bits * 2 + levels[pin], 0);
global.digitalWrite = () => {};
global.setWatch = (callback, pin, options) => {
  watches[pin] = { run: callback, debounce: options.debounce, stable: false, timer: 0 };
  return pin;
};
global.g = Graphics.createArrayBuffer(128, 64, 1, { msb: true });
g.flip = () => {
  print('F ' + nowMs + ' ' + btoa(E.toString(g.buffer)));
};
global.NRF = {
  setServices: () => {},
  updateServices: () => {},
  setAdvertising: () => {},
  setScanResponse: () => {},
  disconnect: () => {},
  on: () => {},
};
global.Pixl = { setContrast: () => {} };
E.setConsole = () => {};
E.enableWatchdog = () => {};
E.kickWatchdog = () => {};
E.getBattery = () => 100;
E.reboot = () => {
  restarts++;
};
E.hwRand = () => {
  randomState = (randomState * 75 + 74) % 65537;
  return randomState * 65535;
};
// as the simulated board has it: the staff menu shows it
process.env = { VERSION: '2v29', BOARD: process.env.BOARD };
process.on = (event, callback) => {
  onUncaught = callback;
};
function call(callback, argument) {
  try {
    callback(argument);
  } catch (error) {
    print('X ' + nowMs + ' ' + error + ' ' + (error.stack || ''));
    if (onUncaught) onUncaught(error);
  }
}
function advanceTo(ms) {
  for (;;) {
    var next;
    timers.forEach((timer) => {
      if (timer.at <= ms && (!next || timer.at < next.at || (timer.at == next.at && timer.id < next.id)))
        next = timer;
    });
    if (!next) break;
    nowMs = next.at;
    if (next.period) next.at += next.period;
    else clearTimeout(next.id);
    call(next.run);
    next = undefined;
  }
  nowMs = ms;
}
function setKey(key, isDown) {
  var watch = watches[key];
  levels[key] = isDown ? 1 : 0;
  if (!watch) return;
  if (watch.timer) clearTimeout(watch.timer);
  watch.timer = setTimeout(() => {
    watch.timer = 0;
    if (watch.stable == isDown) return;
    watch.stable = isDown;
    watch.run({ state: isDown, time: nowMs / 1000, pin: key });
  }, watch.debounce);
}
