import { CompanionError } from '../errors';
import type { FileKeyring } from '../store/keyring';
import { listKiosks, saveKiosk } from '../store/kiosk';
import type { OpenStore } from '../store/open-store';
import type { SyncTimer } from '../sync/timer';
import type { FlashBoard } from './boards';
import type { DeviceFile } from './device-files';
import { flashDevice, startKiosk } from './flash-device';
import { inspectDevice } from './inspect-device';
import { type DeviceWish, judgeDevice } from './judge-device';
import { ownFiles } from './make-image';
import { type NewKiosk, planKiosk } from './register-kiosk';
import { openUploader, type Uploader } from './uploader';
import type { Wire } from './wire';
import { within } from './within';

/** A Bangle.js 2 erases 8 MB, sector by sector. */
const ERASE_LIMIT_MS = 300_000;
const RESTART_LIMIT_MS = 10_000;
const RETURN_TRIES = 20;
const RETURN_MS = 3_000;

/** A device to make a kiosk of. */
export interface FlashTarget {
  /** null: an interpreter on this machine, which may be any board */
  readonly board: FlashBoard | null;
  /** A wire that is not open yet. Rejects when the device is not there. */
  wire(): Promise<Wire>;
}

/** What flashing a device needs. */
export interface FlashDeps {
  readonly store: OpenStore;
  readonly keyring: FileKeyring;
  readonly timer: SyncTimer;
  say(line: string): void;
  onProgress(done: number, total: number): void;
}

/** What goes onto the device. */
export interface FlashContents {
  readonly files: readonly DeviceFile[];
  readonly board: FlashBoard;
  readonly qrImages: readonly Uint8Array[];
}

/**
 * Makes a kiosk of a device: looks what it is, erases what may go, writes and verifies every file, and starts it,
 * which locks it. The key is on disk before the device gets it, and an older one stays until its ledger is erased; the
 * kiosk is registered when everything but the last file is there and right. Broken off anywhere, the same call begins
 * anew, as the same kiosk once it has its id; before that no key stays.
 *
 * @throws CompanionError `flash-device`, `flash-lost`, `flash-old`, `flash-other-board`, `flash-not-fresh`,
 * `flash-other-kiosk`, `flash-wrong`, `kiosk-live`, and what `planKiosk` throws
 */
export async function flashKiosk(
  target: FlashTarget,
  contents: FlashContents,
  wish: DeviceWish,
  deps: FlashDeps,
): Promise<NewKiosk> {
  const { store, keyring, timer } = deps;
  let uploader = await openUploader(await target.wire(), timer);
  try {
    const facts = await inspectDevice(uploader, target.board);
    const kiosks = await listKiosks(store.db);
    const { mustErase, begun } = judgeDevice(facts, wish, kiosks, keyring);
    const kiosk = await planKiosk(store.db, wish, begun);
    const { kioskId } = kiosk.entry;
    if (begun) deps.say('It was begun before and broken off: beginning anew, as the same kiosk.');
    if (mustErase) uploader = await eraseDevice(uploader, target, deps);
    const files = ownFiles(contents.files, contents.board, kiosk.identity, contents.qrImages);
    const register = (): Promise<void> => saveKiosk(store, kiosk.entry);
    let isReached = false;
    const onProgress = (done: number, total: number): void => {
      isReached = true;
      deps.onProgress(done, total);
    };
    keyring.add(kioskId, kiosk.identity.key);
    try {
      await flashDevice(uploader, files, target.board, register, onProgress);
    } catch (error) {
      // nobody would ever come back to a key that is in no device
      if (!isReached && !kiosks.some((known) => known.kioskId === kioskId)) keyring.remove(kioskId);
      throw error;
    }
    await startKiosk(uploader);
    await waitForEnd(uploader, timer, RESTART_LIMIT_MS); // what was written may still wait in a queue
    return kiosk;
  } finally {
    uploader.close();
  }
}

/** Erases everything and starts the device anew: nothing may run whose code is gone. Gives a wire to it again. */
async function eraseDevice(old: Uploader, target: FlashTarget, deps: FlashDeps): Promise<Uploader> {
  const { timer, say } = deps;
  say('Erasing it. That takes a moment on a Pixl.js, and minutes on a Bangle.js 2.');
  await old.type('require("Storage").eraseAll();E.reboot()').catch(() => undefined); // the link ends with it
  await waitForEnd(old, timer, ERASE_LIMIT_MS);
  old.close();
  let reason: unknown;
  for (let attempt = 0; attempt < RETURN_TRIES; attempt++) {
    await timer.wait(RETURN_MS);
    try {
      const uploader = await openUploader(await target.wire(), timer);
      const { files } = await inspectDevice(uploader, target.board);
      if (files.length === 0) return uploader;
      uploader.close();
      throw new CompanionError('flash-lost', 'It was not erased.');
    } catch (error) {
      reason = error;
    }
  }
  throw reason;
}

function waitForEnd({ closed }: Uploader, timer: SyncTimer, limitMs: number): Promise<void> {
  return within(timer, limitMs, closed).catch(() => undefined);
}
