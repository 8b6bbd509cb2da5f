import { type Advert, type AdvertOptions, changeAdvert, checkedPacket, factoryAdvert } from './advert';
import { type ByteSource, toBytes } from './bytes';
import { buildTable, type Characteristic, normalizeUuid, type ServiceOptions } from './gatt-table';

/** Opcode and handle, which go before a written value. */
const ATT_HEAD_BYTES = 3;
/** Room for input that the firmware has not seen yet; what does not fit is lost. */
const EVENT_QUEUE_BYTES = 1024;
const EVENT_OVERHEAD_BYTES = 4;
const CENTRAL_ADDRESS = 'c0:de:00:00:00:01 random';
const REASON_LOCAL = 22;
const REASON_REMOTE = 19;

/** Why the board refused a read or write over the air. */
export class GattError extends Error {
  override name = 'GattError';
}

/** A connection to the board, seen from the central. */
export interface GattLink {
  readonly isConnected: boolean;
  /** The value of a characteristic. Throws GattError. */
  read(serviceUuid: string, characteristicUuid: string): Uint8Array;
  /** Writes what fits one message; the firmware hears of it when the board advances. Throws GattError. */
  write(serviceUuid: string, characteristicUuid: string, bytes: Uint8Array): void;
  disconnect(): void;
  /** Called once when the link ends, from whichever side. */
  onDisconnect: (() => void) | undefined;
}

/** What the board gives its radio to work with. */
export interface RadioHost {
  /** Runs `task` when the board is next idle. */
  queue(task: () => void): void;
  raiseErrorFlag(flag: string): void;
}

/** The BLE peripheral of the board: NRF for the firmware, adverts and one link for the world. */
export class Radio {
  advert: Advert;
  /** True while anybody can type commands over the air. */
  isUartOn = true;
  #table: Characteristic[] = [];
  #waiting: { services: ServiceOptions; isUartOn: boolean } | undefined;
  #link: OpenLink | undefined;
  #queuedBytes = 0;
  #listeners: { event: string; callback: (detail: unknown) => void }[] = [];

  /**
   * @param attMtu longest message of the attribute protocol, in bytes
   * @param factoryName how the board is called before the firmware says otherwise
   */
  constructor(
    private readonly host: RadioHost,
    readonly attMtu: number,
    factoryName: string,
  ) {
    this.advert = factoryAdvert(factoryName);
  }

  get isConnected(): boolean {
    return this.#link !== undefined;
  }

  /** UUIDs of the services that a central finds now. */
  get serviceUuids(): string[] {
    return [...new Set(this.#table.map((characteristic) => characteristic.service))];
  }

  /** The attribute table that the firmware asked for. */
  get characteristics(): readonly Characteristic[] {
    return this.#table;
  }

  /** Opens the one link. Throws GattError while there is another or the board does not take any. */
  connect(): GattLink {
    if (this.#link) throw new GattError('The board is connected already');
    if (!this.advert.isConnectable) throw new GattError('The board takes no connections');
    const link = new OpenLink(this, () => this.drop(REASON_REMOTE));
    this.#link = link;
    this.#emit('connect', CENTRAL_ADDRESS);
    return link;
  }

  setServices(services: ServiceOptions, options: { uart?: boolean } = {}): void {
    const isUartOn = options.uart ?? true;
    buildTable(services);
    this.#waiting = { services, isUartOn };
    if (!this.#link) this.#applyServices();
  }

  updateServices(services: Record<string, Record<string, { value?: ByteSource }>>): void {
    if (this.#waiting) throw new Error("Can't update services until BLE restart");
    for (const characteristics of Object.values(services)) {
      for (const [uuid, { value }] of Object.entries(characteristics)) {
        const name = normalizeUuid(uuid, 'Characteristic');
        const characteristic = this.#table.find((entry) => entry.uuid === name);
        if (!characteristic) throw new Error(`Unable to find service with UUID ${name}`);
        const bytes = value === undefined ? new Uint8Array(0) : toBytes(value);
        if (bytes.length > characteristic.maxBytes) throw new Error('ERR 0xc (DATA_SIZE)');
        if (bytes.length > 0) characteristic.value = bytes;
      }
    }
  }

  setAdvertising(data: readonly ByteSource[], options: AdvertOptions = {}): void {
    this.advert = changeAdvert(this.advert, data, options);
  }

  setScanResponse(data: readonly ByteSource[]): void {
    this.advert = { ...this.advert, scanResponse: checkedPacket(toBytes(data)) };
  }

  disconnect(): void {
    this.drop(REASON_LOCAL);
  }

  on(event: string, callback: (detail: unknown) => void): void {
    this.#listeners.push({ event, callback });
  }

  /** Ends the link; the firmware gets `reason`, unless it is undefined because no firmware runs any more. */
  drop(reason: number | undefined): void {
    const link = this.#link;
    if (!link) return;
    this.#link = undefined;
    if (reason !== undefined) {
      this.#applyServices();
      this.#emit('disconnect', reason);
    }
    link.end();
  }

  /** A characteristic of the table, or GattError. */
  find(serviceUuid: string, characteristicUuid: string): Characteristic {
    const [service, uuid] = [serviceUuid.toLowerCase(), characteristicUuid.toLowerCase()];
    const found = this.#table.find((entry) => entry.service === service && entry.uuid === uuid);
    if (!found) throw new GattError(`No characteristic ${uuid} in service ${service}`);
    return found;
  }

  /** Takes over a written value and queues the firmware's callback, or loses it when the queue is full. */
  accept(characteristic: Characteristic, bytes: Uint8Array): void {
    characteristic.value = bytes.slice();
    const { onWrite } = characteristic;
    if (!onWrite) return;
    const cost = bytes.length + EVENT_OVERHEAD_BYTES;
    if (this.#queuedBytes + cost > EVENT_QUEUE_BYTES) {
      this.host.raiseErrorFlag('FIFO_FULL');
      return;
    }
    this.#queuedBytes += cost;
    const data = bytes.slice().buffer;
    this.host.queue(() => {
      this.#queuedBytes -= cost;
      onWrite({ data });
    });
  }

  #applyServices(): void {
    if (!this.#waiting) return;
    this.#table = buildTable(this.#waiting.services);
    this.isUartOn = this.#waiting.isUartOn;
    this.#waiting = undefined;
  }

  #emit(event: string, detail: unknown): void {
    for (const listener of this.#listeners) {
      if (listener.event === event) this.host.queue(() => listener.callback(detail));
    }
  }
}

class OpenLink implements GattLink {
  isConnected = true;
  onDisconnect: (() => void) | undefined;

  constructor(
    private readonly radio: Radio,
    private readonly drop: () => void,
  ) {}

  read(serviceUuid: string, characteristicUuid: string): Uint8Array {
    const found = this.#find(serviceUuid, characteristicUuid);
    if (!found.isReadable) throw new GattError('Read not permitted');
    return found.value.slice();
  }

  write(serviceUuid: string, characteristicUuid: string, bytes: Uint8Array): void {
    const found = this.#find(serviceUuid, characteristicUuid);
    if (!found.isWritable) throw new GattError('Write not permitted');
    if (bytes.length > this.radio.attMtu - ATT_HEAD_BYTES)
      throw new GattError('Long writes are not supported');
    if (bytes.length > found.maxBytes) throw new GattError('Invalid attribute value length');
    this.radio.accept(found, bytes);
  }

  disconnect(): void {
    if (this.isConnected) this.drop();
  }

  end(): void {
    this.isConnected = false;
    this.onDisconnect?.();
  }

  #find(serviceUuid: string, characteristicUuid: string): Characteristic {
    if (!this.isConnected) throw new GattError('Not connected');
    return this.radio.find(serviceUuid, characteristicUuid);
  }
}
