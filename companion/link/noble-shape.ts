/** As much of @stoprocent/noble as is used here; the package itself is loaded at run time, and may be missing. */
export interface Noble {
  readonly state: string;
  on(event: 'stateChange', listener: (state: string) => void): unknown;
  on(event: 'discover', listener: (peripheral: NoblePeripheral) => void): unknown;
  on(event: 'warning', listener: (words: string) => void): unknown;
  removeAllListeners(event?: string): unknown;
  startScanning(serviceUuids: string[], allowDuplicates: boolean, callback: (error?: Error) => void): void;
  stopScanning(callback: () => void): void;
  stop(): void;
}

/** Units of HCI: 1.25 ms for intervals, 10 ms for the time-out. Only the Linux binding takes them. */
export interface NobleConnectOptions {
  readonly minInterval: number;
  readonly maxInterval: number;
  readonly latency: number;
  readonly timeout: number;
}

export interface NoblePeripheral {
  readonly id: string;
  readonly rssi: number;
  readonly state: string;
  readonly advertisement: {
    readonly localName?: string | undefined;
    readonly manufacturerData?: Buffer | undefined;
    /** small hexadecimal digits without hyphens */
    readonly serviceUuids?: readonly string[] | undefined;
  };
  connectAsync(options: NobleConnectOptions): Promise<void>;
  cancelConnect(): void;
  disconnect(): void;
  discoverServicesAsync(uuids: string[]): Promise<NobleService[]>;
  once(event: 'disconnect', listener: () => void): unknown;
  removeListener(event: 'disconnect', listener: () => void): unknown;
}

export interface NobleService {
  readonly uuid: string;
  discoverCharacteristicsAsync(uuids: string[]): Promise<NobleCharacteristic[]>;
}

export interface NobleCharacteristic {
  readonly uuid: string;
  readAsync(): Promise<Buffer>;
  writeAsync(data: Buffer, withoutResponse: boolean): Promise<void>;
  subscribeAsync(): Promise<unknown>;
  on(event: 'data', listener: (data: Buffer, isNotification: boolean) => void): unknown;
}
