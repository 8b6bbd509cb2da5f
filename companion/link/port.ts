/**
 * The radio as the companion sees it, shaped like Web Bluetooth, so that a browser's own objects fit as they are.
 * Every call may reject at any moment, and may never settle: whoever waits sets a time limit.
 */

/** A device that was seen or picked. */
export interface LinkDevice {
  readonly id: string;
  readonly name?: string | undefined;
  readonly gatt: LinkServer;
  addEventListener(event: 'gattserverdisconnected', listener: () => void): void;
  removeEventListener(event: 'gattserverdisconnected', listener: () => void): void;
}

export interface LinkServer {
  readonly connected: boolean;
  connect(): Promise<LinkServer>;
  disconnect(): void;
  getPrimaryService(uuid: string): Promise<LinkService>;
}

export interface LinkService {
  getCharacteristic(uuid: string): Promise<LinkCharacteristic>;
}

export interface LinkCharacteristic {
  readValue(): Promise<DataView>;
  writeValueWithResponse(value: Uint8Array): Promise<void>;
  /** This and the rest carry a device's console: missing where only syncs may go, as through a page's pipe. */
  writeValueWithoutResponse?(value: Uint8Array): Promise<void>;
  /** The value of the newest notification. */
  readonly value?: DataView | undefined;
  startNotifications?(): Promise<unknown>;
  addEventListener?(event: 'characteristicvaluechanged', listener: () => void): void;
}

/** One advert as it was received. */
export interface LinkAdvert {
  readonly deviceId: string;
  readonly name?: string | undefined;
  readonly uuids: readonly string[];
  /** Signal strength in dBm; undefined: not known. */
  readonly rssi?: number | undefined;
  /** By company number. */
  readonly manufacturerData: ReadonlyMap<number, DataView>;
}

/** A radio. */
export interface Link {
  /** Reports adverts until the returned function is called. */
  watchAdverts(onAdvert: (advert: LinkAdvert) => void): Promise<() => void>;
  /** The device with the id of an advert; undefined when it is not there. */
  findDevice(deviceId: string): Promise<LinkDevice | undefined>;
}
