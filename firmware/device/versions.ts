import { storage } from './storage';

/** Espruino's version: the major number in the low byte, the minor one above it. */
export function interpreterVersion(): number {
  const parts = process.env.VERSION.split('v');
  return +(parts[0] as string) | (parseInt(parts[1] as string) << 8);
}

/** Espruino's version in its own words. */
export function interpreterName(): string {
  return process.env.VERSION;
}

/** CRC-32 of the firmware bundle in flash. */
export function bundleCrc(): number {
  return E.CRC32(storage.read('app') || '');
}
