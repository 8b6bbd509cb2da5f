import { BANGLEJS2_STORAGE, PIXLJS_STORAGE, type StorageRegion } from '../../firmware/build/image';
import { BOARD_KINDS, type BoardName } from '../../firmware/simulator/board-kinds';
import { CompanionError } from '../errors';

/** What a kind of board takes. */
export interface FlashBoard {
  readonly name: BoardName;
  /** what `process.env.BOARD` says on it */
  readonly espruinoName: string;
  /** how its own name begins as long as nobody changed it */
  readonly radioName: string;
  readonly region: StorageRegion;
  /** how many languages are flashed together at most */
  readonly languagesMax: number;
}

/** Every kind of board that there is firmware for. */
export const flashBoards: readonly FlashBoard[] = [
  {
    name: 'pixljs',
    espruinoName: BOARD_KINDS.pixljs.espruinoName,
    radioName: 'Pixl.js',
    region: PIXLJS_STORAGE,
    languagesMax: 2,
  },
  {
    name: 'banglejs2',
    espruinoName: BOARD_KINDS.banglejs2.espruinoName,
    radioName: 'Bangle.js',
    region: BANGLEJS2_STORAGE,
    languagesMax: 4,
  },
];

/** The board of that name. Throws CompanionError `flash-board`. */
export function boardNamed(name: string): FlashBoard {
  const board = flashBoards.find((known) => known.name === name);
  if (!board) throw new CompanionError('flash-board', flashBoards.map((known) => known.name).join(', '));
  return board;
}
