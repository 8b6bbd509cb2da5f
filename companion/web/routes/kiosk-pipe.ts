import { gzipSync } from 'node:zlib';
import type { Context } from 'hono';
import { z } from 'zod';
import { languageCodes } from '../../../shared/check/codes';
import type { Booth } from '../deps';
import { refuse } from '../pages/refusals';
import { createPipes, readJson } from '../pipes';
import type { Site } from '../site';

const DAY_MS = 86_400_000;
const KIOSK_ID = /^[0-9a-f]{16}$/;

const syncSchema = z.strictObject({
  /** How far the page's simulated time is ahead of the companion's. */
  aheadMs: z
    .number()
    .min(0)
    .max(400 * DAY_MS),
});

const wishSchema = z.strictObject({
  board: z.enum(['pixljs', 'banglejs2']),
  language: z.enum(languageCodes),
});
const refillSchema = wishSchema.extend({ kioskId: z.string().regex(KIOSK_ID) });

/** Flash is mostly texts and empty space: it is packed although its type does not say so. */
function sendFlash(c: Context, flash: Uint8Array, headers: Record<string, string>) {
  const isPacked = /\bgzip\b/.test(c.req.header('Accept-Encoding') ?? '');
  return c.body(new Uint8Array(isPacked ? gzipSync(flash) : flash), 201, {
    'Content-Type': 'application/octet-stream',
    ...(isPacked ? { 'Content-Encoding': 'gzip' } : {}),
    ...headers,
  });
}

/** The routes that join a kiosk in a page to the companion. */
export function kioskPipeRoutes(booth: Booth, site: Site) {
  const pipes = createPipes(site);

  /** POST /kiosk/new. A fresh simulated kiosk: its flash, and its name in a header. */
  const prepare = async (c: Context) => {
    const wish = wishSchema.safeParse(await readJson(c));
    if (!wish.success) return c.json({ error: 'There is no such kiosk.' }, 400);
    const kiosk = await booth.prepare(wish.data);
    if (!kiosk)
      return c.json({ error: 'Enough simulated kiosks have been taken; restart the companion.' }, 503);
    return sendFlash(c, kiosk.flash, { 'Counterstep-Kiosk': kiosk.kioskId });
  };

  /** POST /kiosk/refill. What a kiosk that is there holds behind its ledger in another language. */
  const refill = async (c: Context) => {
    const wish = refillSchema.safeParse(await readJson(c));
    if (!wish.success) return c.json({ error: 'There is no such kiosk.' }, 400);
    return sendFlash(c, booth.refill(wish.data.kioskId, wish.data), {});
  };

  /** GET /kiosk/pipe?kiosk=. What the companion asks of the kiosk's radio, as long as the page stays open. */
  const open = (c: Context) => {
    const kioskId = c.req.query('kiosk') ?? '';
    if (!KIOSK_ID.test(kioskId)) return refuse(c, site, 'page-unknown');
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

  return { prepare, refill, open, answer: pipes.answer, sync };
}
