import { boardNamed } from '../../companion/flash/boards';
import { readDeviceFiles } from '../../companion/flash/device-files';
import { flashOverTheAir } from '../../companion/flash/flash-over-the-air';
import { updateOverTheAir } from '../../companion/flash/update-over-the-air';
import { createNobleLink } from '../../companion/link/noble';
import { seededRandom } from '../../companion/simulation/random';
import { keyFileOf, openKeyring } from '../../companion/store/keyring';
import { openStore } from '../../companion/store/open-store';
import { type SyncDeps, syncKiosk } from '../../companion/sync/sync-kiosk';
import { createBoard } from '../../firmware/simulator/board';
import { packSettings, type Settings } from '../../shared/wire/settings-contents';
import { textOf } from '../../shared/wire/text';
import { makeRealData } from '../unit/flash-fixture';
import { openMaintenance } from '../unit/kiosk-board';
import { createFakeClock } from '../unit/store-sheets';
import { LEDGER_BYTES, requestFor, versionFor } from '../unit/update-fixture';
import { putBoardOnAir } from './board-on-air';
import { plugIn } from './noble-on-air';
import { attMessages } from './read-capture';
import { Shelf } from './shelf';
import { VirtualAir } from './virtual-air';
import { VirtualTime } from './virtual-time';
import { letShoppersCome } from './visited-kiosk';

const ADDRESS = 'c0:00:00:00:00:01';
const DAY_MS = 86_400_000;
const SETTINGS: Settings = {
  storeName: 'Riverside Running',
  language: 'en',
  units: 'mi',
  mode: 'patterns',
  instabilityUrgent: false,
  minimum: 20,
  urgentLine: '555-0100',
  emergencyNumber: '911',
};
const EPOCH = 0x12345678;
const LOG_AT = 4096;
const WRITES = [0x12, 0x52];
const NOTIFICATION = 0x1b;

/** What was said on the air in one part of a kiosk's life, as byte strings. */
export interface Part {
  /** every byte of every packet, adverts too */
  readonly air: string;
  /** attribute values written to the kiosk, and those that it notified or that were read, one after another */
  readonly toKiosk: string;
  readonly fromKiosk: string;
}

/** A kiosk's life on the air. */
export interface Life {
  readonly key: string;
  readonly kioskId: string;
  readonly flashing: Part;
  readonly counting: Part;
  readonly updating: Part;
  readonly totals: readonly number[];
  /** the ledger's log as it was when the kiosk was updated, without what is public in it */
  readonly log: string;
  readonly ledger: { readonly before: Uint8Array; readonly after: Uint8Array };
}

/** Flashed, used by these shoppers for two days, synced, set, opened by staff in the menu, and updated. */
export async function live(shoppers: number): Promise<Life> {
  const time = new VirtualTime();
  const weather = seededRandom(3);
  const air = new VirtualAir(time, () => weather.next32() / 2 ** 32);
  const data = await makeRealData('mill-lane');
  const store = await openStore(data, 'real', createFakeClock());
  const keyring = openKeyring(keyFileOf(data));
  const board = createBoard({ board: 'pixljs', random: () => EPOCH });
  board.powerOn();
  board.advance(1000);
  const leave = await time.run(putBoardOnAir(air, board, ADDRESS));
  const adapter = plugIn(air, '00:11:22:33:44:01');
  const link = createNobleLink({ open: () => adapter.open(), timer: time.timer });
  const version = versionFor('pixljs');
  const said: { line: string; at: number }[] = [];
  const say = (line: string): void => void said.push({ line, at: air.capture.length });
  const nonces = seededRandom(4);
  const makeNonce = (): Uint8Array => nonces.bytes(8);
  const shelf = new Shelf();
  // what the ledger holds and everybody may hear: a companion's settings and clock, and the epoch of every advert
  const packed = packSettings(SETTINGS);
  if (typeof packed === 'string') throw new Error(packed);
  const told = new Set([word32(EPOCH), packed.bytes]);

  const wish = { board: 'pixljs', isNewEpoch: false, isErasing: false };
  const contents = {
    board: boardNamed('pixljs'),
    files: readDeviceFiles('dist/firmware/pixljs', version.board, ['en', 'es']),
    qrImages: [],
  };
  const flashed = await time.run(
    flashOverTheAir(undefined, contents, wish, {
      store,
      keyring,
      timer: time.timer,
      say,
      onProgress: () => undefined,
      link,
      makeNonce,
    }),
  );
  const { kioskId } = flashed.entry;
  const sync: SyncDeps = {
    store: shelf,
    timer: time.timer,
    clock: {
      nowMs() {
        const nowMs = Date.UTC(2026, 3, 20, 8) + board.nowMs;
        told.add(word32(Math.floor(nowMs / 1000)));
        return nowMs;
      },
      minutesFromUtc: () => 0,
    },
    makeNonce,
    findKey: (id) => keyring.find(id),
    findSettings: async () => SETTINGS,
    doubtClock: async () => null,
  };
  const syncNow = async (): Promise<void> => {
    const stop = await link.watchAdverts(() => undefined);
    await time.pass(2000);
    stop();
    const device = await link.findDevice(ADDRESS.replaceAll(':', ''));
    if (!device) throw new Error('It is not heard');
    await time.run(syncKiosk(device, sync));
    await time.pass(1000);
  };
  const random = seededRandom(shoppers);
  await syncNow();
  for (let day = 0; day < 2; day++) {
    letShoppersCome(board, random);
    await syncNow();
    board.advance(DAY_MS);
    await syncNow();
  }
  letShoppersCome(board, random); // these stay in the open sheet
  openMaintenance(board);
  let before = new Uint8Array();
  let after = new Uint8Array();
  const request = requestFor(kioskId, version, () => {
    before = board.flash.slice(0, LEDGER_BYTES);
  });
  const sayUpdate = (line: string): void => {
    if (line.includes('verified')) after = board.flash.slice(0, LEDGER_BYTES);
    say(line);
  };
  const known = { kioskId, epoch: null };
  await time.run(updateOverTheAir(known, request, () => undefined, { link, sync, say: sayUpdate }));
  link.close();
  adapter.controller.unplug();
  leave();
  await store.close();

  const [locked = 0, locksAgain = 0] = said
    .filter(({ line }) => line.includes('verified'))
    .map(({ at }) => at);
  const open = said.find(({ line }) => line.includes('opens its wire'))?.at ?? 0;
  const part = (from: number, to: number): Part => {
    const packets = air.capture.slice(from, to);
    const messages = attMessages(packets, ADDRESS);
    const values = (isFrom: boolean, head: (opcode: number) => number): string =>
      messages
        .filter((message) => (message.from === ADDRESS) === isFrom)
        .map(({ bytes }) => withoutPauses(bytes.subarray(head(bytes[0] ?? 0))))
        .join('');
    return {
      air: packets.map(({ bytes }) => bytes.toString('latin1')).join(''),
      toKiosk: values(false, (opcode) => (WRITES.includes(opcode) ? 3 : 1)),
      fromKiosk: values(true, (opcode) => (opcode === NOTIFICATION ? 3 : 1)),
    };
  };
  return {
    key: Buffer.from(flashed.identity.key).toString('latin1'),
    kioskId,
    flashing: part(0, locked),
    counting: part(locked, open),
    updating: part(open, locksAgain),
    totals: shelf.totals(kioskId),
    log: [...told].reduce((log, open) => log.replaceAll(open, ''), textOf(before.subarray(LOG_AT))),
    ledger: { before, after },
  };
}

/** A number as four bytes, low byte first. */
const word32 = (number: number): string => textOf(new Uint8Array(Uint32Array.of(number).buffer));

/** Text without the bytes with which the device asks for a pause. */
const withoutPauses = (bytes: Uint8Array): string =>
  Buffer.from(bytes.filter((byte) => byte !== 0x11 && byte !== 0x13)).toString('latin1');
