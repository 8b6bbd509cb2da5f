import { BOARD_KINDS } from '../../firmware/simulator/board-kinds';
import { systemClock } from '../clock';
import { createClockGuard } from '../clock-guard/clock-guard';
import { CompanionError } from '../errors';
import { type AskDeps, askForMaintenance } from '../flash/ask-for-maintenance';
import { boardNamed } from '../flash/boards';
import { languagesBuilt, readDeviceFiles } from '../flash/device-files';
import { chooseDevice, listNearDevices } from '../flash/find-device';
import { listUnfinishedUpdates, noteUpdate } from '../flash/unfinished-updates';
import { buildUpdateImage } from '../flash/update-image';
import { type UpdateRequest, updateKiosk } from '../flash/update-kiosk';
import { updateOverTheAir } from '../flash/update-over-the-air';
import { tcpWire } from '../flash/wire';
import { type KioskEntry, listKnownKiosks } from '../store/kiosk';
import { lockFolder } from '../store/lock-folder';
import type { OpenStore } from '../store/open-store';
import type { KnownKiosk } from '../sync/sightings';
import { systemTimer } from '../sync/timer';
import { firmwareFolder } from './folders';
import { syncDepsFor } from './keep-real-kiosks';
import { openRadio } from './open-radio';
import { type Progress, startProgress } from './progress';

/** What somebody asked for. */
export interface UpdateWish {
  /** where its interpreter listens on this machine, or the name or address of the device; undefined: find it */
  readonly device?: string | undefined;
  /** other languages than it has */
  readonly languages?: readonly string[] | undefined;
}

/** Brings a kiosk to the present version; says how far it is. */
export async function runUpdate(
  kiosk: KioskEntry,
  wish: UpdateWish,
  store: OpenStore,
  dataFolder: string,
): Promise<void> {
  const { kioskId } = kiosk;
  const begun = listUnfinishedUpdates(dataFolder).get(kioskId);
  let deviceId = begun?.deviceId;
  let progress: Progress | undefined;
  const request = prepareUpdate(kiosk, {
    chooseLanguages(found) {
      const chosen = wish.languages ?? found ?? begun?.languages;
      if (!chosen) throw new CompanionError('update-languages');
      return chosen;
    },
    onBegin: (languages) => noteUpdate(dataFolder, kioskId, { languages, deviceId }),
    onProgress(done, total) {
      progress ??= startProgress('Updating', process.stderr);
      progress.update(done, total);
    },
  });
  try {
    if (wish.device?.startsWith('tcp:')) {
      const wire = tcpWire(wish.device);
      await updateKiosk({ isOnThisMachine: true, wire: async () => wire }, request, systemTimer);
    } else
      await overTheAir(kioskId, store, dataFolder, async (known, deps) => {
        const named = await findNamed(wish.device, request, deps);
        const onDevice = (found: string): void => {
          deviceId = found;
        };
        await updateOverTheAir({ ...known, openDeviceId: named ?? deviceId }, request, onDevice, deps);
      });
  } finally {
    progress?.stop();
  }
  noteUpdate(dataFolder, kioskId, null);
}

/** Has a kiosk open its wire for five minutes. */
export async function runMaintain(
  { kioskId }: KioskEntry,
  store: OpenStore,
  dataFolder: string,
): Promise<void> {
  await overTheAir(kioskId, store, dataFolder, async (known, deps) => {
    await askForMaintenance(deps, known);
  });
}

function prepareUpdate(
  { kioskId, board: boardName }: KioskEntry,
  rest: Pick<UpdateRequest, 'chooseLanguages' | 'onBegin' | 'onProgress'>,
): UpdateRequest {
  const board = boardNamed(boardName);
  const folder = firmwareFolder(board.name);
  const languages = languagesBuilt(folder);
  const [ledger] = readDeviceFiles(folder, board, languages.slice(0, 1));
  if (!ledger) throw new CompanionError('flash-not-built', folder);
  const makeImage = (codes: readonly string[]) =>
    buildUpdateImage(readDeviceFiles(folder, board, codes), board.region, BOARD_KINDS[board.name].flashBytes);
  return { kioskId, board, ledger, languages, makeImage, ...rest };
}

/** The device that somebody named, which listens already. */
async function findNamed(
  wanted: string | undefined,
  { board }: UpdateRequest,
  { link, sync }: AskDeps,
): Promise<string | undefined> {
  if (wanted === undefined) return undefined;
  return chooseDevice(await listNearDevices(link, sync.timer), board, wanted).deviceId;
}

/** This machine's Bluetooth for one job; a running companion would use the same adapter. */
async function overTheAir(
  kioskId: string,
  store: OpenStore,
  dataFolder: string,
  job: (kiosk: KnownKiosk, deps: AskDeps) => Promise<void>,
): Promise<void> {
  const unlock = lockFolder(dataFolder, 'real');
  try {
    const known = (await listKnownKiosks(store.db)).find((kiosk) => kiosk.kioskId === kioskId);
    const link = await openRadio();
    try {
      const guard = createClockGuard(systemClock, dataFolder, store.db);
      const sync = syncDepsFor({ store, dataFolder, clock: systemClock, guard });
      const say = (line: string): void => void process.stdout.write(`${line}\n`);
      await job(known ?? { kioskId, epoch: null }, { link, sync, say });
    } finally {
      link.close();
    }
  } finally {
    unlock();
  }
}
