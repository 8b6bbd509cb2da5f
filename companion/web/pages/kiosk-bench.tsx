const keys = [
  { key: 1, place: 'top left', arrow: '↑' },
  { key: 2, place: 'top right', arrow: '→' },
  { key: 3, place: 'bottom right', arrow: '↓' },
  { key: 4, place: 'bottom left', arrow: '←' },
] as const;

/** A kiosk on the counter: screen and four keys. The script fills the screen; the words below it are announced. */
const Device = () => (
  <fieldset id="device" class="device" tabindex={-1}>
    <legend class="unseen">Kiosk with a screen and four keys</legend>
    {keys.map(({ key, place }) => (
      <button type="button" class={`key key-${key}`} data-key={key} disabled>
        <span class="unseen">Key </span>
        {key}
        <span class="unseen">, {place}</span>
      </button>
    ))}
    <div class="glass">
      <canvas id="screen" width="128" height="64" role="img" aria-label="The kiosk’s screen" />
    </div>
  </fieldset>
);

const HowToPress = () => (
  <section class="panel" aria-labelledby="press-h">
    <h2 id="press-h">How to press</h2>
    <p>
      Each answer stands beside the key that picks it: one press, one answer. Click or tap the keys, or use
      the keyboard while the kiosk has the focus. Holding a key counts as holding.
    </p>
    <table>
      <caption class="unseen">Keys of the kiosk and of the keyboard</caption>
      <thead>
        <tr>
          <th scope="col">Kiosk</th>
          <th scope="col">Keyboard</th>
        </tr>
      </thead>
      <tbody>
        {keys.map(({ key, place, arrow }) => (
          <tr>
            <th scope="row">
              Key {key}, {place}
            </th>
            <td>
              <kbd>{key}</kbd> or <kbd>{arrow}</kbd>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

const WhatItHolds = () => (
  <section class="panel" aria-labelledby="holds-h">
    <h2 id="holds-h">What this kiosk holds</h2>
    <dl class="facts">
      <dt>Open sheet</dt>
      <dd>private: nobody can read how many checks it holds, or what they say</dd>
      <dt>Closed sheets</dt>
      <dd id="closed-sheets">0</dd>
      <dt>Companion</dt>
      <dd id="link-state">not heard yet</dd>
    </dl>
    <p class="note">
      A finished check becomes one count among others in the open sheet. The sheet closes when it holds at
      least ten finished knee checks and ten shoe checks, and its store day is over. Only then does it leave
      the kiosk, sealed; it reaches the dashboard with the next released span.
    </p>
    <p class="actions">
      <button type="button" id="let-shoppers" disabled>
        Let simulated shoppers use it and close the store day
      </button>
      <button type="button" id="sync-now" disabled>
        Sync now
      </button>
      <button type="button" id="fresh-kiosk" disabled>
        Take a fresh kiosk
      </button>
    </p>
    <p id="bench-status" role="status" />
  </section>
);

/** The contents of the page on which a kiosk can be pressed. */
export const KioskBench = () => (
  <>
    <h1>Try a kiosk</h1>
    <p>
      The firmware of a Pixl.js runs here in your browser, unchanged, on a simulated board. What you press
      stays in this tab until a sheet closes, as on a counter.
    </p>
    <noscript>
      <p class="panel">
        This page needs script, because the kiosk itself is a program that runs in it. Everything else works
        without.
      </p>
    </noscript>
    <div class="bench">
      <div>
        <Device />
        <p id="screen-words" class="screen-words" aria-live="polite" />
      </div>
      <WhatItHolds />
      <HowToPress />
    </div>
  </>
);
