import type { Context } from 'hono';
import { KioskBench } from '../pages/kiosk-bench';
import { Layout } from '../pages/layout';
import type { Site } from '../site';

/** GET /kiosk. Press through a simulated kiosk: the firmware bundle runs in the page. */
export const kioskRoute = (site: Site) => (c: Context) =>
  c.html(
    <Layout site={site} title="Try a kiosk" path="/kiosk" isSimulated script="kiosk.js">
      <KioskBench simulator={site.assetUrl('kiosk-board.js')} />
    </Layout>,
  );
