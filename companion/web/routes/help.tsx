import type { Context } from 'hono';
import { Help } from '../pages/help';
import { Layout } from '../pages/layout';
import type { Site } from '../site';

/** GET /help. How to read the pages, and what to do when a kiosk is silent. */
export const helpRoute = (site: Site) => (c: Context) =>
  c.html(
    <Layout site={site} title="Help" path="/help">
      <Help />
    </Layout>,
  );
