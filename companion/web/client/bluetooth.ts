import { SERVICE_UUID } from '../../../shared/wire/protocol';
import type { PipeAnswer, PipeAsk } from '../../link/pipe';
import { openPipeEnd } from '../../link/pipe-end';
import type { LinkDevice } from '../../link/port';

/** The part of Web Bluetooth that this page uses. Source: Web Bluetooth, draft community group report. */
interface Bluetooth {
  requestDevice(options: { filters: { services: string[] }[] }): Promise<LinkDevice>;
}

const NO_BLUETOOTH =
  'This browser has no Web Bluetooth. Open this page in Chrome or Edge, not on an iPhone or iPad.';
const NOT_SECURE =
  'Browsers allow Bluetooth only on this machine itself or over https. Open the page that way.';

const button = document.getElementById('bluetooth-sync') as HTMLButtonElement;
const state = document.getElementById('bluetooth-state') as HTMLElement;
const { bluetooth } = navigator as unknown as { bluetooth?: Bluetooth };

const say = (words: string): void => {
  state.textContent = words;
};

const post = (path: string, body: unknown): Promise<Response> =>
  fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

/** Carries the companion's steps to the device until the companion says how it went. */
function syncThrough(device: LinkDevice): Promise<string> {
  const events = new EventSource('/kiosks/bluetooth/pipe');
  let path = '';
  const takeStep = openPipeEnd(device, (message: PipeAnswer) => {
    post(path, message).catch(() => undefined);
  });
  return new Promise<string>((resolve) => {
    events.addEventListener('error', () => resolve('The companion does not answer.'));
    events.addEventListener(
      'ask',
      (event: MessageEvent<string>) => void takeStep(JSON.parse(event.data) as PipeAsk),
    );
    events.addEventListener('pipe', async (event: MessageEvent<string>) => {
      path = `/kiosks/bluetooth/pipe/${event.data}`;
      const answer = await post(`${path}/sync`, {});
      const { words } = (await answer.json()) as { words?: string };
      resolve(words ?? 'The companion refused.');
    });
  })
    .catch(() => 'The companion does not answer.')
    .finally(() => {
      events.close();
      device.gatt.disconnect();
    });
}

async function sync(): Promise<void> {
  button.disabled = true;
  try {
    const device = await bluetooth?.requestDevice({ filters: [{ services: [SERVICE_UUID] }] });
    if (device) {
      say(`Talking to ${device.name ?? 'the kiosk'} ...`);
      say(await syncThrough(device));
    }
  } catch {
    say('No kiosk was picked. Is one in reach, and this device’s Bluetooth on?');
  }
  button.disabled = false;
}

if (!window.isSecureContext) say(NOT_SECURE);
else if (!bluetooth) say(NO_BLUETOOTH);
else {
  button.disabled = false;
  button.addEventListener('click', () => void sync());
}
