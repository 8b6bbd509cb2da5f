/** Espruino's version: the major number in the low byte, the minor one above it. */
export function interpreterVersion(): number {
  const [major, minor] = process.env.VERSION.split('v');
  return Math.floor(+(major || 0)) | (Math.floor(+(minor || 0)) << 8);
}

/** CRC-32 of the firmware bundle in flash. */
export function bundleCrc(): number {
  return E.CRC32(require('Storage').read('app') || '');
}
