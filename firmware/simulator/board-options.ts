import { BOARD_KINDS, type BoardName } from './board-kinds';
import type { FlashChip } from './flash-chip';
import type { Hardware } from './hardware';
import { StorageReader } from './storage-reader';
import { Watchdog } from './watchdog';

/** How to make a board. */
export interface BoardOptions {
  board: BoardName;
  /** Storage as it is before the first power-on, used in place; left out: erased */
  flash?: Uint8Array;
  /** address of the first byte of flash; left out: that of the board */
  flashBase?: number;
  /** 32 random bits a call */
  random: () => number;
  /** what getTime() counts from at every power-on, in milliseconds since 1970; left out: 0, as on a device without a clock */
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
  world: Pick<Hardware, 'nowMs' | 'getTime' | 'setTime' | 'isDown'>,
): Hardware {
  const kind = BOARD_KINDS[options.board];
  const free = options.freeVariables ?? 2000;
  return {
    ...world,
    kind,
    chip,
    reader: new StorageReader(chip),
    watchdog: new Watchdog(),
    flashBase: options.flashBase ?? kind.flashBase,
    version: options.version ?? '2v29',
    memory: { free, usage: kind.variables - free, total: kind.variables },
    batteryPercent: options.batteryPercent ?? 100,
    isBacklightOn: false,
    contrast: 0.5,
    isConsoleOff: false,
    bangleOptions: {},
    random: options.random,
  };
}
