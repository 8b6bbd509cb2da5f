import type { Browser, Page } from 'playwright-core';
import type { Board } from '../../firmware/simulator/board';
import { REPLY_UUID, REQUEST_UUID, SERVICE_UUID } from '../../shared/wire/protocol';

const ADDRESS = '09:09:09:09:09:09';
/** Time of the kiosk's that one exchange over the air takes. */
const EXCHANGE_MS = 20;
const PROPERTIES = {
  ...{ read: true, write: true, notify: false, indicate: false, broadcast: false },
  ...{ writeWithoutResponse: false, authenticatedSignedWrites: false, extendedProperties: false },
};

interface CharacteristicOperation {
  readonly characteristicId: string;
  readonly type: string;
  readonly data?: string;
}

/** The protocol of Chromium's tools, whose Bluetooth is not in the types. */
interface Tools {
  send(method: string, parameters?: object): Promise<Record<string, string>>;
  on(event: string, listener: (message: never) => void): void;
}

/** What the page's radio did, in order. */
export type AirLog = { readonly type: string; readonly bytes: Uint8Array }[];

/**
 * Puts a simulated board before the browser's emulated Bluetooth: every read and write of a page reaches its firmware.
 * The page's first request for a device gets it.
 */
export async function emulateKiosk(browser: Browser, page: Page, board: Board): Promise<AirLog> {
  const tools = (await browser.newBrowserCDPSession()) as unknown as Tools;
  const pageTools = (await page.context().newCDPSession(page)) as unknown as Tools;
  const log: AirLog = [];
  const uuids = new Map<string, string>();
  let link: ReturnType<Board['connect']> | undefined;

  await tools.send('BluetoothEmulation.enable', { state: 'powered-on', leSupported: true });
  await tools.send('BluetoothEmulation.simulatePreconnectedPeripheral', {
    address: ADDRESS,
    name: 'Counterstep a0a1',
    manufacturerData: [],
    knownServiceUuids: [SERVICE_UUID],
  });
  tools.on('BluetoothEmulation.gattOperationReceived', ({ type }: { type: string }) => {
    log.push({ type, bytes: new Uint8Array() });
    if (type === 'connection') {
      link?.disconnect();
      link = board.connect();
      board.advance(EXCHANGE_MS);
    }
    void tools.send('BluetoothEmulation.simulateGATTOperationResponse', { address: ADDRESS, type, code: 0 });
  });
  tools.on('BluetoothEmulation.characteristicOperationReceived', (operation: CharacteristicOperation) => {
    const { characteristicId, type, data = '' } = operation;
    const uuid = uuids.get(characteristicId) ?? '';
    let bytes = new Uint8Array(Buffer.from(data, 'base64'));
    if (type === 'write') link?.write(SERVICE_UUID, uuid, bytes);
    board.advance(EXCHANGE_MS);
    if (type === 'read') bytes = link?.read(SERVICE_UUID, uuid).slice() ?? bytes;
    log.push({ type, bytes });
    void tools.send('BluetoothEmulation.simulateCharacteristicOperationResponse', {
      ...{ characteristicId, type, code: 0 },
      ...(type === 'read' ? { data: Buffer.from(bytes).toString('base64') } : {}),
    });
  });
  const { serviceId } = await tools.send('BluetoothEmulation.addService', {
    address: ADDRESS,
    serviceUuid: SERVICE_UUID,
  });
  for (const characteristicUuid of [REQUEST_UUID, REPLY_UUID]) {
    const { characteristicId = '' } = await tools.send('BluetoothEmulation.addCharacteristic', {
      ...{ serviceId, characteristicUuid, properties: PROPERTIES },
    });
    uuids.set(characteristicId, characteristicUuid);
  }
  await pageTools.send('DeviceAccess.enable');
  let isPicked = false; // a second pick ends Chromium
  pageTools.on('DeviceAccess.deviceRequestPrompted', (prompt: { id: string; devices: { id: string }[] }) => {
    const [device] = prompt.devices;
    if (isPicked || !device) return;
    isPicked = true;
    void pageTools.send('DeviceAccess.selectPrompt', { id: prompt.id, deviceId: device.id });
  });
  return log;
}
