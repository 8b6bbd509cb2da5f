import type { Board } from '../../firmware/simulator/board';
import { Console } from '../../firmware/simulator/console';
import { putOnAir } from './kiosk-on-air';
import { putUartOnAir } from './uart-on-air';
import type { VirtualAir } from './virtual-air';

const LOOK_MS = 200;

/** A board that is switched on, over its starts: with its UART as long as that is open, and as a kiosk afterwards. */
export async function putBoardOnAir(air: VirtualAir, board: Board, address: string): Promise<() => void> {
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
  let leave = uart.leave;
  const look = async (): Promise<void> => {
    catchUp();
    if (board.isUartOn || board.state !== 'running') return void air.time.after(LOOK_MS, look);
    leave();
    ({ leave } = await putOnAir(air, board, address));
  };
  air.time.after(LOOK_MS, look);
  return () => leave();
}
