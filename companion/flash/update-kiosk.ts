import { CompanionError } from '../errors';
import type { SyncTimer } from '../sync/timer';
import type { FlashBoard } from './boards';
import type { DeviceFile } from './device-files';
import { examineKiosk, isWhole, refuseRisks } from './examine-kiosk';
import { updateDevice } from './update-device';
import type { UpdateImage } from './update-image';
import { openUploader } from './uploader';
import type { Wire } from './wire';

/** Which kiosk is updated, and to what. */
export interface UpdateRequest {
  readonly kioskId: string;
  readonly board: FlashBoard;
  /** the built `ledger` of this version, whose fonts and pictures the kiosk must have */
  readonly ledger: DeviceFile;
  /** codes of every language that there is */
  readonly languages: readonly string[];
  /** The languages that it gets, when it has these; null: it has none any more, its update was cut. */
  chooseLanguages(found: readonly string[] | null): readonly string[];
  makeImage(languages: readonly string[]): UpdateImage;
  /** Told before the first change. */
  onBegin(languages: readonly string[]): void;
  onProgress(done: number, total: number): void;
}

/** How a kiosk is reached. */
export interface UpdateTarget {
  /** an interpreter on this machine stands for the board, and is there or not */
  readonly isOnThisMachine: boolean;
  /** A wire that is not open yet. Rejects when the device is not there. */
  wire(): Promise<Wire>;
}

/** A kiosk that restarts takes some seconds to be there again. */
const TRIES = 6;
const AGAIN_MS = 3_000;

/**
 * Updates a kiosk whose interpreter listens: looks at it, refuses what could cost something, writes and restarts it.
 * A link that is lost is made anew some times.
 *
 * @throws CompanionError `update-cut`, and what `examineKiosk`, `refuseRisks` and `updateDevice` throw
 */
export async function updateKiosk(
  target: UpdateTarget,
  request: UpdateRequest,
  timer: SyncTimer,
): Promise<void> {
  let isBegun = false;
  const onBegin = (languages: readonly string[]): void => {
    request.onBegin(languages);
    isBegun = true;
  };
  for (let attempt = 1; ; attempt++) {
    try {
      await updateOnce(target, { ...request, onBegin }, timer);
      return;
    } catch (error) {
      const isLost = error instanceof CompanionError && ['flash-lost', 'flash-device'].includes(error.code);
      if (!isLost || (target.isOnThisMachine && !isBegun)) throw error;
      if (attempt === TRIES) throw isBegun ? new CompanionError('update-cut', undefined, error) : error;
      await timer.wait(AGAIN_MS);
    }
  }
}

async function updateOnce(target: UpdateTarget, request: UpdateRequest, timer: SyncTimer): Promise<void> {
  const { kioskId, board, ledger } = request;
  const uploader = await openUploader(await target.wire(), timer);
  try {
    const kiosk = await examineKiosk(uploader, board, kioskId, ledger, target.isOnThisMachine);
    await refuseRisks(uploader, board, kiosk);
    const found = kiosk.names.filter((name) => request.languages.includes(name));
    const languages = request.chooseLanguages(isWhole(kiosk) ? found : null);
    const image = request.makeImage(languages);
    request.onBegin(languages);
    await updateDevice(uploader, kiosk.flash, image, request.onProgress);
  } finally {
    uploader.close();
  }
}
