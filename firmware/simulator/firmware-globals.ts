import { evaluateScript } from './evaluate';
import { espruinoNatives, moduleNatives, radioNatives } from './firmware-modules';
import type { Hardware, Natives } from './hardware';
import type { Interpreter } from './interpreter';
import type { TouchListener } from './touch-screen';
import { SIDE_BUTTON, type WatchEvent, type WatchOptions } from './watches';

interface Pin {
  /** 1 to 4, the side button, or 0 for the backlight */
  readonly button: number;
}

/** The globals that `firmware/espruino.d.ts` declares, and no others. */
export function buildGlobals(interpreter: Interpreter, hardware: Hardware): ReadonlyMap<string, unknown> {
  const guard = (natives: Natives): Natives =>
    Object.fromEntries(Object.entries(natives).map(([name, work]) => [name, interpreter.native(work)]));
  const modules = new Map(
    Object.entries(moduleNatives(hardware)).map(([name, natives]) => [name, guard(natives)]),
  );
  const globals = new Map<string, unknown>([
    ...Object.entries(guard(timerNatives(interpreter))),
    ...Object.entries(guard(pinNatives(interpreter, hardware))),
    ['getTime', () => hardware.getTime()],
    ['g', interpreter.graphics],
    ['E', guard(espruinoNatives(interpreter, hardware))],
    ['NRF', guard(radioNatives(interpreter))],
    ...(hardware.kind.hasTouch
      ? [
          ['Bangle', guard(bangleNatives(interpreter, hardware))] as const,
          ['BTN1', { button: SIDE_BUTTON }] as const,
        ]
      : [
          ['Pixl', guard(displayNatives(hardware))] as const,
          ...[1, 2, 3, 4].map((button): [string, Pin] => [`BTN${button}`, { button }]),
          ['LED1', { button: 0 }] as const,
        ]),
    ['process', processObject(interpreter, hardware)],
  ]);
  globals.set('require', (name: string) => {
    const found = modules.get(name);
    if (!found) throw new Error(`Module "${name}" not found`);
    return found;
  });
  globals.set('eval', (source: string) => evaluateScript(source, globals));
  return globals;
}

function timerNatives({ timers }: Interpreter): Natives {
  return {
    setTimeout: (callback: () => void, delayMs: number) => timers.start(callback, delayMs, false),
    setInterval: (callback: () => void, periodMs: number) => timers.start(callback, periodMs, true),
    clearTimeout: (...ids: unknown[]) => timers.clear('Timeout', ids),
    clearInterval: (...ids: unknown[]) => timers.clear('Interval', ids),
  };
}

function pinNatives({ watches }: Interpreter, hardware: Hardware): Natives {
  const levelOf = ({ button }: Pin): number =>
    Number(button ? hardware.isDown(button) : hardware.isBacklightOn);
  return {
    digitalRead: (pins: Pin | Pin[]) => [pins].flat().reduce((bits, pin) => bits * 2 + levelOf(pin), 0),
    digitalWrite: (pin: Pin, value: unknown) => {
      if (pin.button === 0) hardware.isBacklightOn = Boolean(value);
    },
    setWatch: (callback: (event: WatchEvent & { pin: Pin }) => void, pin: Pin, options: WatchOptions = {}) =>
      watches.add(
        typeof callback === 'function' ? (event) => callback({ ...event, pin }) : callback, // `add` refuses it
        pin.button,
        options,
        hardware.isDown(pin.button),
      ),
    clearWatch: (...ids: unknown[]) => watches.clear(ids),
  };
}

function displayNatives(hardware: Hardware): Natives {
  return {
    setContrast: (contrast: number) => {
      hardware.contrast = contrast;
    },
  };
}

function bangleNatives({ touch }: Interpreter, hardware: Hardware): Natives {
  return {
    on: (event: string, listener: TouchListener) => touch.on(event, listener),
    setLCDTimeout: (seconds: number) => touch.setTimeout(seconds),
    setLCDPower: (isOn: unknown) => {
      hardware.isBacklightOn = Boolean(isOn);
    },
    setOptions: (options: object) => Object.assign(hardware.bangleOptions, options),
  };
}

function processObject(interpreter: Interpreter, hardware: Hardware): Record<string, unknown> {
  return {
    memory: () => ({ ...hardware.memory }),
    env: { VERSION: hardware.version, BOARD: hardware.kind.espruinoName },
    on: (event: string, callback: (error: unknown) => void) => {
      if (event === 'uncaughtException') interpreter.handlers.push(callback);
    },
  };
}
