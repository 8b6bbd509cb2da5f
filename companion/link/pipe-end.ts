import { fromHex, toHex } from './hex';
import type { PipeAnswer, PipeAsk } from './pipe';
import type { LinkCharacteristic, LinkDevice } from './port';

const WORDS_MAX = 200;

/**
 * The far end of a pipe, in a page: does the steps that the companion asks for on a device there. A simulated board
 * and a device of Web Bluetooth are alike to it.
 *
 * @param answer  sends a message to the companion
 * @returns what takes the companion's steps
 */
export function openPipeEnd(device: LinkDevice, answer: (message: PipeAnswer) => void) {
  const { gatt } = device;
  device.addEventListener('gattserverdisconnected', () => answer({ isDropped: true }));

  const find = async ({ service = '', characteristic = '' }: PipeAsk): Promise<LinkCharacteristic> =>
    (await gatt.getPrimaryService(service)).getCharacteristic(characteristic);

  async function doStep(ask: PipeAsk): Promise<string> {
    if (ask.step === 'connect') {
      // A link from before is nobody's any more; a kiosk takes only one.
      if (gatt.connected) gatt.disconnect();
      await gatt.connect();
    } else if (ask.step === 'disconnect') gatt.disconnect();
    else if (ask.step === 'write') await (await find(ask)).writeValueWithResponse(fromHex(ask.value ?? ''));
    else {
      const value = await (await find(ask)).readValue();
      return toHex(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    }
    return '';
  }

  return async (ask: PipeAsk): Promise<void> => {
    try {
      answer({ id: ask.id, value: await doStep(ask) });
    } catch (error) {
      answer({ id: ask.id, error: error instanceof Error ? error.message.slice(0, WORDS_MAX) : 'failed' });
    }
  };
}
