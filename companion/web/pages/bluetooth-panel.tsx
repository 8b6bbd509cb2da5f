/** The contents of the page that syncs a kiosk over the browser's Bluetooth; the script fills what it says. */
export const BluetoothPanel = () => (
  <>
    <h1>Sync a kiosk from here</h1>
    <p>
      This laptop or phone carries sealed bytes between a kiosk near it and the companion. It cannot read
      them: the keys stay in the companion.
    </p>
    <noscript>
      <p class="panel">
        This page needs script, because only a script may ask the browser for its Bluetooth. Everything else
        works without.
      </p>
    </noscript>
    <section class="panel" aria-labelledby="bluetooth-h">
      <h2 id="bluetooth-h">A kiosk in reach</h2>
      <ol>
        <li>Stand within a few metres of the kiosk.</li>
        <li>Press the button, pick the kiosk in the browser’s list and wait about half a minute.</li>
      </ol>
      <p class="actions">
        <button type="button" id="bluetooth-sync" disabled>
          Choose a kiosk and sync
        </button>
      </p>
      <p id="bluetooth-state" role="status" />
      <p class="note">
        Web Bluetooth is in Chrome and Edge, on Windows, macOS, Linux, ChromeOS and Android; not in Firefox,
        not in Safari, on no iPhone or iPad. The page must be on this machine or come over https.
      </p>
    </section>
  </>
);
