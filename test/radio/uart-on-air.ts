import host, { type Connection, type Manager, type ServerCharacteristic } from 'ble-host';
import { EspruinoAtt } from './espruino-att';
import type { VirtualAir } from './virtual-air';
import { VirtualController } from './virtual-controller';

const UART = '6e40000N-b5a3-f393-e0a9-e50e24dcca9e';
const uuid = (number: number): string => UART.replace('N', String(number));
/** The UART in a scan response, as Espruino sends it. */
const SCAN_RESPONSE = Buffer.from('11079ecadc240ee5a9e093f3a3b50100406e', 'hex');
const INTERVAL_SLOTS = 600;
const ATT_HEAD_BYTES = 3;
const MAX_BYTES = 512;
const ACCESS_DENIED = 0x80;

/** Somebody's console on the virtual air: the Nordic UART service on a real host stack. */
export interface UartOnAir {
  /** Prints: bytes become notifications as long as messages may be. Lost while nobody has asked for them. */
  print(bytes: Uint8Array): void;
  leave(): void;
}

/**
 * Puts a console onto the air, advertised as Espruino does: its name, and the UART in the scan response.
 *
 * @param onTyped  told what is written to it, piece by piece
 */
export async function putUartOnAir(
  air: VirtualAir,
  { address, name, attMtu }: { address: string; name: string; attMtu: number },
  onTyped: (bytes: Uint8Array) => void,
): Promise<UartOnAir> {
  const controller = new VirtualController(air, '00:00:00:00:00:00');
  const att = new EspruinoAtt(controller, attMtu);
  const manager = await new Promise<Manager>((resolve, reject) => {
    host.BleManager.create(att, { staticRandomAddress: address }, (error, made) =>
      error ? reject(error) : resolve(made),
    );
  });
  manager.on('error', () => undefined); // it reports its own end
  let connection: Connection | undefined;
  let isListening = false;
  let isGone = false;
  const typed: ServerCharacteristic = {
    uuid: uuid(2),
    properties: ['write', 'write-without-response'],
    maxLength: MAX_BYTES,
    onRead: (_connection, answer) => answer(ACCESS_DENIED),
    onWrite(_connection, needsResponse, value, answer) {
      if (needsResponse) answer(0);
      onTyped(Uint8Array.from(value));
    },
  };
  const printed: ServerCharacteristic = {
    uuid: uuid(3),
    properties: ['notify'],
    maxLength: MAX_BYTES,
    onRead: (_connection, answer) => answer(ACCESS_DENIED),
    onWrite: (_connection, _needsResponse, _value, answer) => answer(ACCESS_DENIED),
    onSubscriptionChange(_connection, isNotified) {
      isListening = isNotified;
    },
  };
  manager.gattDb.setDeviceName(name);
  manager.gattDb.addServices([{ uuid: uuid(1), characteristics: [typed, printed] }]);
  const letters = Buffer.from(name, 'latin1');
  manager.setAdvertisingData(Buffer.from([2, 1, 6, letters.length + 1, 9, ...letters]));
  manager.setScanResponseData(SCAN_RESPONSE);

  function advertise(): void {
    if (isGone) return;
    manager.startAdvertising(
      { intervalMin: INTERVAL_SLOTS, intervalMax: INTERVAL_SLOTS },
      (_status, made) => {
        connection = made;
        made?.on('disconnect', () => {
          connection = undefined;
          isListening = false;
          advertise();
        });
      },
    );
  }

  advertise();
  return {
    print(bytes) {
      for (let at = 0; at < bytes.length; at += attMtu - ATT_HEAD_BYTES) {
        const piece = Buffer.from(bytes.subarray(at, at + attMtu - ATT_HEAD_BYTES));
        if (connection && isListening) printed.notify?.(connection, piece);
      }
    },
    leave() {
      isGone = true;
      att.emit('close');
      controller.unplug();
    },
  };
}
