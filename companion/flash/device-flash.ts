import { createHash } from 'node:crypto';
import { textOf } from '../../shared/wire/text';
import { CompanionError } from '../errors';
import { crc32Of } from '../sync/hash';
import type { Uploader } from './uploader';

/** What of an uploader changes a device's flash. */
export type Console = Pick<Uploader, 'evaluate'>;

/** A device's flash from Storage's first byte on. Every call throws CompanionError `flash-lost` when the link goes. */
export interface DeviceFlash {
  /** address of Storage's first byte */
  readonly base: number;
  read(offset: number, length: number): Promise<Uint8Array>;
  /** The SHA-1 of a piece, in Base64; the piece itself does not leave the device. */
  hash(offset: number, length: number): Promise<string>;
  /** Clears the bits that are 0 in `bytes`, whole words. Throws `update-failed` unless exactly these stand there then. */
  write(offset: number, bytes: Uint8Array): Promise<void>;
  /** Throws `update-failed` unless the page is blank then. */
  erasePage(offset: number): Promise<void>;
}

export const PAGE_BYTES = 4096;
const BLANK_PAGE_HASH = hashOf(new Uint8Array(PAGE_BYTES).fill(0xff));

/** SHA-1 in Base64, as the device says it. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('base64');
}

/**
 * The flash of a device, changed by commands typed into its interpreter: each is whole in itself and runs from memory,
 * so nothing of the firmware is needed, and a link that is lost leaves nothing behind but what was done.
 *
 * @param base  address of Storage's first byte
 */
export function openDeviceFlash(console: Console, base: number): DeviceFlash {
  const hash = async (offset: number, length: number): Promise<string> =>
    String(
      await console.evaluate(
        `btoa(require("crypto").SHA1(require("Flash").read(${length},${base + offset})))`,
      ),
    );
  return {
    base,
    async read(offset, length) {
      const text = await console.evaluate(`btoa(require("Flash").read(${length},${base + offset}))`);
      return new Uint8Array(Buffer.from(String(text), 'base64'));
    },
    hash,
    async write(offset, bytes) {
      const data = `atob("${Buffer.from(bytes).toString('base64')}")`;
      const found = await console.evaluate(
        `(function(f,d,a){f.write(d,a);return E.CRC32(f.read(d.length,a))})(require("Flash"),${data},${base + offset})`,
      );
      if (found !== crc32Of(textOf(bytes))) throw new CompanionError('update-failed', `At ${offset}.`);
    },
    async erasePage(offset) {
      await console.evaluate(`require("Flash").erasePage(${base + offset})`);
      if ((await hash(offset, PAGE_BYTES)) !== BLANK_PAGE_HASH)
        throw new CompanionError('update-failed', `Page ${offset / PAGE_BYTES}.`);
    },
  };
}
