import { createHash } from 'node:crypto';
import { LEDGER_HEADER } from '../../firmware/simulator/ledger-place';
import { CompanionError } from '../errors';
import type { FlashBoard } from './boards';
import type { DeviceFile } from './device-files';
import type { Uploader } from './uploader';

/** Without a board: where the interpreter on Linux keeps Storage. */
const LINUX_BASE = 'require("Flash").getFree()[0].addr';

/**
 * Writes every file to a device whose Storage is empty and verifies each by its hash. The last one, `.boot0`, comes
 * only when everything before it is right and the ledger lies where the firmware looks for it: a device that was cut
 * short stays open, and everything can begin anew.
 *
 * @param board  null: an interpreter on this machine
 * @param beforeLast  what must be done before the device can become a kiosk
 * @param onProgress  told how many of all bytes are there
 * @throws CompanionError `flash-wrong`, `flash-lost`
 */
export async function flashDevice(
  uploader: Uploader,
  files: readonly DeviceFile[],
  board: FlashBoard | null,
  beforeLast: () => Promise<void>,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  let done = 0;
  for (const [index, { name, bytes }] of files.entries()) {
    if (index === files.length - 1) {
      for (const file of files.slice(0, -1)) await verify(uploader, file);
      await verifyPlace(uploader, board);
      await beforeLast();
    }
    await uploader.sendFile(name, bytes, (sent) => onProgress(done + sent, total));
    await verify(uploader, { name, bytes });
    done += bytes.length;
  }
}

/** Starts the device anew, which locks it. */
export async function startKiosk(uploader: Uploader): Promise<void> {
  await uploader.type('setTimeout(E.reboot,200)');
}

async function verify(uploader: Uploader, { name, bytes }: DeviceFile): Promise<void> {
  const expression = `btoa(require("crypto").SHA1(require("Storage").read(${JSON.stringify(name)})))`;
  const hash = createHash('sha1').update(bytes).digest('base64');
  if ((await uploader.evaluate(expression)) !== hash) throw new CompanionError('flash-wrong', name);
}

async function verifyPlace(uploader: Uploader, board: FlashBoard | null): Promise<void> {
  const base = board ? String(board.region.address) : LINUX_BASE;
  const expression = `E.toString(require("Flash").read(4,${base}+${LEDGER_HEADER.length}))`;
  if ((await uploader.evaluate(expression)) !== 'CSL1')
    throw new CompanionError('flash-wrong', 'ledger, which is not the first file in Storage');
}
