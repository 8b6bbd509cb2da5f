import type { Board } from '../../firmware/simulator/board';
import { Console } from '../../firmware/simulator/console';
import { putOnAir } from './kiosk-on-air';
import { putUartOnAir } from './uart-on-air';
import type { VirtualAir } from './virtual-air';

const LOOK_MS = 200;

/** What a board is on the air. */
interface Presence {
  leave(): void;
  /** Lets the board's time pass up to now. */
  catchUp(): void;
}

/** A board that is switched on, over its starts: with its UART as long as that is open, and as a kiosk otherwise. */
export async function putBoardOnAir(air: VirtualAir, board: Board, address: string): Promise<() => void> {
  let isKiosk = !board.isUartOn;

  async function enter(): Promise<Presence> {
    if (isKiosk) return putOnAir(air, board, address);
    let seenAtMs = air.time.nowMs;
    const catchUp = (): void => {
      board.advance(air.time.nowMs - seenAtMs);
      seenAtMs = air.time.nowMs;
    };
    const console = new Console(
      (text) => {
        catchUp();
        return board.evaluate(text);
      },
      (bytes) => uart.print(bytes),
      () => air.time.nowMs,
    );
    const { factoryName: name, attMtu } = board.kind;
    const uart = await putUartOnAir(air, { address, name, attMtu }, (bytes) => console.take(bytes));
    return { leave: uart.leave, catchUp };
  }

  let present = await enter();
  const look = async (): Promise<void> => {
    present.catchUp();
    if (board.state === 'running' && isKiosk === board.isUartOn) {
      present.leave();
      isKiosk = !board.isUartOn;
      present = await enter();
    }
    air.time.after(LOOK_MS, look);
  };
  air.time.after(LOOK_MS, look);
  return () => present.leave();
}
