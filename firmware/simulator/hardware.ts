import type { BoardKind } from './board-kinds';
import type { FlashChip } from './flash-chip';
import type { StorageReader } from './storage-reader';
import type { Watchdog } from './watchdog';

/** What the firmware can reach of the board besides its interpreter. */
export interface Hardware {
  readonly kind: BoardKind;
  readonly chip: FlashChip;
  readonly reader: StorageReader;
  readonly watchdog: Watchdog;
  /** address of the first byte of flash */
  readonly flashBase: number;
  /** version of Espruino that `process.env` names */
  readonly version: string;
  /** what process.memory() says, in variables; the simulated board does not count them */
  memory: { free: number; usage: number; total: number };
  batteryPercent: number;
  isBacklightOn: boolean;
  contrast: number;
  isConsoleOff: boolean;
  /** what Bangle.setOptions was told */
  readonly bangleOptions: Record<string, unknown>;
  /** 32 random bits */
  random(): number;
  nowMs(): number;
  /** seconds as getTime() gives them */
  getTime(): number;
  setTime(seconds: number): void;
  isDown(button: number): boolean;
}

/** Native functions by the name under which the firmware calls them. */
export type Natives = Record<string, (...args: never[]) => unknown>;
