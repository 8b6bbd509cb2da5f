import { CompanionError } from '../errors';
import type { SyncTimer } from '../sync/timer';
import type { FlashBoard } from './boards';
import type { DeviceFile } from './device-files';
import { checkKiosk, examineKiosk, isWhole } from './examine-kiosk';
import { updateDevice } from './update-device';
import type { UpdateImage } from './update-image';
import { openUploader } from './uploader';
import type { Wire } from './wire';

/** Which kiosk is updated, and how it is reached. */
export interface UpdateRequest {
  readonly kioskId: string;
  readonly board: FlashBoard;
  /** the built `ledger` of this version, whose fonts and pictures the kiosk must have */
  readonly ledger: DeviceFile;
  /** an interpreter on this machine stands for the board */
  readonly isOnThisMachine: boolean;
  /** The image with the languages that the kiosk has; null: it has none any more, its update was cut. */
  makeImage(languages: readonly string[] | null): UpdateImage;
  /** A wire to the kiosk; asked for again after a link was lost. */
  openWire(): Promise<Wire>;
  /** Told once before the first change. */
  onBegin(languages: readonly string[] | null): void;
  onProgress(done: number, total: number): void;
}

const TRIES = 3;
const AGAIN_MS = 3_000;

/**
 * Updates a kiosk whose interpreter listens: looks at it, refuses what could cost something, writes and restarts it. A
 * link that is lost is made anew twice.
 *
 * @param codes  every language that there is
 * @throws CompanionError `update-cut`, and what `examineKiosk`, `checkKiosk` and `updateDevice` throw
 */
export async function updateKiosk(
  request: UpdateRequest,
  codes: readonly string[],
  timer: SyncTimer,
): Promise<void> {
  let isBegun = false;
  for (let attempt = 1; ; attempt++) {
    try {
      await updateOnce(request, codes, timer, () => {
        isBegun = true;
      });
      return;
    } catch (error) {
      const isLost = error instanceof CompanionError && ['flash-lost', 'flash-device'].includes(error.code);
      if (!isLost || !isBegun) throw error;
      if (attempt === TRIES) throw new CompanionError('update-cut', undefined, error);
      await timer.wait(AGAIN_MS);
    }
  }
}

async function updateOnce(
  { kioskId, board, ledger, isOnThisMachine, openWire, makeImage, onBegin, onProgress }: UpdateRequest,
  codes: readonly string[],
  timer: SyncTimer,
  onChange: () => void,
): Promise<void> {
  const uploader = await openUploader(await openWire(), timer);
  try {
    const kiosk = await examineKiosk(uploader, board, kioskId, ledger, isOnThisMachine);
    await checkKiosk(uploader, board, kiosk);
    const languages = isWhole(kiosk) ? kiosk.names.filter((name) => codes.includes(name)) : null;
    const image = makeImage(languages);
    onBegin(languages);
    onChange();
    await updateDevice(uploader, kiosk.flash, image, onProgress);
  } finally {
    uploader.close();
  }
}
