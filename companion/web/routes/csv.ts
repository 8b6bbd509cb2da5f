import type { Context } from 'hono';
import { releasesCsv } from '../bands/releases-csv';
import type { Deps } from '../deps';
import { refuse } from '../pages/refusals';
import { findPanel } from '../panels/every-panel';
import type { View } from '../panels/panel';
import { panelCsv, shoppersCsv } from '../panels/panel-csv';
import { findView } from '../query';
import type { Site } from '../site';

function writeFile(name: string, view: View): string | null {
  if (name === 'releases.csv') return releasesCsv(view.releases);
  if (name === 'shoppers.csv') return shoppersCsv(view);
  const panel = name.endsWith('.csv') ? findPanel(name.slice(0, -4)) : undefined;
  return panel ? panelCsv(panel, view) : null;
}

/** GET /csv/:file. The table behind one panel, or every released figure of a store. */
export const csvRoute = (deps: Deps, site: Site) => async (c: Context) => {
  const view = await findView(deps, c.req.query('store'), c.req.query('span'));
  if (view === 'no-release') return refuse(c, site, 'span-unknown');
  if (typeof view === 'string') return refuse(c, site, view);
  const file = c.req.param('file') ?? '';
  const text = writeFile(file, view);
  if (text === null) return refuse(c, site, 'panel-unknown');
  return c.body(text, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="counterstep-span-${view.release.spanNo}-${file}"`,
  });
};
