import type { Context } from 'hono';
import { readMetrics } from '../api/metrics';
import { writeMetrics } from '../api/metrics-text';
import type { Deps } from '../deps';

/** GET /metrics. What Prometheus collects. */
export const metricsRoute = (deps: Deps) => async (c: Context) =>
  c.body(writeMetrics(await readMetrics(deps)), 200, {
    'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
  });
