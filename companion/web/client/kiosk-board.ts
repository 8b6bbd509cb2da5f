/** Runs the firmware of a kiosk on a simulated board in this page, and joins its radio to the companion. */
import { chooseKiosk, joinChoices } from './kiosk/choices';
import { say } from './kiosk/elements';
import { fetchKiosk, type KeptKiosk, keepKiosk, keptKiosk, refillKiosk, type Wish } from './kiosk/kept-kiosk';
import { startKiosk } from './kiosk/running-kiosk';

let kiosk: KeptKiosk | undefined;
let running = new AbortController();

/** Shows the kiosk that is wished for: the one of this tab, with another language if need be, or a fresh one. */
async function show(wish: Wish, isFresh: boolean): Promise<void> {
  if (kiosk) keepKiosk(kiosk);
  const kept = isFresh ? null : keptKiosk(wish.board);
  const next = !kept
    ? await fetchKiosk(wish)
    : kept.language === wish.language
      ? kept
      : await refillKiosk(kept, wish);
  running.abort();
  running = new AbortController();
  kiosk = next;
  startKiosk(next, running.signal);
}

let wishes = 0;
let shown: Promise<void> = Promise.resolve();

/** One wish after the other; what is chosen on the page follows the last one. */
function wishFor(wish: Wish, isFresh = false): void {
  const wishNo = ++wishes;
  shown = shown
    .then(() => show(wish, isFresh))
    .catch((error: unknown) => say(error instanceof Error ? error.message : 'The kiosk did not start.'))
    .then(() => {
      if (kiosk && wishNo === wishes) chooseKiosk(kiosk);
    });
}

window.addEventListener('pagehide', () => kiosk && keepKiosk(kiosk));
joinChoices(wishFor);
wishFor(keptKiosk() ?? { board: 'pixljs', language: 'en' });
