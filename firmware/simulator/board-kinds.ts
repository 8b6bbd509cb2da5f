import { BANGLEJS2_FLASH_BYTES, PIXLJS_FLASH_BYTES } from './flash-chip';
import { BANGLEJS2_SCREEN, PIXLJS_SCREEN, type ScreenSize } from './frame';
import { SIDE_BUTTON } from './watches';

/** The boards that can be simulated, as `dist/firmware` names their folders. */
export type BoardName = 'pixljs' | 'banglejs2';

/** What differs from board to board. */
export interface BoardKind {
  /** what `process.env.BOARD` says */
  readonly espruinoName: string;
  /** how it is called over the air before firmware says otherwise; the digits are the end of its address */
  readonly factoryName: string;
  readonly screen: ScreenSize;
  /** the number that Graphics has for a dark pixel */
  readonly darkColor: number;
  /** true: keys are areas of a touch screen, and there is one button at its side */
  readonly hasTouch: boolean;
  /** what is pressed together to wipe a run at once */
  readonly wipeButtons: readonly number[];
  readonly flashBytes: number;
  /** address of the first byte of Storage */
  readonly flashBase: number;
  readonly variables: number;
  /** longest message of the attribute protocol, in bytes (Bluetooth Core, Volume 3, Part F, 3.2.8) */
  readonly attMtu: number;
}

/** Source: Espruino 2v29, `boards/PIXLJS.py` and `boards/BANGLEJS2.py`. */
export const BOARD_KINDS: Readonly<Record<BoardName, BoardKind>> = {
  pixljs: {
    espruinoName: 'PIXLJS',
    factoryName: 'Pixl.js 0000',
    screen: PIXLJS_SCREEN,
    darkColor: 1,
    hasTouch: false,
    wipeButtons: [1, 4],
    flashBytes: PIXLJS_FLASH_BYTES,
    flashBase: 0x6d000,
    variables: 2950,
    attMtu: 53,
  },
  banglejs2: {
    espruinoName: 'BANGLEJS2',
    factoryName: 'Bangle.js 0000',
    screen: BANGLEJS2_SCREEN,
    darkColor: 0,
    hasTouch: true,
    wipeButtons: [SIDE_BUTTON],
    flashBytes: BANGLEJS2_FLASH_BYTES,
    flashBase: 0x60000000,
    variables: 12000,
    attMtu: 131,
  },
};
