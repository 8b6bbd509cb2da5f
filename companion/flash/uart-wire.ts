import { CompanionError } from '../errors';
import type { LinkCharacteristic, LinkDevice } from '../link/port';
import type { SyncTimer } from '../sync/timer';
import type { Wire } from './wire';
import { within } from './within';

/** The Nordic UART service, over which Espruino's interpreter listens. Source: Espruino, libs/bluetooth. */
export const UART_UUID = '6e400001-b5a3-f393-e0a9-e50e24dcca9e';
const TO_DEVICE_UUID = '6e400002-b5a3-f393-e0a9-e50e24dcca9e';
const FROM_DEVICE_UUID = '6e400003-b5a3-f393-e0a9-e50e24dcca9e';

const CONNECT_LIMIT_MS = 15_000;
const STEP_LIMIT_MS = 5_000;
/** What every link carries. A longer notification shows that this one carries more (so do Espruino's own tools). */
const LEAST_BYTES = 20;
const XON = 0x11;
const XOFF = 0x13;
/**
 * Every so many writes one is answered by the device's radio, so that a request to wait comes in time: it is sent with
 * a quarter of the input queue still free, and that is 256 of 1,024 bytes on Pixl.js (Espruino 2v29).
 */
const UNANSWERED_WRITES = 4;
/** A device that asked to wait and never says more is taken to have lost its word. */
const PAUSE_LIMIT_MS = 10_000;

/** The interpreter of a device in reach, as a wire; opening it connects, closing it ends the link. */
export function uartWire(device: LinkDevice, timer: SyncTimer): Wire {
  const { gatt } = device;
  let toDevice: LinkCharacteristic | undefined;
  let chunkBytes = LEAST_BYTES;
  let goOn: (() => void) | undefined;
  let pause: Promise<void> | undefined;
  let writes = 0;

  function onFlowControl(byte: number): void {
    if (byte === XON) goOn?.();
    else if (!pause) {
      pause = new Promise((resolve) => {
        const stopLimit = timer.start(PAUSE_LIMIT_MS, () => goOn?.());
        goOn = () => {
          stopLimit();
          pause = goOn = undefined;
          resolve();
        };
      });
    }
  }

  /** Espruino puts both bytes anywhere between others, in the middle of a packet too, and sends only text besides. */
  function withoutFlowControl(bytes: Uint8Array): Uint8Array {
    return bytes.filter((byte) => {
      const isControl = byte === XON || byte === XOFF;
      if (isControl) onFlowControl(byte);
      return !isControl;
    });
  }

  return {
    async open(onData, onClosed) {
      const onDisconnected = (): void => {
        device.removeEventListener('gattserverdisconnected', onDisconnected);
        goOn?.();
        onClosed();
      };
      device.addEventListener('gattserverdisconnected', onDisconnected);
      try {
        await within(timer, CONNECT_LIMIT_MS, gatt.connect());
        const service = await within(timer, CONNECT_LIMIT_MS, gatt.getPrimaryService(UART_UUID));
        const fromDevice = await within(timer, STEP_LIMIT_MS, service.getCharacteristic(FROM_DEVICE_UUID));
        toDevice = await within(timer, STEP_LIMIT_MS, service.getCharacteristic(TO_DEVICE_UUID));
        fromDevice.addEventListener?.('characteristicvaluechanged', () => {
          const { value } = fromDevice;
          if (!value) return;
          chunkBytes = Math.max(chunkBytes, value.byteLength);
          onData(withoutFlowControl(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)));
        });
        await within(timer, STEP_LIMIT_MS, fromDevice.startNotifications?.() ?? cannotCarry());
      } catch (error) {
        gatt.disconnect();
        throw new CompanionError('flash-device', error instanceof Error ? error.message : '', error);
      }
    },
    async write(bytes) {
      for (let at = 0; at < bytes.length; ) {
        await pause;
        if (!gatt.connected) throw new CompanionError('flash-lost');
        const chunk = bytes.subarray(at, at + chunkBytes);
        const isAnswered = ++writes % UNANSWERED_WRITES === 0;
        const writing = isAnswered
          ? toDevice?.writeValueWithResponse(chunk)
          : toDevice?.writeValueWithoutResponse?.(chunk);
        await within(timer, STEP_LIMIT_MS, writing ?? cannotCarry());
        at += chunk.length;
      }
    },
    close: () => gatt.disconnect(),
  };
}

const cannotCarry = (): Promise<never> => Promise.reject(new Error('This radio cannot carry commands'));
