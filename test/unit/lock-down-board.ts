import { readFileSync } from 'node:fs';
import { createSimulatedLink } from '../../companion/link/simulated';
import { commonSyncDeps } from '../../companion/simulation/simulated-sync';
import { startConversation } from '../../companion/sync/conversation';
import { openSession, type Session } from '../../companion/sync/session';
import { boardTimer } from '../../companion/sync/timer';
import { type Board, createBoard } from '../../firmware/simulator/board';
import type { BoardName } from '../../firmware/simulator/board-kinds';
import { commission } from '../../firmware/simulator/commission';
import { tellMaintain } from '../../shared/wire/requests';

const ID = Uint8Array.from({ length: 8 }, (_, index) => 0xa0 + index);
export const KIOSK_ID = Buffer.from(ID).toString('hex');
export const KEY = Uint8Array.from({ length: 16 }, (_, index) => index + 1);

/** A kiosk as it was flashed, off. */
export function makeKiosk(name: BoardName = 'pixljs'): Board {
  const image = new Uint8Array(readFileSync(`dist/firmware/${name}/image.bin`));
  return createBoard({ board: name, flash: commission(image, ID, KEY), random: () => 0x12345678 });
}

/** Every text on the screen. */
export function wordsOf(board: Board): string {
  return board.words.map(({ text }) => text).join('|');
}

export function powerOnWith(board: Board, buttons: readonly number[], heldMs: number): void {
  for (const button of buttons) board.press(button);
  board.powerOn();
  board.advance(heldMs);
  for (const button of buttons) board.release(button);
  board.advance(500);
}

/** A kiosk whose maintenance screen is shown. */
export function inMaintenance(board = makeKiosk()): Board {
  powerOnWith(board, [2, 3], 3500);
  return board;
}

/** Sends the sealed command. The link stays open. */
export async function tellOverLink(board: Board, key = KEY): Promise<{ session: Session; close(): void }> {
  const timer = boardTimer(board);
  const link = createSimulatedLink([{ id: 'x', board, pass: () => board.advance(20) }]);
  const device = await link.findDevice('x');
  if (!device) throw new Error('The board is not there');
  const conversation = await startConversation(device, timer, 1);
  try {
    const { makeNonce } = commonSyncDeps({ find: () => key, add: () => undefined });
    const session = await openSession(conversation, { timer, makeNonce, findKey: () => key });
    await session.tell(tellMaintain());
    return { session, close: conversation.close };
  } catch (error) {
    conversation.close();
    throw error;
  }
}

/** Sends the sealed command and hangs up. */
export async function tellToMaintain(board: Board, key = KEY): Promise<void> {
  (await tellOverLink(board, key)).close();
}

/** Starts that are over within the minute. */
export function startBadly(board: Board, times: number): void {
  for (let start = 0; start < times; start++) {
    board.powerOn();
    board.advance(59_000);
    board.powerOff();
  }
}
