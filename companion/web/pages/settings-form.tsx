import type { PropsWithChildren } from 'hono/jsx';
import { EMERGENCY_BYTES, STORE_NAME_BYTES, URGENT_LINE_BYTES } from '../../../shared/wire/settings';
import type { Settings } from '../../../shared/wire/settings-contents';
import type { Mistakes } from '../settings-form';

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
  /** what was wrong with what was typed last; `settings` are as typed then */
  readonly mistakes: Mistakes;
}

type FieldProps = PropsWithChildren<{
  id: string;
  label: string;
  help?: string;
  mistake?: string | undefined;
}>;

const Field = ({ id, label, help, mistake, children }: FieldProps) => (
  <div class="field">
    <label for={id}>{label}</label>
    {children}
    {mistake === undefined ? null : (
      <p class="mistake" id={`${id}-mistake`}>
        {mistake}
      </p>
    )}
    {help ? (
      <p class="note" id={`${id}-help`}>
        {help}
      </p>
    ) : null}
  </div>
);

type ChoiceProps = {
  id: string;
  name: string;
  label: string;
  help?: string;
  value: string;
  options: Readonly<Record<string, string>>;
};

const ChoiceField = ({ id, name, label, help, value, options }: ChoiceProps) => (
  <Field id={id} label={label} {...(help ? { help } : {})}>
    <select id={id} name={name} aria-describedby={help ? `${id}-help` : undefined}>
      {Object.entries(options).map(([code, words]) => (
        <option value={code} selected={code === value}>
          {words}
        </option>
      ))}
    </select>
  </Field>
);

/** What a screen reader says of a field: its help, and what is wrong with it. */
const described = (id: string, mistake: string | undefined) => ({
  'aria-describedby': mistake === undefined ? `${id}-help` : `${id}-mistake ${id}-help`,
  'aria-invalid': mistake === undefined ? undefined : ('true' as const),
});

type TextProps = {
  id: string;
  name: string;
  label: string;
  help: string;
  value: string;
  /** as many letters at most */
  max: number;
  mistake: string | undefined;
  isNumber?: true;
};

const TextField = ({ id, name, label, help, value, max, mistake, isNumber }: TextProps) => (
  <Field id={id} label={label} help={help} mistake={mistake}>
    <input
      id={id}
      name={name}
      value={value}
      maxlength={max}
      inputmode={isNumber ? 'tel' : undefined}
      {...described(id, mistake)}
      autocomplete="off"
    />
  </Field>
);

/** The form of one kiosk. */
export function KioskSettings({ kiosk, hasOthers }: { kiosk: KioskForm; hasOthers: boolean }) {
  const { settings, kioskId, mistakes } = kiosk;
  const id = (name: string): string => `${name}-${kioskId}`;
  return (
    <section class="panel" aria-labelledby={id('kiosk')}>
      <h2 id={id('kiosk')}>{kiosk.name}</h2>
      <p class="lead">{kiosk.state}</p>
      <form class="form" method="post" action="/settings/kiosk">
        <input type="hidden" name="kioskId" value={kioskId} />
        <TextField
          id={id('name')}
          name="storeName"
          label="Name of the store in the kiosk"
          help={`At most ${STORE_NAME_BYTES} letters. No screen shows it.`}
          value={settings.storeName}
          max={STORE_NAME_BYTES}
          mistake={mistakes.storeName}
        />
        <ChoiceField
          id={id('language')}
          name="language"
          label="Language at first"
          help="Only a language that was flashed shows."
          value={settings.language}
          options={languages}
        />
        <ChoiceField
          id={id('units')}
          name="units"
          label="Distances in"
          value={settings.units}
          options={units}
        />
        <TextField
          id={id('urgent')}
          name="urgentLine"
          label="Urgent health line"
          help="For example 111 or 116117. Shown with “get help today”; empty: not shown."
          value={settings.urgentLine}
          max={URGENT_LINE_BYTES}
          mistake={mistakes.urgentLine}
          isNumber
        />
        <TextField
          id={id('emergency')}
          name="emergencyNumber"
          label="Emergency number"
          help="For example 112, 911 or 999; an urgent line needs one. Empty: “Call your emergency number”."
          value={settings.emergencyNumber}
          max={EMERGENCY_BYTES}
          mistake={mistakes.emergencyNumber}
          isNumber
        />
        <ChoiceField
          id={id('mode')}
          name="mode"
          label="Results"
          help="Ask about the rules for medical software where you are."
          value={settings.mode}
          options={modes}
        />
        <Field
          id={id('minimum')}
          label="Checks before a sheet closes"
          help="5 to 255; 10 is usual. A kiosk that is used little keeps its sheets longer with a higher number."
          mistake={mistakes.minimum}
        >
          <input
            id={id('minimum')}
            name="minimum"
            type="number"
            min="5"
            max="255"
            required
            value={Number.isNaN(settings.minimum) ? '' : String(settings.minimum)}
            {...described(id('minimum'), mistakes.minimum)}
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
