import { LEDGER_PIECE } from '../../firmware/simulator/ledger-place';
import { CompanionError } from '../errors';
import { type Console, type DeviceFlash, hashOf, PAGE_BYTES } from './device-flash';
import { eraseAfterLedger } from './erase-after-ledger';
import type { UpdateImage } from './update-image';

const BOOT_NAME = '.boot0';
/** What a device takes at once for sure; whole words. */
const CHUNK_BYTES = 480;
/** The boot file goes first: from then on a start leaves the interpreter open. Timers of the firmware end with it. */
const TAKE_APART =
  '(function(s){s.erase(".boot0");s.list().forEach(function(n){if(n!="ledger")s.erase(n)});clearInterval()})(require("Storage"))';
/**
 * The record of `maintain` is in the ledger, which stays as it is: the time that it grants is let pass, so that the
 * kiosk starts locked. Espruino keeps its time over a restart.
 */
const RESTART = 'setTimeout(function(){setTime(getTime()+300);E.reboot()},500)';

/**
 * Writes a version to a kiosk whose interpreter listens: everything behind the ledger is erased and written, `.boot0`
 * last, and the kiosk started. Whatever is cut anywhere, the next call on the same device does all of it again.
 *
 * @param onProgress  told how many of all bytes are there
 * @throws CompanionError `update-failed`, `update-layout`, `flash-lost`
 */
export async function updateDevice(
  console: Console,
  flash: DeviceFlash,
  image: UpdateImage,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const total = image.bytes.length;
  await console.evaluate(TAKE_APART);
  await console.evaluate(`!!(E.ledger=${ledgerHash(flash.base)})`);
  onProgress(0, total);
  await eraseAfterLedger(flash, image.plan);
  for (let at = 0; at < total; at += CHUNK_BYTES) {
    await flash.write(image.plan.fromByte + at, image.bytes.subarray(at, at + CHUNK_BYTES));
    onProgress(Math.min(at + CHUNK_BYTES, total), total);
  }
  for (const { name, offset, bytes } of image.files) {
    const isBoot = name === BOOT_NAME;
    const hash = isBoot ? await flash.hash(offset, bytes.length) : await hashFile(console, name);
    if (hash !== hashOf(bytes)) throw new CompanionError('update-failed', `The file ${name}.`);
  }
  if ((await console.evaluate(`E.ledger==${ledgerHash(flash.base)}`)) !== true)
    throw new CompanionError('update-failed', 'The ledger.');
  await flash.write(image.bootName.offset, image.bootName.bytes);
  const boot = image.files.find(({ name }) => name === BOOT_NAME);
  if (!boot || (await hashFile(console, BOOT_NAME)) !== hashOf(boot.bytes))
    throw new CompanionError('update-failed', `The file ${BOOT_NAME}.`);
  // answered before it restarts: whoever hangs up at once takes what is not sent yet with him
  await console.evaluate(RESTART).catch(() => undefined);
}

/** The hash of a file as the device's Storage finds it. */
async function hashFile(console: Console, name: string): Promise<unknown> {
  return console.evaluate(
    `btoa(require("crypto").SHA1(require("Storage").read(${JSON.stringify(name)})||""))`,
  );
}

/**
 * The ledger's hash stays on the device and is compared there: on the air, whoever listens could try counts until it
 * fits.
 */
function ledgerHash(base: number): string {
  const pages = LEDGER_PIECE.length / PAGE_BYTES;
  return (
    '(function(f,h,t){' +
    `for(var i=0;i<${pages};i++)t+=btoa(h(f.read(${PAGE_BYTES},${base}+i*${PAGE_BYTES})));return t` +
    '})(require("Flash"),require("crypto").SHA1,"")'
  );
}
