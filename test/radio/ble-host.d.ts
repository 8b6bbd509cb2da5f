/** As much of ble-host 1.0.3 as the tests use; the package has no types. */
declare module 'ble-host' {
  import type { EventEmitter } from 'node:events';

  export interface Transport extends EventEmitter {
    write(packet: Buffer): void;
  }

  export interface Connection extends EventEmitter {
    disconnect(): void;
  }

  type Answer = (error: number, value?: Buffer) => void;

  export interface ServerCharacteristic {
    readonly uuid: string;
    readonly properties: readonly ('read' | 'write' | 'write-without-response' | 'notify')[];
    readonly maxLength: number;
    onRead(connection: Connection, answer: Answer): void;
    onWrite(connection: Connection, needsResponse: boolean, value: Buffer, answer: Answer): void;
    onSubscriptionChange?(connection: Connection, isNotified: boolean): void;
    /** Put here by addServices where `notify` is among the properties. */
    notify?(connection: Connection, value: Buffer): void;
  }

  export interface Manager extends EventEmitter {
    readonly gattDb: {
      setDeviceName(name: string): void;
      addServices(
        services: readonly {
          readonly uuid: string;
          readonly characteristics: readonly ServerCharacteristic[];
        }[],
      ): void;
    };
    setAdvertisingData(data: Buffer): void;
    setScanResponseData(data: Buffer): void;
    startAdvertising(
      parameters: { readonly intervalMin: number; readonly intervalMax: number },
      onEnd: (status: number, connection?: Connection) => void,
    ): void;
    stopAdvertising(): void;
  }

  const host: {
    readonly BleManager: {
      create(
        transport: Transport,
        options: { readonly staticRandomAddress: string },
        onReady: (error: Error | null, manager: Manager) => void,
      ): void;
    };
    readonly AttErrors: { readonly UNLIKELY_ERROR: number };
  };
  export default host;
}
