/** Runs the firmware of a kiosk on a simulated board in this page, and joins its radio to the companion. */
import { type Board, createBoard } from '../../../firmware/simulator/board';
import type { PipeAnswer, PipeAsk } from '../../link/pipe';
import { openPipeEnd } from '../../link/pipe-end';
import { simulatedDevice } from '../../link/simulated';
import { newestSheetOf } from './kiosk/advert';
import { fetchKiosk, forgetKiosk, keepKiosk, keptKiosk } from './kiosk/kept-kiosk';
import { joinKeys } from './kiosk/keys';
import { drawFrame, fitScreen } from './kiosk/screen';
import { describeScreen } from './kiosk/screen-words';
import { letShoppersCome } from './kiosk/shoppers';

/** After a pause, a hidden tab for example, the kiosk goes on as if it had lasted this long. */
const LONGEST_STEP_MS = 250;
/** Time that one exchange over the air takes. */
const AIR_MS = 20;
const SYNC_EVERY_MS = 60_000;

function find<T extends HTMLElement>(id: string, kind: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`the page has no ${id}`);
  return element;
}

const device = find('device', HTMLFieldSetElement);
const canvas = find('screen', HTMLCanvasElement);
const closedSheets = find('closed-sheets', HTMLElement);
const linkState = find('link-state', HTMLElement);
const screenWords = find('screen-words', HTMLParagraphElement);
const benchStatus = find('bench-status', HTMLParagraphElement);
const letShoppers = find('let-shoppers', HTMLButtonElement);
const syncNow = find('sync-now', HTMLButtonElement);
const freshKiosk = find('fresh-kiosk', HTMLButtonElement);

const say = (words: string): void => {
  benchStatus.textContent = words;
};

const post = (path: string, body: unknown): Promise<Response> =>
  fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

async function start(): Promise<void> {
  const kiosk = keptKiosk() ?? (await fetchKiosk());
  const board = createBoard({
    board: 'pixljs',
    flash: kiosk.flash,
    random: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
  });
  showScreen(board);
  joinKeys(device, { press: (key) => board.press(key), release: (key) => board.release(key) });
  board.powerOn();
  window.addEventListener('pagehide', () => keepKiosk(kiosk));
  runClock(board);
  joinCompanion(board, kiosk.kioskId);
  freshKiosk.disabled = false;
  freshKiosk.addEventListener('click', () => {
    window.addEventListener('pagehide', forgetKiosk);
    location.reload();
  });
  if (document.activeElement === document.body) device.focus({ preventScroll: true });
}

function showScreen(board: Board): void {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser cannot draw the screen.');
  const place = canvas.parentElement ?? canvas;
  new ResizeObserver(() => fitScreen(canvas, place.clientWidth)).observe(place);
  drawFrame(context, board.screen);
  board.onFrame((frame) => {
    drawFrame(context, frame);
    // Shoppers press faster than anybody can listen.
    if (letShoppers.getAttribute('aria-busy') === 'true') return;
    const words = describeScreen(board.words);
    if (words !== screenWords.textContent) screenWords.textContent = words;
  });
}

function runClock(board: Board): void {
  let last = performance.now();
  const tick = (now: number) => {
    try {
      board.advance(Math.min(now - last, LONGEST_STEP_MS));
      last = now;
      requestAnimationFrame(tick);
    } catch (error) {
      say(
        `The kiosk stopped: ${error instanceof Error ? error.message : 'unknown reason'}. Take a fresh one.`,
      );
    }
  };
  requestAnimationFrame(tick);
}

function joinCompanion(board: Board, kioskId: string): void {
  let aheadMs = 0;
  let newest = 0;
  let pipeName = '';
  const device = simulatedDevice({ id: kioskId, board, pass: () => board.advance(AIR_MS) });
  const takeStep = openPipeEnd(device, (message: PipeAnswer) => {
    post(`/kiosk/pipe/${pipeName}`, message).catch(() => undefined);
  });

  const sync = async (): Promise<void> => {
    if (!pipeName) return;
    syncNow.disabled = true;
    try {
      const answer = await post(`/kiosk/pipe/${pipeName}/sync`, { aheadMs });
      const { words } = (await answer.json()) as { words?: string };
      linkState.textContent = words ?? 'The companion refused.';
    } catch {
      linkState.textContent = 'The companion does not answer.';
    }
    syncNow.disabled = false;
  };

  const events = new EventSource(`/kiosk/pipe?kiosk=${kioskId}`);
  events.addEventListener('pipe', (event: MessageEvent<string>) => {
    pipeName = event.data;
    letShoppers.disabled = false;
    void sync();
  });
  events.addEventListener(
    'ask',
    (event: MessageEvent<string>) => void takeStep(JSON.parse(event.data) as PipeAsk),
  );
  events.addEventListener('error', () => {
    linkState.textContent = 'The companion does not answer.';
  });

  window.setInterval(() => {
    const seen = newestSheetOf(board);
    if (seen === null || seen === newest) return;
    newest = seen;
    closedSheets.textContent = String(newest);
    void sync();
  }, 1000);
  window.setInterval(() => void sync(), SYNC_EVERY_MS);
  syncNow.addEventListener('click', () => void sync());
  letShoppers.addEventListener('click', async () => {
    letShoppers.disabled = true;
    letShoppers.setAttribute('aria-busy', 'true');
    const came = await letShoppersCome(board, { newestSheet: () => newestSheetOf(board) ?? newest, say });
    letShoppers.removeAttribute('aria-busy');
    aheadMs += came.passedMs;
    say(
      came.isClosed
        ? `${came.shoppers} simulated shoppers came and a sheet has closed.`
        : `${came.shoppers} simulated shoppers came; the sheet is still open.`,
    );
    letShoppers.disabled = false;
  });
}

start().catch((error: unknown) => say(error instanceof Error ? error.message : 'The kiosk did not start.'));
