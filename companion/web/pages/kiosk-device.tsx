const keys = [
  { key: 1, place: 'top left' },
  { key: 2, place: 'top right' },
  { key: 3, place: 'bottom right' },
  { key: 4, place: 'bottom left' },
] as const;

/** A kiosk on the counter: screen and keys. The script fills the screen and says what each key does now. */
export const KioskDevice = ({ simulator }: { simulator: string }) => (
  <fieldset id="device" class="device" tabindex={-1} data-simulator={simulator}>
    <legend class="unseen">
      Kiosk: <span id="device-name">a screen and four keys</span>
    </legend>
    {keys.map(({ key, place }) => (
      <button type="button" class={`key key-${key}`} data-key={key} disabled>
        <span class="unseen">Key </span>
        <span class="digit">{key}</span>
        <span class="unseen">, {place}</span>
        <span class="unseen" data-does={key} />
      </button>
    ))}
    <button type="button" class="key key-5 only-banglejs2" data-key={5} disabled>
      <span class="unseen">Button at the side: wipes the run</span>
    </button>
    <div class="glass">
      <canvas id="screen" width="128" height="64" role="img" aria-label="The kiosk’s screen" />
    </div>
  </fieldset>
);
