import { randomBytes } from 'node:crypto';
import { NONCE_BYTES } from '../../shared/wire/protocol';
import { type FlashContents, type FlashDeps, flashKiosk } from '../flash/flash-kiosk';
import { flashOverTheAir } from '../flash/flash-over-the-air';
import type { DeviceWish } from '../flash/judge-device';
import { checkWish, type NewKiosk } from '../flash/register-kiosk';
import { tcpWire } from '../flash/wire';
import { keyFileOf, openKeyring } from '../store/keyring';
import { lockFolder } from '../store/lock-folder';
import type { OpenStore } from '../store/open-store';
import { systemTimer } from '../sync/timer';
import { openRadio } from './open-radio';
import { type Progress, startProgress } from './progress';

/** What was asked for. */
export interface FlashJob {
  /** its name or address, or a port of this machine; true: the one that is near */
  readonly device: string | true;
  readonly contents: FlashContents;
  readonly wish: DeviceWish;
}

/** Makes a kiosk of a device, over the air or through a port of this machine; says how far it is and how it went. */
export async function flashOntoDevice(
  job: FlashJob,
  store: OpenStore,
  dataFolder: string,
): Promise<NewKiosk> {
  const { device, contents, wish } = job;
  await checkWish(store.db, wish);
  let bar: Progress | undefined;
  const endBar = (): void => {
    bar?.stop();
    bar = undefined;
  };
  const deps: FlashDeps = {
    store,
    keyring: openKeyring(keyFileOf(dataFolder)),
    timer: systemTimer,
    say: (line) => void process.stdout.write(`${line}\n`),
    onProgress(done, total) {
      bar ??= startProgress('Writing', process.stderr);
      bar.update(done, total);
      if (done === total) endBar(); // what is said next begins a line
    },
  };
  try {
    if (device === true || !device.startsWith('tcp:'))
      return await flashFromHere(device === true ? undefined : device, job, deps, dataFolder);
    const wire = tcpWire(device);
    return await flashKiosk({ board: null, wire: async () => wire }, contents, wish, deps);
  } finally {
    endBar();
  }
}

async function flashFromHere(
  wanted: string | undefined,
  { contents, wish }: FlashJob,
  deps: FlashDeps,
  dataFolder: string,
): Promise<NewKiosk> {
  const unlock = lockFolder(dataFolder, 'real'); // a running companion would use the same adapter
  try {
    const link = await openRadio();
    try {
      const makeNonce = (): Uint8Array => randomBytes(NONCE_BYTES);
      return await flashOverTheAir(wanted, contents, wish, { ...deps, link, makeNonce });
    } finally {
      link.close();
    }
  } finally {
    unlock();
  }
}
