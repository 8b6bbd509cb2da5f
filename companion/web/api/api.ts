import { OpenAPIHono } from '@hono/zod-openapi';
import type { KioskHealth } from '../../store/kiosk-health';
import { sampledVitals } from '../../store/needs-look';
import type { Quarter } from '../../store/quarter';
import { outcomeWords } from '../bands/quarters';
import { releasesCsv } from '../bands/releases-csv';
import { exportFigures, exportReleases } from '../bands/releases-json';
import type { Deps } from '../deps';
import { judgeKiosk } from '../panels/judge-kiosk';
import {
  findReleaseApi,
  listAllKiosksApi,
  listKiosksApi,
  listQuartersApi,
  listReleasesApi,
  listStoresApi,
  releasesCsvApi,
} from './api-routes';

const refusal = (code: string, message: string) => ({ error: { code, message } });
const NO_STORE = refusal('store-unknown', 'This companion knows no store by that name.');
const NO_SPAN = refusal('span-unknown', 'This store has no released span with that number.');

const INFO = {
  title: 'Counterstep',
  description:
    'Releases of a running store’s counter kiosks, and how the kiosks are doing. Counts of a store are rounded ' +
    'down to tens, and 0 to 9 is held back; a chain’s totals are rounded down to `bandWidth`, and less is held back. Exact ' +
    'totals are nowhere. Reading is all there is.',
};

/** The JSON API below /api/v1, described by its own schemas at /openapi.json. */
export function createApi({ readModel, nowMs, version }: Deps): OpenAPIHono {
  const api = new OpenAPIHono({
    defaultHook(result, c) {
      if (result.success) return undefined;
      const [issue] = result.error.issues;
      return c.json(refusal('query-unusable', `${issue?.path.join('.')}: ${issue?.message}`), 400);
    },
  });
  const isKnown = async (storeId: string): Promise<boolean> =>
    (await readModel.findStore(storeId)) !== undefined;

  api.openapi(listStoresApi, async (c) => {
    const { search: words, region, limit, offset } = c.req.valid('query');
    const { stores, total } = await readModel.pageStores({ words, region }, offset, limit);
    return c.json({ total, stores: stores.map(({ store }) => store) }, 200);
  });

  api.openapi(listAllKiosksApi, async (c) => {
    const { search: words, region, limit, offset } = c.req.valid('query');
    const found = await readModel.pageKiosks({ words, region }, nowMs(), offset, limit);
    const { total, alarms, looks } = found;
    const kiosks = found.kiosks.map((kiosk) => describeKiosk(kiosk, nowMs()));
    return c.json({ total, alarms, looks, kiosks }, 200);
  });

  api.openapi(listReleasesApi, async (c) => {
    const { storeId } = c.req.valid('param');
    const { limit, before = Number.POSITIVE_INFINITY } = c.req.valid('query');
    if (!(await isKnown(storeId))) return c.json(NO_STORE, 404);
    const older = (await readModel.listReleases(storeId)).filter(({ spanNo }) => spanNo < before);
    return c.json({ releases: exportReleases(older.slice(0, limit)) }, 200);
  });

  api.openapi(releasesCsvApi, async (c) => {
    const { storeId } = c.req.valid('param');
    if (!(await isKnown(storeId))) return c.json(NO_STORE, 404);
    return c.body(releasesCsv(await readModel.listReleases(storeId)), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
    });
  });

  api.openapi(findReleaseApi, async (c) => {
    const { storeId, spanNo } = c.req.valid('param');
    if (!(await isKnown(storeId))) return c.json(NO_STORE, 404);
    const found = (await readModel.listReleases(storeId)).filter((release) => release.spanNo === spanNo);
    const [release] = exportReleases(found);
    return release ? c.json(release, 200) : c.json(NO_SPAN, 404);
  });

  api.openapi(listQuartersApi, async (c) =>
    c.json({ quarters: (await readModel.listQuarters()).map(describeQuarter) }, 200),
  );

  api.openapi(listKiosksApi, async (c) => {
    const { storeId } = c.req.valid('param');
    if (!(await isKnown(storeId))) return c.json(NO_STORE, 404);
    const kiosks = await readModel.listKiosks(storeId);
    return c.json({ kiosks: kiosks.map((kiosk) => describeKiosk(kiosk, nowMs())) }, 200);
  });

  api.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' });
  api.doc31('/openapi.json', { openapi: '3.1.0', info: { ...INFO, version }, servers: [{ url: '/api/v1' }] });
  return api;
}

function describeQuarter({ quarter, outcome, closedOn, record }: Quarter) {
  return {
    quarter,
    outcome: outcomeWords(outcome),
    closedOn,
    isSimulated: record?.isSimulated ?? null,
    stores: record?.stores ?? null,
    spans: record?.spans ?? null,
    bandWidth: record?.bandWidth ?? null,
    figures: exportFigures(record),
  };
}

function describeKiosk(kiosk: KioskHealth, nowMs: number) {
  const { kioskId, storeId, name, board, isSimulated, lastHeardAtMs } = kiosk;
  const { sheetsWaiting, sheetsNotReceived, sheetsQuarantined, lastSyncError } = kiosk;
  return {
    kioskId,
    storeId,
    name,
    board,
    isSimulated,
    state: judgeKiosk(kiosk, nowMs).state,
    lastHeardAt: lastHeardAtMs === null ? null : new Date(lastHeardAtMs).toISOString(),
    batteryPercent: sampledVitals(kiosk)?.batteryPercent ?? null,
    sheetsWaiting,
    sheetsNotReceived,
    sheetsQuarantined,
    firmware: kiosk.vitals?.version ?? null,
    lastSyncError,
  };
}
