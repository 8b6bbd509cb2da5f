import type { Hono } from 'hono';
import type { Deps } from '../deps';
import { healthRoute } from '../routes/health';
import { metricsRoute } from '../routes/metrics';
import { createApi } from './api';

/** Adds what other programs ask for. */
export function addTools(app: Hono, deps: Deps): void {
  app.route('/api/v1', createApi(deps));
  app.get('/metrics', metricsRoute(deps));
  app.get('/health', healthRoute(deps));
}
