import type { StoreEntry } from '../../store/store';
import { STORE_LETTERS_MAX } from '../../store/store-name';
import type { Site } from '../site';
import { Layout } from './layout';
import { type KioskForm, KioskSettings } from './settings-form';

/** What the last form came to. */
export interface SettingsTold {
  readonly done?: string;
  readonly refusal?: string;
}

const StoreName = ({ store }: { store: StoreEntry }) => (
  <form class="form form-line" method="post" action="/settings/store">
    <input type="hidden" name="storeId" value={store.storeId} />
    <label for={`store-${store.storeId}`}>Name of the store in the dashboard</label>
    <input
      id={`store-${store.storeId}`}
      name="name"
      value={store.name}
      required
      maxlength={STORE_LETTERS_MAX}
      autocomplete="off"
    />
    <button type="submit">Rename</button>
  </form>
);

interface SettingsPageProps {
  readonly site: Site;
  readonly stores: readonly StoreEntry[];
  readonly kiosks: readonly KioskForm[];
  readonly told: SettingsTold;
}

/** Names of stores, and what each kiosk shall be set to. */
export const SettingsPage = ({ site, stores, kiosks, told }: SettingsPageProps) => (
  <Layout site={site} title="Settings" path="/settings">
    <h1>Settings</h1>
    <p>
      A kiosk gets its settings over the air with its next sync, a few minutes from now when it is in reach.
      They never change what was counted.
    </p>
    {told.done === undefined ? null : (
      <p class="done" role="status">
        {told.done}
      </p>
    )}
    {told.refusal === undefined ? null : (
      <p class="alarm-words" role="alert">
        {told.refusal}
      </p>
    )}
    {site.hasAccounts ? (
      <p>
        Who may look in is on <a href="/users">Users and tokens</a>.
      </p>
    ) : null}
    {stores.length === 0 ? (
      <p>
        No store yet. Add it at the machine: <code>counterstep stores add --name "Your store"</code>
      </p>
    ) : null}
    {stores.map((store) => {
      const own = kiosks.filter(({ storeId }) => storeId === store.storeId);
      return (
        <section aria-label={store.name}>
          <div class="panel">
            <StoreName store={store} />
          </div>
          <div class="panels">
            {own.map((kiosk) => (
              <KioskSettings kiosk={kiosk} hasOthers={own.length > 1} />
            ))}
          </div>
          {own.length === 0 ? <p class="note">No kiosk of this store has been set up yet.</p> : null}
        </section>
      );
    })}
  </Layout>
);
