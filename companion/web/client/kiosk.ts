/** Runs the firmware of a kiosk on a simulated board in this page, and joins its radio to the companion. */
import { type Board, createBoard } from '../../../firmware/simulator/board';
import { canvas, device, freshKiosk, letShoppers, say, screenWords } from './kiosk/elements';
import { joinCompanion } from './kiosk/join-companion';
import { fetchKiosk, forgetKiosk, keepKiosk, keptKiosk } from './kiosk/kept-kiosk';
import { joinKeys } from './kiosk/keys';
import { drawFrame, fitScreen } from './kiosk/screen';
import { describeScreen } from './kiosk/screen-words';

/** After a pause, a hidden tab for example, the kiosk goes on as if it had lasted this long. */
const LONGEST_STEP_MS = 250;

async function start(): Promise<void> {
  const kiosk = keptKiosk() ?? (await fetchKiosk());
  const board = createBoard({
    board: 'pixljs',
    flash: kiosk.flash,
    random: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
  });
  showScreen(board);
  joinKeys(device, {
    nowMs: () => board.nowMs,
    press: (key) => board.press(key),
    release: (key) => board.release(key),
  });
  board.powerOn();
  window.addEventListener('pagehide', () => keepKiosk(kiosk));
  runClock(board);
  joinCompanion(board, kiosk);
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

start().catch((error: unknown) => say(error instanceof Error ? error.message : 'The kiosk did not start.'));
