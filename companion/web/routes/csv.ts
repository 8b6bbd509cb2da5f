import type { Context } from 'hono';
import { releasesCsv } from '../bands/releases-csv';
import type { Deps } from '../deps';
import { refuse } from '../pages/refusals';
import { findPanel } from '../panels/every-panel';
import { kiosksCsv } from '../panels/kiosks-csv';
import type { View } from '../panels/panel';
import { funnelCsv, panelCsv, panelHistoryCsv, shoppersCsv } from '../panels/panel-csv';
import { quartersCsv } from '../panels/quarters-csv';
import { storesCsv } from '../panels/stores-csv';
import { findView } from '../query';
import type { Site } from '../site';

const HISTORY = '-history';
/** More than any chain has. */
const STORES_MAX = 1_000_000;

function writeFile(name: string, view: View): string | null {
  if (name === 'releases') return releasesCsv(view.releases);
  if (name === 'funnel') return funnelCsv(view);
  if (name === 'shoppers') return shoppersCsv(view);
  const panel = findPanel(name);
  if (panel) return panelCsv(panel, view);
  const past = name.endsWith(HISTORY) ? findPanel(name.slice(0, -HISTORY.length)) : undefined;
  return past ? panelHistoryCsv(past, view) : null;
}

function sendFile(c: Context, text: string, fileName: string) {
  return c.body(text, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${fileName}"`,
  });
}

/** GET /csv/:file. The table behind one panel, a panel span by span, all stores, or every released figure. */
export const csvRoute = (deps: Deps, site: Site) => async (c: Context) => {
  const file = c.req.param('file') ?? '';
  if (file === 'stores.csv')
    return sendFile(
      c,
      storesCsv((await deps.readModel.pageStores({}, 0, STORES_MAX)).stores),
      'counterstep-stores.csv',
    );
  if (file === 'kiosks.csv') {
    const kiosks = await deps.readModel.listKiosks();
    return sendFile(c, kiosksCsv(kiosks, deps.nowMs()), 'counterstep-kiosks.csv');
  }
  if (file === 'quarters.csv')
    return sendFile(c, quartersCsv(await deps.readModel.listQuarters()), 'counterstep-quarters.csv');
  const view = await findView(deps, c.req.query('store'), c.req.query('span'));
  if (view === 'no-release') return refuse(c, site, 'span-unknown');
  if (typeof view === 'string') return refuse(c, site, view);
  const text = file.endsWith('.csv') ? writeFile(file.slice(0, -4), view) : null;
  if (text === null) return refuse(c, site, 'panel-unknown');
  return sendFile(c, text, `counterstep-span-${view.release.spanNo}-${file}`);
};
