import { KioskDevice } from './kiosk-device';
import { KioskHolds } from './kiosk-holds';

const HowToPress = () => (
  <section class="panel" aria-labelledby="press-h">
    <h2 id="press-h">How to press</h2>
    <p>
      Each answer stands beside the key that picks it: one press, one answer. Click or tap the keys, or use
      the keyboard while the kiosk has the focus: <kbd>1</kbd> <kbd>2</kbd> <kbd>3</kbd> <kbd>4</kbd> from the
      upper left clockwise, or the arrows <kbd>↑</kbd> <kbd>→</kbd> <kbd>↓</kbd> <kbd>←</kbd> in the same
      order
      <span class="only-banglejs2">
        , <kbd>5</kbd> for the button at the side
      </span>
      . <kbd>Tab</kbd> goes from key to key, <kbd>Enter</kbd> presses. Holding a key counts as holding.
    </p>
    <KioskHolds />
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
  </section>
);

/** Which kiosk it is; each choice takes effect at once. */
const Choices = () => (
  <div class="choices">
    <p>
      <label for="board">Board</label>
      <select id="board" autocomplete="off" disabled>
        <option value="pixljs">Pixl.js</option>
        <option value="banglejs2">Bangle.js 2</option>
      </select>
    </p>
    <p>
      <label for="language">Language it begins with</label>
      <select id="language" autocomplete="off" disabled aria-describedby="flashed">
        <option value="en">English</option>
        <option value="es" lang="es">
          Español
        </option>
        <option value="fr" lang="fr">
          Français
        </option>
        <option value="de" lang="de">
          Deutsch
        </option>
      </select>
    </p>
    <p>
      <label for="size">Size it begins with</label>
      <select id="size" autocomplete="off" disabled>
        <option value="normal">Normal</option>
        <option value="large">Large</option>
      </select>
    </p>
    <p id="flashed" class="note" />
  </div>
);

/**
 * The contents of the page on which a kiosk can be pressed.
 *
 * @param simulator  address of the script that simulates the board; it is loaded after the page
 */
export const KioskBench = ({ simulator }: { simulator: string }) => (
  <>
    <h1>Try a kiosk</h1>
    <p>
      The firmware of a kiosk runs here in your browser, unchanged, on a simulated board. What you press stays
      in this tab until a sheet closes, as on a counter. Another language keeps what the kiosk has counted;
      each board is a kiosk of its own.
    </p>
    <noscript>
      <p class="panel">
        This page needs script, because the kiosk itself is a program that runs in it. Everything else works
        without. What the kiosk shows is in the pictures that <code>counterstep screens --out screens</code>{' '}
        draws.
      </p>
    </noscript>
    <div id="bench" class="bench" data-board="pixljs">
      <div>
        <Choices />
        <KioskDevice simulator={simulator} />
        <p id="screen-words" class="screen-words" aria-live="polite" aria-atomic="true" />
        <p id="bench-status" class="screen-words" role="status">
          The simulated kiosk loads: about 40 kB.
        </p>
      </div>
      <HowToPress />
      <WhatItHolds />
    </div>
  </>
);
