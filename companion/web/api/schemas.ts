import { z } from '@hono/zod-openapi';

const isoDate = z.string().openapi({ format: 'date', example: '2026-03-09' });
const storeId = z.string().openapi({ example: 'mill-lane' });

/** A published figure in one of its three states; they are never mixed up with each other or with zero. */
const figureSchema = z
  .discriminatedUnion('state', [
    z.object({
      state: z.literal('number'),
      atLeast: z
        .int()
        .openapi({ description: 'a multiple of ten; in a quarter, of its `bandWidth`', example: 30 }),
      atMost: z.int().openapi({ example: 39 }),
    }),
    z.object({ state: z.enum(['held back', 'no report']) }),
  ])
  .openapi('Figure', {
    description:
      'A count rounded down: any whole number from atLeast to atMost. In a release of a store it is rounded down to tens, ' +
      'and "held back" is 0 to 9; in a quarter of a chain it is rounded down to `bandWidth`, and "held back" is less than ' +
      'that. "no report" means that nothing was counted there; it is not zero.',
  });

export const storeSchema = z
  .object({ storeId, name: z.string(), region: z.string().nullable(), isSimulated: z.boolean() })
  .openapi('Store');

export const releaseSchema = z
  .object({
    storeId,
    spanNo: z
      .int()
      .openapi({ description: '1 for the first span of a store, then without gaps', example: 12 }),
    firstDay: isoDate,
    lastDay: isoDate,
    publishedOn: isoDate,
    isSimulated: z.boolean(),
    kiosks: z.int().openapi({ description: 'how many kiosks the span holds sheets of' }),
    figures: z.record(z.string(), figureSchema).openapi({
      description: 'finished and started checks, and every answer, outcome and staff press by its key',
      example: {
        finished: { state: 'number', atLeast: 120, atMost: 129 },
        'loc.back': { state: 'held back' },
      },
    }),
  })
  .openapi('Release', { description: 'One released span of one store. It never changes.' });

export const quarterSchema = z
  .object({
    quarter: z.string().openapi({ example: '2026-Q1' }),
    outcome: z.enum(['released', 'refused', 'no report']).openapi({
      description:
        'refused: the audit could not show that it gives no count away; no report: fewer than ten stores',
    }),
    closedOn: isoDate,
    isSimulated: z.boolean().nullable(),
    stores: z.int().nullable().openapi({ description: 'how many stores it is about' }),
    spans: z.int().nullable().openapi({ description: 'how many released spans of theirs' }),
    bandWidth: z.int().nullable().openapi({
      description:
        '10, 20, 50 or 100: how far counts are rounded down, by the number of spans alone; less is held back',
    }),
    figures: z.record(z.string(), figureSchema).openapi({ description: 'by the keys of a release' }),
  })
  .openapi('Quarter', {
    description: 'All stores of a chain together in a calendar quarter. Once closed it never changes.',
  });

export const kioskSchema = z
  .object({
    kioskId: z.string().openapi({ example: '4f2a91c07be355d1' }),
    storeId,
    name: z.string(),
    board: z.string(),
    isSimulated: z.boolean(),
    state: z
      .enum(['well', 'look', 'alarm'])
      .openapi({ description: 'alarm: not heard for over a day; look: something needs attention' }),
    lastHeardAt: z.string().nullable().openapi({ format: 'date-time' }),
    batteryPercent: z.int().nullable(),
    sheetsWaiting: z.int().nullable(),
    sheetsNotReceived: z.int(),
    sheetsQuarantined: z.int(),
    firmware: z.string().nullable().openapi({ example: '0.1.0' }),
    lastSyncError: z.string().nullable(),
  })
  .openapi('Kiosk', { description: 'How a kiosk is doing. Nothing in it follows a shopper.' });

export const errorSchema = z
  .object({ error: z.object({ code: z.string(), message: z.string() }) })
  .openapi('Error');

export const storePath = z.object({ storeId: z.string().max(100).openapi({ example: 'mill-lane' }) });

export const spanPath = storePath.extend({ spanNo: z.coerce.number().pipe(z.int().min(1)) });

export const listQuery = z.object({
  limit: z.coerce
    .number()
    .pipe(z.int().min(1).max(100))
    .default(20)
    .openapi({ description: 'how many releases at most' }),
  before: z.coerce
    .number()
    .pipe(z.int().min(1))
    .optional()
    .openapi({ description: 'only spans with smaller numbers: the last spanNo of the page before' }),
});

export const storesQuery = z.object({
  search: z.string().max(60).optional().openapi({ description: 'part of a store’s name or id' }),
  region: z.string().max(60).optional().openapi({ description: 'the whole name of a region' }),
  limit: z.coerce.number().pipe(z.int().min(1).max(1000)).default(1000),
  offset: z.coerce.number().pipe(z.int().min(0).max(10_000_000)).default(0),
});
