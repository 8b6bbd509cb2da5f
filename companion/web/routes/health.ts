import type { Context } from 'hono';
import type { Deps } from '../deps';

/** GET /health. Whether the companion answers and reaches its database, and nothing else. */
export const healthRoute =
  ({ readModel }: Deps) =>
  async (c: Context) => {
    try {
      await readModel.firstStores(1);
      return c.json({ status: 'ok' });
    } catch {
      return c.json({ status: 'failing' }, 503);
    }
  };
