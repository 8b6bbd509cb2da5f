import type { Context } from 'hono';
import type { Deps } from '../deps';
import { Layout } from '../pages/layout';
import { judgeKiosk } from '../panels/judge-kiosk';
import { KioskCard } from '../panels/kiosk-card';
import { sumUpKiosks } from '../panels/sum-up-kiosks';
import type { Site } from '../site';

/** GET /kiosks. Whether each kiosk is well, and how old its data is. */
export const kiosksRoute = (deps: Deps, site: Site) => async (c: Context) => {
  const nowMs = deps.nowMs();
  const stores = new Map((await deps.readModel.listStores()).map((store) => [store.storeId, store.name]));
  const kiosks = await deps.readModel.listKiosks();
  const isSimulated = kiosks.some((kiosk) => kiosk.isSimulated);
  const hasAlarm = kiosks.some((kiosk) => judgeKiosk(kiosk, nowMs).state === 'alarm');
  return c.html(
    <Layout site={site} title="Kiosks" path="/kiosks" isSimulated={isSimulated} live="kiosks">
      <h1>Kiosks</h1>
      <p class={hasAlarm ? 'alarm-words' : undefined}>{sumUpKiosks(kiosks, nowMs)}</p>
      {kiosks.length === 0 ? (
        <p>
          Make one with <code>counterstep flash</code>; <code>counterstep flash --help</code> shows how.
        </p>
      ) : null}
      <div class="panels">
        {kiosks.map((kiosk) => (
          <KioskCard kiosk={kiosk} store={stores.get(kiosk.storeId) ?? 'no store'} nowMs={nowMs} />
        ))}
      </div>
      <p class="foot">
        <a href="/csv/kiosks.csv">CSV of all kiosks</a>
        {deps.syncFromPage && (
          <>
            {' · '}
            <a href="/kiosks/bluetooth">Sync a kiosk over this browser’s Bluetooth</a>
          </>
        )}
      </p>
      <p class="note">
        Data age is how long ago a kiosk last gave a genuine answer. A kiosk keeps counting while nobody hears
        it; months without a companion lose nothing. What is in its open sheet stays there until the sheet
        closes.
      </p>
    </Layout>,
  );
};
