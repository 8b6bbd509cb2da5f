import type { Context, Hono } from 'hono';
import type { LinkDevice } from '../../link/port';
import type { BoothSync } from '../deps';
import { BluetoothPanel } from '../pages/bluetooth-panel';
import { Layout } from '../pages/layout';
import { createPipes, readJson } from '../pipes';
import type { Site } from '../site';

/** Adds the page that syncs a kiosk over the browser's own Bluetooth. The page is only a pipe: keys stay here. */
export function addBluetooth(app: Hono, sync: (device: LinkDevice) => Promise<BoothSync>, site: Site): void {
  const pipes = createPipes(site);

  app.get('/kiosks/bluetooth', (c) =>
    c.html(
      <Layout site={site} title="Sync from here" path="/kiosks" isSimulated={false} script="bluetooth.js">
        <BluetoothPanel />
      </Layout>,
    ),
  );
  app.get('/kiosks/bluetooth/pipe', (c) => pipes.open(c, 'in a page'));
  app.post('/kiosks/bluetooth/pipe/:pipe', pipes.answer);
  app.post('/kiosks/bluetooth/pipe/:pipe/sync', async (c: Context) => {
    const found = pipes.find(c);
    if (!found || (await readJson(c)) === undefined) return c.json({ error: 'This pipe is closed.' }, 404);
    return c.json(await sync(found.device));
  });
}
