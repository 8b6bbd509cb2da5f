import type { Context } from 'hono';
import { z } from 'zod';
import type { Booth } from '../deps';
import { refuse } from '../pages/refusals';
import { createPipes, readJson } from '../pipes';
import type { Site } from '../site';

const DAY_MS = 86_400_000;

const syncSchema = z.strictObject({
  /** How far the page's simulated time is ahead of the companion's. */
  aheadMs: z
    .number()
    .min(0)
    .max(400 * DAY_MS),
});

/** The routes that join a kiosk in a page to the companion. */
export function kioskPipeRoutes(booth: Booth, site: Site) {
  const pipes = createPipes(site);

  /** POST /kiosk/new. A fresh simulated kiosk: its flash, and its name in a header. */
  const prepare = async (c: Context) => {
    const kiosk = await booth.prepare();
    if (!kiosk)
      return c.json({ error: 'Enough simulated kiosks have been taken; restart the companion.' }, 503);
    return c.body(new Uint8Array(kiosk.flash), 201, {
      'Content-Type': 'application/octet-stream',
      'Counterstep-Kiosk': kiosk.kioskId,
    });
  };

  /** GET /kiosk/pipe?kiosk=. What the companion asks of the kiosk's radio, as long as the page stays open. */
  const open = (c: Context) => {
    const kioskId = c.req.query('kiosk') ?? '';
    if (!/^[0-9a-f]{16}$/.test(kioskId)) return refuse(c, site, 'page-unknown');
    return pipes.open(c, kioskId);
  };

  /** POST /kiosk/pipe/:pipe/sync. Talks to the kiosk in the page now, and says how it went. */
  const sync = async (c: Context) => {
    const found = pipes.find(c);
    const wish = syncSchema.safeParse(await readJson(c));
    if (!found) return c.json({ error: 'This pipe is closed.' }, 404);
    if (!wish.success) return c.json({ error: 'This is not a time.' }, 400);
    return c.json(await booth.sync(found.label, found.device, wish.data.aheadMs));
  };

  return { prepare, open, answer: pipes.answer, sync };
}
