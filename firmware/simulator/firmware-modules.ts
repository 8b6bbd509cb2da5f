import { byteNatives } from './byte-natives';
import { type ByteSource, byteString, toBytes } from './bytes';
import { crc32 } from './crc32';
import type { Hardware, Natives } from './hardware';
import type { Interpreter } from './interpreter';
import { sha1 } from './sha1';
import { BoardFault, ChipReset } from './signals';
import { listFiles } from './storage-image';

/** The object `E`. */
export function espruinoNatives(interpreter: Interpreter, hardware: Hardware): Natives {
  const { watchdog } = hardware;
  return {
    ...byteNatives,
    CRC32: (data: ByteSource) => {
      if (Array.isArray(data) && data.some((piece) => typeof piece !== 'number')) {
        throw new BoardFault('E.CRC32 does not look into pieces: it takes each for one number');
      }
      return crc32(toBytes(data));
    },
    toString: (...pieces: ByteSource[]) => byteString(toBytes(pieces)),
    hwRand: () => hardware.random() | 0,
    reboot: () => {
      throw new ChipReset('E.reboot');
    },
    enableWatchdog: (timeoutS: number, isAuto = true) => {
      watchdog.start(timeoutS * 1000, isAuto, hardware.nowMs());
    },
    kickWatchdog: () => watchdog.kick(hardware.nowMs()),
    getErrorFlags: () => {
      const flags = [...interpreter.errorFlags];
      interpreter.errorFlags.clear();
      return flags;
    },
    getBattery: () => hardware.batteryPercent,
    setConsole: (device: unknown) => {
      hardware.isConsoleOff = device === null;
    },
  };
}

/** The object `NRF`. */
export function radioNatives({ radio }: Interpreter): Natives {
  return {
    setServices: radio.setServices.bind(radio),
    updateServices: radio.updateServices.bind(radio),
    setAdvertising: radio.setAdvertising.bind(radio),
    setScanResponse: radio.setScanResponse.bind(radio),
    disconnect: radio.disconnect.bind(radio),
    on: radio.on.bind(radio),
  };
}

/** What `require` gives: Storage, Flash and crypto. */
export function moduleNatives({ chip, reader, flashBase }: Hardware): Record<string, Natives> {
  return {
    Storage: {
      read: (name: string, offset?: number, length?: number) => reader.read(name, offset, length),
      list: () => listFiles(chip.bytes).map((file) => file.name),
    },
    Flash: {
      read: (length: number, address: number) => {
        if (length <= 0) return undefined;
        const from = address - flashBase;
        if (from < 0 || from + length > chip.bytes.length) throw new BoardFault('Read outside the flash');
        return chip.bytes.slice(from, from + length);
      },
      write: (data: ByteSource | undefined, address: number) => {
        if (data === undefined) throw new Error('Data is not defined');
        chip.write(toBytes(data), address - flashBase);
      },
      erasePage: (address: number) => {
        if (!Number.isInteger(address)) {
          throw new Error(
            `Address should be an integer, got ${typeof address === 'number' ? 'Number' : 'String'}`,
          );
        }
        chip.erasePage(address - flashBase);
      },
      getFree: () => [{ addr: flashBase, length: chip.bytes.length }],
    },
    crypto: { SHA1: (data: ByteSource) => sha1(toBytes(data)).buffer },
  };
}
