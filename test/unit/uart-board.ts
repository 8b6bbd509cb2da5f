import { UART_UUID } from '../../companion/flash/uart-wire';
import { readAdvertBytes } from '../../companion/link/advert-bytes';
import type { Link, LinkCharacteristic, LinkDevice } from '../../companion/link/port';
import { simulatedDevice } from '../../companion/link/simulated';
import type { Board } from '../../firmware/simulator/board';
import { Console } from '../../firmware/simulator/console';
import type { VirtualTime } from '../radio/virtual-time';

const ADVERT_MS = 400;
const STEP_MS = 10;
const NOTIFY_BYTES = 50;

/** A simulated board in reach, whose UART is a console as long as it is open. */
export interface UartBoard {
  readonly id: string;
  readonly board: Board;
  readonly device: LinkDevice;
  /** Lets the board's time pass up to now. */
  catchUp(): void;
  /** Called with every piece that is written to the UART; false: the link breaks instead. */
  onWrite: (bytes: Uint8Array) => boolean;
  /** What is typed, as the board gets to see it. */
  change: (typed: string) => string;
}

/** A board that is on, and the radio of somebody who can reach its UART and, once it is a kiosk, its service. */
export function makeUartBoard(time: VirtualTime, id: string, board: Board): UartBoard {
  let seenAtMs = time.nowMs;
  const catchUp = (): void => {
    board.advance(time.nowMs - seenAtMs);
    seenAtMs = time.nowMs;
  };
  const pass = async (): Promise<void> => {
    await time.timer.wait(STEP_MS);
    catchUp();
  };
  const kiosk = simulatedDevice({ id, board, pass });
  let value: DataView | undefined;
  let tell = (): void => undefined;
  const send = (bytes: Uint8Array): void => {
    for (let at = 0; at < bytes.length; at += NOTIFY_BYTES) {
      const piece = bytes.slice(at, at + NOTIFY_BYTES);
      time.after(STEP_MS, () => {
        if (!kiosk.gatt.connected) return;
        value = new DataView(piece.buffer);
        tell();
      });
    }
  };
  const uart = new Console(
    (typed) => board.evaluate(made.change(typed)),
    send,
    () => time.nowMs,
  );
  const write = async (bytes: Uint8Array): Promise<void> => {
    await pass();
    if (!kiosk.gatt.connected) throw new Error('Not connected');
    if (made.onWrite(bytes)) uart.take(bytes);
    else kiosk.gatt.disconnect();
  };
  const characteristic: LinkCharacteristic = {
    get value() {
      return value;
    },
    readValue: async () => new DataView(new ArrayBuffer(0)),
    writeValueWithResponse: write,
    writeValueWithoutResponse: write,
    startNotifications: pass,
    addEventListener: (_event, listener) => {
      tell = listener;
    },
  };
  const made: UartBoard = {
    id,
    board,
    catchUp,
    onWrite: () => true,
    change: (typed) => typed,
    device: {
      ...kiosk,
      gatt: {
        get connected() {
          return kiosk.gatt.connected;
        },
        async connect() {
          await pass();
          return kiosk.gatt.connect();
        },
        disconnect: () => kiosk.gatt.disconnect(),
        async getPrimaryService(uuid) {
          if (uuid !== UART_UUID) return kiosk.gatt.getPrimaryService(uuid);
          if (!board.isUartOn) throw new Error('No such service');
          return { getCharacteristic: async () => characteristic };
        },
      },
    },
  };
  return made;
}

/** The radio around which these boards are. */
export function linkAmong(time: VirtualTime, boards: readonly UartBoard[]): Link {
  return {
    async watchAdverts(onAdvert) {
      let stop = (): void => undefined;
      const advertise = (): void => {
        for (const { id, board, catchUp } of boards) {
          catchUp();
          const { advert } = board;
          if (advert)
            onAdvert({ ...readAdvertBytes(id, [...advert.packets, advert.scanResponse]), rssi: -50 });
        }
        stop = time.after(ADVERT_MS, advertise);
      };
      advertise();
      return () => stop();
    },
    findDevice: async (deviceId) => boards.find(({ id }) => id === deviceId)?.device,
  };
}
