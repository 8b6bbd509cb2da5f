import { createRoute, z } from '@hono/zod-openapi';
import {
  errorSchema,
  kioskSchema,
  listQuery,
  quarterSchema,
  releaseSchema,
  spanPath,
  storePath,
  storeSchema,
  storesQuery,
} from './schemas';

/** What every route answers with: what it found as JSON, or why there is nothing. */
const answers = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  200: { description, content: { 'application/json': { schema } } },
  400: { description: 'The address asks for something that cannot be.', ...refusal },
  401: { description: 'The token is missing, unknown or revoked.', ...refusal },
  404: { description: 'No such store or span.', ...refusal },
  429: { description: 'Too many requests; Retry-After says how many seconds to wait.', ...refusal },
});
const refusal = { content: { 'application/json': { schema: errorSchema } } };
const security = [{ token: [] }];

export const listStoresApi = createRoute({
  method: 'get',
  path: '/stores',
  summary: 'Stores by name',
  security,
  request: { query: storesQuery },
  responses: answers(z.object({ total: z.int(), stores: z.array(storeSchema) }), 'The stores.'),
});

export const listReleasesApi = createRoute({
  method: 'get',
  path: '/stores/{storeId}/releases',
  summary: 'Released spans of a store, the newest first',
  security,
  request: { params: storePath, query: listQuery },
  responses: answers(z.object({ releases: z.array(releaseSchema) }), 'The releases.'),
});

export const releasesCsvApi = createRoute({
  method: 'get',
  path: '/stores/{storeId}/releases.csv',
  summary: 'Every released figure of a store, one line each',
  security,
  request: { params: storePath },
  responses: {
    200: { description: 'A CSV file (RFC 4180).', content: { 'text/csv': { schema: z.string() } } },
    404: { description: 'No such store.', ...refusal },
  },
});

export const findReleaseApi = createRoute({
  method: 'get',
  path: '/stores/{storeId}/releases/{spanNo}',
  summary: 'One released span',
  security,
  request: { params: spanPath },
  responses: answers(releaseSchema, 'The release.'),
});

export const listQuartersApi = createRoute({
  method: 'get',
  path: '/quarters',
  summary: 'Totals of all stores of a chain by calendar quarter, the newest first',
  security,
  responses: answers(z.object({ quarters: z.array(quarterSchema) }), 'The quarters that have closed.'),
});

export const listAllKiosksApi = createRoute({
  method: 'get',
  path: '/kiosks',
  summary: 'How all kiosks are doing, those that need attention first',
  security,
  request: { query: storesQuery },
  responses: answers(
    z.object({ total: z.int(), alarms: z.int(), looks: z.int(), kiosks: z.array(kioskSchema) }),
    'The kiosks.',
  ),
});

export const listKiosksApi = createRoute({
  method: 'get',
  path: '/stores/{storeId}/kiosks',
  summary: 'How the kiosks of a store are doing, by name',
  security,
  request: { params: storePath },
  responses: answers(z.object({ kiosks: z.array(kioskSchema) }), 'The kiosks.'),
});
