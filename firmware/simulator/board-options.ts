import type { FlashChip } from './flash-chip';
import type { Hardware } from './hardware';
import { StorageReader } from './storage-reader';
import { Watchdog } from './watchdog';

/** Where Storage begins on a Pixl.js. */
const PIXLJS_FLASH_BASE = 0x6d000;
const PIXLJS_VARIABLES = 2950;

/** How to make a board. */
export interface BoardOptions {
  board: 'pixljs';
  /** Storage as it is before the first power-on, used in place; left out: erased */
  flash?: Uint8Array;
  /** address of the first byte of flash; left out: that of a Pixl.js */
  flashBase?: number;
  /** 32 random bits a call */
  random: () => number;
  /** what getTime() counts from at every start, in milliseconds since 1970; left out: 0, as on a device without a clock */
  startTimeMs?: number;
  batteryPercent?: number;
  /** what process.memory() says is free, in variables */
  freeVariables?: number;
  version?: string;
}

/** The hardware of a new board as the firmware sees it. */
export function createHardware(
  options: BoardOptions,
  chip: FlashChip,
  world: Pick<Hardware, 'nowMs' | 'getTime' | 'isDown'>,
): Hardware {
  const free = options.freeVariables ?? 2000;
  return {
    ...world,
    chip,
    reader: new StorageReader(chip),
    watchdog: new Watchdog(),
    flashBase: options.flashBase ?? PIXLJS_FLASH_BASE,
    version: options.version ?? '2v29',
    memory: { free, usage: PIXLJS_VARIABLES - free, total: PIXLJS_VARIABLES },
    batteryPercent: options.batteryPercent ?? 100,
    isBacklightOn: false,
    contrast: 0.5,
    isConsoleOff: false,
    random: options.random,
  };
}
