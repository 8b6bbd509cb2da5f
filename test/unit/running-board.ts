import { type Board, createBoard } from '../../firmware/simulator/board';
import type { BoardOptions } from '../../firmware/simulator/board-options';

/** Where `tell` in a test's firmware writes, one word a call. */
const TOLD_OFFSET = 8192;

const TELL = `var F=require("Flash"),at=0x6D000+${TOLD_OFFSET};while(F.read(1,at)[0]<255)at+=4;
function tell(n){F.write([n,0,0,0],at);at+=4}\n`;

/** A board, switched on, on which `source` runs as `.boot0`; `tell(n)` leaves a number from 0 to 254 for `toldBy`. */
export function runBoard(source: string, options: Partial<BoardOptions> = {}): Board {
  const board = boardWith(source, options);
  board.powerOn();
  return board;
}

/** The same board, still off. */
export function boardWith(source: string, options: Partial<BoardOptions> = {}): Board {
  const board = createBoard({ board: 'pixljs', random: () => 0x12345678, ...options });
  board.storage.write('.boot0', TELL + source);
  return board;
}

/** What the firmware told so far, over all its starts. */
export function toldBy(board: Board): number[] {
  const told: number[] = [];
  for (let at = TOLD_OFFSET; board.flash[at] !== 0xff; at += 4) told.push(board.flash[at] ?? 0);
  return told;
}
