import type { Context } from 'hono';
import type { Deps } from '../deps';
import { readListing } from '../listing';
import { Layout } from '../pages/layout';
import { ListingForm } from '../pages/listing-form';
import { Pager } from '../pages/pager';
import { KioskCard } from '../panels/kiosk-card';
import { sumUpKiosks, sumUpMany } from '../panels/sum-up-kiosks';
import type { Site } from '../site';

/** More are found by paging or by a search. */
const KIOSKS_A_PAGE = 24;

/** GET /kiosks. Whether each kiosk is well, and how old its data is; those that need attention come first. */
export const kiosksRoute = (deps: Deps, site: Site) => async (c: Context) => {
  const nowMs = deps.nowMs();
  const listing = readListing(c);
  const first = (listing.page - 1) * KIOSKS_A_PAGE;
  const { kiosks, total, alarms, looks } = await deps.readModel.pageKiosks(
    listing.search,
    nowMs,
    first,
    KIOSKS_A_PAGE,
  );
  const isSearch = Object.keys(listing.search).length > 0;
  const isLong = isSearch || total > KIOSKS_A_PAGE;
  const regions = isLong ? await deps.readModel.listRegionNames() : [];
  const isSimulated = kiosks.some((kiosk) => kiosk.isSimulated);
  return c.html(
    <Layout site={site} title="Kiosks" path="/kiosks" isSimulated={isSimulated} live="kiosks">
      <h1>Kiosks</h1>
      <p class={alarms > 0 ? 'alarm-words' : undefined}>
        {isLong ? sumUpMany(total, alarms, looks) : sumUpKiosks(kiosks, nowMs)}
      </p>
      {total === 0 && !isSearch ? (
        <p>
          Make one with <code>counterstep flash</code>; <code>counterstep flash --help</code> shows how.
        </p>
      ) : null}
      {isLong ? (
        <ListingForm path="/kiosks" listing={listing} regions={regions} what="store’s kiosks" />
      ) : null}
      <Pager path="/kiosks" listing={listing} total={total} perPage={KIOSKS_A_PAGE} what="kiosks" />
      <div class="panels">
        {kiosks.map((kiosk) => (
          <KioskCard kiosk={kiosk} store={kiosk.storeName} nowMs={nowMs} />
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
