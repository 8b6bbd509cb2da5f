/** A commissioned kiosk without screen on the simulated board, its radio and ledger being the firmware's own. */
import { fileURLToPath } from 'node:url';
import { type OutputOptions, rollup } from 'rollup';
import type { SimulatedPeer } from '../../companion/link/simulated';
import { boardTimer, type SyncTimer } from '../../companion/sync/timer';
import { bundleDevice } from '../../firmware/build/bundle-device';
import { type Board, createBoard } from '../../firmware/simulator/board';
import { commission } from '../../firmware/simulator/commission';
import { PAGE_BYTES } from '../../firmware/simulator/flash-chip';
import { makeFlash } from './ledger-flash';

const STORAGE_BYTES = 36_864;
const EXCHANGE_MS = 20;

let bundle: Promise<string> | undefined;

async function buildFirmware(): Promise<string> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const input = `${root}test/unit/link-firmware.js`;
  const { output, ...options } = bundleDevice({ root, input, board: 'pixljs', file: 'unused' });
  const { output: chunks } = await (await rollup(options)).generate(output as OutputOptions);
  return chunks[0].code;
}

/** A kiosk that is switched on; `random` gives 32 bits a call. */
export interface LinkKiosk {
  readonly board: Board;
  readonly peer: SimulatedPeer;
  readonly timer: SyncTimer;
  /** Closes one more sheet, of `checks` checks; a long one holds more than fits into 76 bytes. */
  closeSheet(checks?: number, isLong?: boolean): void;
  /** Closes one more sheet, of what no kiosk can have counted. */
  closeImpossibleSheet(): void;
  /** Its flash goes back to an earlier copy, or its ledger starts empty; then it is switched on. */
  startFrom(flash: Uint8Array | 'empty'): void;
  takeSample(): void;
}

export const KEY = Uint8Array.from({ length: 16 }, (_, index) => index * 7 + 1);
export const KIOSK_ID = Uint8Array.from([0xc0, 0x01, 0, 1, 2, 3, 4, 5]);

/** Sets up a kiosk; `key` null leaves it as the build makes it, without id and key. */
export async function makeLinkKiosk(random: () => number, key: Uint8Array | null = KEY): Promise<LinkKiosk> {
  bundle ??= buildFirmware();
  const code = await bundle;
  const flash = new Uint8Array(STORAGE_BYTES).fill(0xff);
  flash.set(makeFlash());
  const board = createBoard({
    board: 'pixljs',
    flash: key ? commission(flash, KIOSK_ID, key) : flash,
    random,
  });
  board.storage.write('.boot0', code);
  board.powerOn();
  board.advance(1000);
  const press = (button: number): void => {
    board.press(button);
    board.advance(60);
    board.release(button);
    board.advance(60);
  };
  return {
    board,
    peer: { id: 'kiosk', board, pass: () => board.advance(EXCHANGE_MS) },
    timer: boardTimer(board),
    takeSample: () => press(4),
    closeImpossibleSheet() {
      board.press(3);
      for (let check = 0; check < 5; check++) press(1);
      board.release(3);
      press(2);
    },
    startFrom(earlier) {
      board.powerOff();
      if (earlier === 'empty') board.flash.fill(0xff, PAGE_BYTES, 3 * PAGE_BYTES);
      else board.flash.set(earlier);
      board.chip.wordWrites.fill(0); // whoever puts other contents there erases first
      board.powerOn();
      board.advance(1000);
    },
    closeSheet(checks = 5, isLong = false) {
      if (isLong) press(3);
      for (let check = 0; check < checks; check++) press(1);
      press(2);
    },
  };
}
