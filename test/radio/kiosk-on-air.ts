import host, { type Connection, type Manager, type ServerCharacteristic } from 'ble-host';
import type { Board } from '../../firmware/simulator/board';
import { GattError } from '../../firmware/simulator/radio';
import { EspruinoAtt } from './espruino-att';
import type { VirtualAir } from './virtual-air';
import { VirtualController } from './virtual-controller';

const { AttErrors, BleManager } = host;

/** How often the board's own wishes (end the link, another advert) reach its radio. */
const LOOK_MS = 200;
const SLOT_MS = 0.625;

/** A simulated board whose radio is a real host stack on the virtual air. */
export interface KioskOnAir {
  readonly address: string;
  readonly att: EspruinoAtt;
  /** Lets the board's time pass up to now, as it does by itself. */
  catchUp(): void;
  /** Whether a write vanishes: acknowledged by the radio, and lost in front of the board's full input queue. */
  losesWrite: () => boolean;
  /** Flash work stops the board for so long: its radio goes on, with the values as they are. */
  stall(ms: number): void;
  /** From now on somebody advertises something else in its name. */
  forge(change: (advert: Buffer) => Buffer): void;
  leave(): void;
}

/**
 * Puts a board that is switched on onto the air: its attribute table becomes that of a peripheral on ble-host, its
 * adverts become the peripheral's, and every read and write goes to the board itself.
 */
export async function putOnAir(air: VirtualAir, board: Board, address: string): Promise<KioskOnAir> {
  const controller = new VirtualController(air, '00:00:00:00:00:00');
  const att = new EspruinoAtt(controller, board.kind.attMtu);
  const manager = await new Promise<Manager>((resolve, reject) => {
    BleManager.create(att, { staticRandomAddress: address }, (error, made) =>
      error ? reject(error) : resolve(made),
    );
  });
  manager.on('error', () => undefined); // it reports its own end
  let seenAtMs = air.time.nowMs;
  let stalledUntilMs = 0;
  let isAdvertising = false;
  let isGone = false;
  let connection: Connection | undefined;
  let link: ReturnType<Board['connect']> | undefined;
  let shown = '';
  let changeAdvert = (advert: Buffer): Buffer => advert;

  function catchUp(): void {
    if (air.time.nowMs < stalledUntilMs) return;
    board.advance(air.time.nowMs - seenAtMs);
    seenAtMs = air.time.nowMs;
  }

  function look(): void {
    if (isGone) return;
    catchUp();
    const { advert } = board;
    if (advert) {
      const packet = changeAdvert(Buffer.from(advert.packets[0] ?? []));
      const scanResponse = Buffer.from(advert.scanResponse);
      const now = `${packet.toString('hex')} ${scanResponse.toString('hex')}`;
      if (now !== shown) {
        manager.setAdvertisingData(packet);
        manager.setScanResponseData(scanResponse);
        shown = now;
      }
    }
    if (advert && !isAdvertising && !connection) {
      isAdvertising = true;
      const slots = Math.round(advert.intervalMs / SLOT_MS);
      manager.startAdvertising({ intervalMin: slots, intervalMax: slots }, onAdvertEnd);
    } else if (!advert && isAdvertising && !connection) {
      isAdvertising = false;
      manager.stopAdvertising();
    }
    air.time.after(LOOK_MS, look);
  }

  function onAdvertEnd(_status: number, connected?: Connection): void {
    isAdvertising = false;
    if (!connected) return;
    catchUp();
    connection = connected;
    connected.on('disconnect', () => {
      connection = undefined;
      catchUp();
      link?.disconnect();
      catchUp();
    });
    try {
      link = board.connect();
      link.onDisconnect = () => connected.disconnect();
    } catch {
      connected.disconnect();
    }
  }

  const kiosk: KioskOnAir = {
    address,
    att,
    catchUp,
    losesWrite: () => false,
    stall(ms) {
      catchUp();
      stalledUntilMs = air.time.nowMs + ms;
    },
    forge(change) {
      changeAdvert = change;
    },
    leave() {
      isGone = true;
      att.emit('close');
      controller.unplug();
    },
  };

  const attempt = (answer: (error: number, value?: Buffer) => void, work: () => Buffer | undefined): void => {
    catchUp();
    try {
      answer(0, work());
    } catch (error) {
      if (!(error instanceof GattError)) throw error;
      answer(AttErrors.UNLIKELY_ERROR);
    }
  };

  const services = new Map<string, ServerCharacteristic[]>();
  for (const { service, uuid, maxBytes, isReadable, isWritable } of board.characteristics) {
    const properties = [
      ...(isReadable ? (['read'] as const) : []),
      ...(isWritable ? (['write', 'write-without-response'] as const) : []), // Espruino always gives both
    ];
    const characteristic: ServerCharacteristic = {
      uuid,
      properties,
      maxLength: maxBytes,
      onRead: (_connection, answer) =>
        attempt(answer, () => (link ? Buffer.from(link.read(service, uuid)) : undefined)),
      onWrite: (_connection, _needsResponse, value, answer) =>
        attempt(answer, () => {
          if (!kiosk.losesWrite()) link?.write(service, uuid, Uint8Array.from(value));
          return undefined;
        }),
    };
    services.set(service, [...(services.get(service) ?? []), characteristic]);
  }
  manager.gattDb.addServices([...services].map(([uuid, characteristics]) => ({ uuid, characteristics })));
  air.time.after(LOOK_MS, look);
  return kiosk;
}
