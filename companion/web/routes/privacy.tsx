import type { Context } from 'hono';
import type { Deps } from '../deps';
import { Layout } from '../pages/layout';
import { Privacy } from '../pages/privacy';
import type { Site } from '../site';

/** GET /privacy. For everybody, shoppers too: what is promised and what is held; with rows for who may look in. */
export const privacyRoute = (deps: Deps, site: Site) => async (c: Context) => {
  const mayLookIn = deps.access === null || c.get('signedIn') !== undefined;
  return c.html(
    <Layout site={site} title="Privacy" path="/privacy" isBare={!mayLookIn}>
      <Privacy holdings={mayLookIn ? await deps.readModel.listHoldings() : null} />
    </Layout>,
  );
};
