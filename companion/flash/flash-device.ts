import { createHash } from 'node:crypto';
import { CompanionError } from '../errors';
import type { DeviceFile } from './device-files';
import type { Uploader } from './uploader';

/** The oldest Espruino that reads tokens and writes flash reliably. */
const VERSION_LEAST = 26;

/**
 * Writes every file to a device whose Storage is empty, verifies each by its hash, then starts it, which locks it.
 * `.boot0` comes last and only when everything before it is right: a device that was cut short stays open and empty
 * enough to begin anew.
 *
 * @param boardName  what the device must call itself; null: anything, for an interpreter on this machine
 * @param onProgress  told how many of all bytes are there
 * @throws CompanionError `flash-other-board`, `flash-old`, `flash-not-fresh`, `flash-wrong`, `flash-lost`
 */
export async function flashDevice(
  uploader: Uploader,
  files: readonly DeviceFile[],
  boardName: string | null,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  await checkDevice(uploader, boardName);
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  let done = 0;
  for (const { name, bytes } of files) {
    await uploader.sendFile(name, bytes, (sent) => onProgress(done + sent, total));
    await verify(uploader, name, bytes);
    done += bytes.length;
  }
  onProgress(total, total);
  for (const { name, bytes } of files) await verify(uploader, name, bytes);
  await uploader.type('setTimeout(E.reboot,200)');
}

async function checkDevice(uploader: Uploader, boardName: string | null): Promise<void> {
  const version = String(await uploader.evaluate('process.env.VERSION'));
  if (!(Number(version.split('v')[1]) >= VERSION_LEAST)) throw new CompanionError('flash-old', version);
  const found = String(await uploader.evaluate('process.env.BOARD'));
  if (boardName !== null && found !== boardName)
    throw new CompanionError('flash-other-board', `${boardName}, not ${found}`);
  const names = await uploader.evaluate('require("Storage").list()');
  if (!Array.isArray(names) || names.length > 0)
    throw new CompanionError('flash-not-fresh', Array.isArray(names) ? names.join(', ') : '');
}

async function verify(uploader: Uploader, name: string, bytes: Uint8Array): Promise<void> {
  const expression = `btoa(require("crypto").SHA1(require("Storage").read(${JSON.stringify(name)})))`;
  const hash = createHash('sha1').update(bytes).digest('base64');
  if ((await uploader.evaluate(expression)) !== hash) throw new CompanionError('flash-wrong', name);
}
