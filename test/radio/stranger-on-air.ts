import { EventEmitter } from 'node:events';
import host, { type Manager, type ServerCharacteristic } from 'ble-host';
import { REPLY_UUID, REQUEST_UUID, SERVICE_UUID } from '../../shared/wire/protocol';
import { ACL_PACKET, isPacketSent, word } from './hci';
import type { VirtualAir } from './virtual-air';
import { VirtualController } from './virtual-controller';
import type { VirtualTime } from './virtual-time';

/** How a device behaves that looks like a kiosk and is none. */
export interface Manners {
  /** The value of the reply characteristic, given what was written last; null: it never answers. */
  reply(written: Buffer): Buffer | null;
  /** how long it lets a read wait */
  readonly delayMs?: number;
  /** it sends notifications that nobody asked for, of every attribute and without end */
  readonly isFlooding?: boolean;
}

/** A device that is no kiosk. */
export interface Stranger {
  /** how often somebody connected to it, and how long it was connected in all */
  readonly met: { times: number; ms: number };
  leave(): void;
}

const LE_META = 0x3e;
const CONNECTED = 1;
const DISCONNECTED = 0x05;
const NOTIFICATION = 0x1b;
const ATT_CHANNEL = 4;
const HANDLES = 24;
/** More than a companion ever asks for; a real flood is denser, and the test slower. */
const FLOOD_EVERY_MS = 60;
const MAX_BYTES = 512;
const INTERVAL_SLOTS = 600;

/** Between ble-host and its controller: begins a flood of notifications with every connection. */
class Flood extends EventEmitter {
  #handle = 0;
  /** whose packets are on their way, in order: its own, or ble-host's */
  #isOwn: boolean[] = [];
  #number = 0;

  constructor(
    private readonly controller: VirtualController,
    private readonly time: VirtualTime,
  ) {
    super();
    controller.on('data', (packet: Buffer) => this.#receive(packet));
  }

  write(packet: Buffer): void {
    if (packet[0] === ACL_PACKET) this.#isOwn.push(false);
    this.controller.write(packet);
  }

  #receive(packet: Buffer): void {
    if (isPacketSent(packet) && this.#isOwn.shift()) return;
    this.emit('data', packet);
    if (packet[1] === LE_META && packet[3] === CONNECTED) {
      this.#handle = packet.readUInt16LE(5);
      this.#isOwn = [];
      this.#pour(this.#handle);
    }
    if (packet[1] === DISCONNECTED) this.#handle = 0;
  }

  #pour(handle: number): void {
    if (handle !== this.#handle) return;
    const attribute = 1 + (this.#number++ % HANDLES);
    const att = [NOTIFICATION, ...word(attribute), ...Buffer.alloc(20, this.#number)];
    const l2cap = [...word(att.length), ...word(ATT_CHANNEL), ...att];
    this.#isOwn.push(true);
    this.controller.write(Buffer.from([ACL_PACKET, ...word(this.#handle), ...word(l2cap.length), ...l2cap]));
    this.time.after(FLOOD_EVERY_MS, () => this.#pour(handle));
  }
}

/** Puts a device with a kiosk's service, this advert and these manners onto the air. */
export async function putStrangerOnAir(
  air: VirtualAir,
  address: string,
  advert: Buffer,
  name: string,
  manners: Manners,
): Promise<Stranger> {
  const controller = new VirtualController(air, '00:00:00:00:00:00');
  const transport = manners.isFlooding ? new Flood(controller, air.time) : controller;
  const manager = await new Promise<Manager>((resolve, reject) => {
    host.BleManager.create(transport, { staticRandomAddress: address }, (error, made) =>
      error ? reject(error) : resolve(made),
    );
  });
  manager.on('error', () => undefined); // it reports its own end
  const met = { times: 0, ms: 0 };
  let isGone = false;
  let written = Buffer.alloc(0);
  const request: ServerCharacteristic = {
    uuid: REQUEST_UUID,
    properties: ['write'],
    maxLength: MAX_BYTES,
    onRead: () => undefined,
    onWrite(_connection, _needsResponse, value, answer) {
      written = Buffer.from(value);
      answer(0);
    },
  };
  const reply: ServerCharacteristic = {
    uuid: REPLY_UUID,
    properties: ['read'],
    maxLength: MAX_BYTES,
    onRead(_connection, answer) {
      const value = manners.reply(written);
      if (value) air.time.after(manners.delayMs ?? 0, () => answer(0, value));
    },
    onWrite: () => undefined,
  };
  manager.gattDb.addServices([{ uuid: SERVICE_UUID, characteristics: [request, reply] }]);
  const letters = Buffer.from(name, 'latin1');
  manager.setAdvertisingData(advert);
  manager.setScanResponseData(Buffer.from([letters.length + 1, 9, ...letters]));

  function advertise(): void {
    if (isGone) return;
    manager.startAdvertising(
      { intervalMin: INTERVAL_SLOTS, intervalMax: INTERVAL_SLOTS },
      (_status, connection) => {
        const sinceMs = air.time.nowMs;
        met.times++;
        connection?.on('disconnect', () => {
          met.ms += air.time.nowMs - sinceMs;
          advertise();
        });
      },
    );
  }

  advertise();
  return {
    met,
    leave() {
      isGone = true;
      transport.emit('close');
      controller.unplug();
    },
  };
}
