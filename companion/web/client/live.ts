/**
 * Fetches the page again when the companion says that something it shows has changed. Pages work without this.
 */
const SETTLE_MS = 800;
/** Data grows old without anything happening, so pages of kiosks look again by themselves. */
const AGE_MS = 60_000;

const announcer = document.getElementById('live-status');
let waiting: number | undefined;

/** Puts the new contents in place; tables that were open stay open, the focus stays where it was. */
function replaceMain(next: Document, words: string): void {
  const main = document.getElementById('main');
  const fresh = next.getElementById('main');
  if (!main || !fresh || main.innerHTML === fresh.innerHTML) return;
  const open = [...main.querySelectorAll('details')].map((details) => details.open);
  const focused = document.activeElement;
  const focusedAt = focused ? [...main.querySelectorAll('a, summary, button')].indexOf(focused) : -1;
  main.replaceChildren(...fresh.childNodes);
  main.querySelectorAll('details').forEach((details, index) => {
    details.open = open[index] ?? false;
  });
  const again = main.querySelectorAll<HTMLElement>('a, summary, button')[focusedAt];
  again?.focus({ preventScroll: true });
  if (announcer) announcer.textContent = words;
}

const shownTopic = (): string | null => document.getElementById('main')?.getAttribute('data-live') ?? null;

async function refresh(words: string): Promise<void> {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
  if (!answer.ok) return;
  replaceMain(new DOMParser().parseFromString(await answer.text(), 'text/html'), words);
}

const events = new EventSource('/events');
events.addEventListener('changed', (event: MessageEvent<string>) => {
  if (event.data !== shownTopic()) return;
  window.clearTimeout(waiting);
  waiting = window.setTimeout(() => {
    // Without an answer the page stays as it is; the next change tries again.
    refresh('This page was brought up to date.').catch(() => undefined);
  }, SETTLE_MS);
});
if (shownTopic() === 'kiosks') {
  window.setInterval(() => {
    refresh('').catch(() => undefined);
  }, AGE_MS);
}
