import type { PropsWithChildren } from 'hono/jsx';
import { EMERGENCY_BYTES, STORE_NAME_BYTES, URGENT_LINE_BYTES } from '../../../shared/wire/settings';
import type { Settings } from '../../../shared/wire/settings-contents';
import type { StoreEntry } from '../../store/store';
import type { Site } from '../site';
import { Layout } from './layout';

const STORE_LETTERS_MAX = 60;

const languages = { en: 'English', es: 'Spanish', fr: 'French', de: 'German' };
const modes = {
  patterns: 'Show labels such as “Kneecap-area pain”',
  signposting: 'Signposting only: no labels at all',
};
const units = { km: 'Kilometres', mi: 'Miles' };

/** One kiosk as the form shows it. */
export interface KioskForm {
  readonly kioskId: string;
  readonly name: string;
  readonly storeId: string;
  readonly settings: Settings;
  /** whether the kiosk has taken them, as a sentence */
  readonly state: string;
}

/** What the last form came to. */
export interface SettingsTold {
  readonly done?: string;
  readonly refusal?: string;
}

type FieldProps = PropsWithChildren<{ id: string; label: string; help?: string }>;

const Field = ({ id, label, help, children }: FieldProps) => (
  <div class="field">
    <label for={id}>{label}</label>
    {children}
    {help ? (
      <p class="note" id={`${id}-help`}>
        {help}
      </p>
    ) : null}
  </div>
);

type ChoiceProps = { id: string; name: string; value: string; options: Readonly<Record<string, string>> };

const Choice = ({ id, name, value, options }: ChoiceProps) => (
  <select id={id} name={name}>
    {Object.entries(options).map(([code, words]) => (
      <option value={code} selected={code === value}>
        {words}
      </option>
    ))}
  </select>
);

type TextProps = { id: string; name: string; value: string; max: number; isNumber?: true };

const Text = ({ id, name, value, max, isNumber }: TextProps) => (
  <input
    id={id}
    name={name}
    value={value}
    maxlength={max}
    inputmode={isNumber ? 'tel' : undefined}
    aria-describedby={`${id}-help`}
    autocomplete="off"
  />
);

function KioskSettings({ kiosk, hasOthers }: { kiosk: KioskForm; hasOthers: boolean }) {
  const { settings, kioskId } = kiosk;
  const id = (name: string): string => `${name}-${kioskId}`;
  return (
    <section class="panel" aria-labelledby={id('kiosk')}>
      <h2 id={id('kiosk')}>{kiosk.name}</h2>
      <p class="lead">{kiosk.state}</p>
      <form class="form" method="post" action="/settings/kiosk">
        <input type="hidden" name="kioskId" value={kioskId} />
        <Field id={id('name')} label="Name on the screen" help={`At most ${STORE_NAME_BYTES} letters.`}>
          <Text id={id('name')} name="storeName" value={settings.storeName} max={STORE_NAME_BYTES} />
        </Field>
        <Field id={id('language')} label="Language at first" help="Only a language that was flashed shows.">
          <Choice id={id('language')} name="language" value={settings.language} options={languages} />
        </Field>
        <Field id={id('units')} label="Distances in">
          <Choice id={id('units')} name="units" value={settings.units} options={units} />
        </Field>
        <Field
          id={id('urgent')}
          label="Urgent health line"
          help="For example 111 or 116117. Shown with “get help today”; empty: not shown."
        >
          <Text
            id={id('urgent')}
            name="urgentLine"
            value={settings.urgentLine}
            max={URGENT_LINE_BYTES}
            isNumber
          />
        </Field>
        <Field
          id={id('emergency')}
          label="Emergency number"
          help="For example 112, 911 or 999. Empty: “Call your emergency number”."
        >
          <Text
            id={id('emergency')}
            name="emergencyNumber"
            value={settings.emergencyNumber}
            max={EMERGENCY_BYTES}
            isNumber
          />
        </Field>
        <Field id={id('mode')} label="Results" help="Ask about the rules for medical software where you are.">
          <Choice id={id('mode')} name="mode" value={settings.mode} options={modes} />
        </Field>
        <Field
          id={id('minimum')}
          label="Checks before a sheet closes"
          help="5 to 255; 10 is usual. A kiosk that is used little keeps its sheets longer with a higher number."
        >
          <input
            id={id('minimum')}
            name="minimum"
            type="number"
            min="5"
            max="255"
            required
            value={String(settings.minimum)}
            aria-describedby={`${id('minimum')}-help`}
          />
        </Field>
        <p class="check">
          <input
            id={id('unstable')}
            type="checkbox"
            name="instabilityUrgent"
            value="yes"
            checked={settings.instabilityUrgent}
          />
          <label for={id('unstable')}>
            Giving way or catching means “get help today”, not “see someone soon”
          </label>
        </p>
        {hasOthers ? (
          <p class="check">
            <input id={id('all')} type="checkbox" name="everyKiosk" value="yes" />
            <label for={id('all')}>The same for every kiosk of this store</label>
          </p>
        ) : null}
        <button type="submit">Save for the next sync</button>
      </form>
    </section>
  );
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
