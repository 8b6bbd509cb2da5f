import type { FlashPort } from '../ledger/records';

/** The flash from `base` on, as the ledger uses it. */
export function flashFrom(base: number): FlashPort {
  const flash = require('Flash');
  return {
    read: (offset, length) => flash.read(length, base + offset),
    write: (offset, bytes) => flash.write(bytes, base + offset),
    erase: (offset) => flash.erasePage(base + offset),
    crc32: (bytes) => E.CRC32(bytes),
  };
}
