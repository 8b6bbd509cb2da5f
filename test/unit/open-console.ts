import type { Console } from '../../companion/flash/device-flash';
import { crc32 } from '../../firmware/simulator/crc32';
import { evaluateScript } from '../../firmware/simulator/evaluate';
import { FlashChip } from '../../firmware/simulator/flash-chip';
import { sha1 } from '../../firmware/simulator/sha1';
import { PowerCut } from '../../firmware/simulator/signals';
import { Storage } from '../../firmware/simulator/storage';

/** What whoever types needs besides the firmware's own globals, on a Pixl.js whose interpreter listens. */
export interface OpenConsole extends Console {
  readonly chip: FlashChip;
  batteryPercent: number;
  /** seconds that its clock was moved on, and whether it was told to restart */
  movedS: number;
  isRestarted: boolean;
  /** the link is lost before the n-th command from now */
  loseAfter(commands: number): void;
}

const BASE = 0x6d000;

/** An interpreter that listens, over this flash. A power cut of the chip loses the link. */
export function openConsole(flash: Uint8Array, chip = new FlashChip(flash)): OpenConsole {
  const storage = new Storage(chip, (line) => {
    throw new Error(line); // it never compacts
  });
  let commandsLeft = Number.POSITIVE_INFINITY;
  let isLost = false;
  const modules: Record<string, object> = {
    Flash: {
      read: (length: number, address: number) => chip.bytes.slice(address - BASE, address - BASE + length),
      write(data: Uint8Array | string, address: number) {
        const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data;
        if (address % 4 || bytes.length % 4) throw new Error('Unaligned');
        chip.write(bytes, address - BASE);
      },
      erasePage: (address: number) => chip.erasePage(address - BASE),
      getFree: () => [{ addr: 0, length: 0 }],
    },
    Storage: {
      list: () => storage.list(),
      read: (name: string) => storage.read(name),
      erase: (name: string) => storage.erase(name),
    },
    crypto: {
      SHA1: (data: Uint8Array | string) =>
        sha1(typeof data === 'string' ? new Uint8Array(Buffer.from(data, 'latin1')) : data).buffer,
    },
  };
  const device: OpenConsole = {
    chip,
    batteryPercent: 100,
    movedS: 0,
    isRestarted: false,
    loseAfter(commands) {
      commandsLeft = commands;
    },
    async evaluate(expression) {
      if (isLost || commandsLeft-- <= 0) throw new Error('The link is lost');
      try {
        const value = evaluateScript(expression, globals);
        return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
      } catch (error) {
        isLost ||= error instanceof PowerCut;
        throw error;
      }
    },
  };
  const globals = new Map<string, unknown>([
    ['require', (name: string) => modules[name]],
    ['process', { env: { VERSION: '2v29', BOARD: 'PIXLJS' } }],
    ['atob', (text: string) => Buffer.from(text, 'base64').toString('latin1')],
    [
      'btoa',
      (data: ArrayBuffer | Uint8Array) =>
        Buffer.from(data instanceof ArrayBuffer ? new Uint8Array(data) : data).toString('base64'),
    ],
    ['clearInterval', () => undefined],
    ['setTimeout', (task: () => void) => task()],
    ['getTime', () => 0],
    ['setTime', (seconds: number) => (device.movedS = seconds)],
    [
      'E',
      {
        CRC32: (data: Uint8Array) => crc32(data),
        getBattery: () => device.batteryPercent,
        reboot: () => {
          device.isRestarted = true;
        },
      },
    ],
  ]);
  return device;
}
