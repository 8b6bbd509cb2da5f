import { type Board, createBoard } from '../../../../firmware/simulator/board';
import { announce } from './announce';
import { canvas, letShoppers, say } from './elements';
import { joinHolds } from './holds';
import { joinCompanion } from './join-companion';
import type { KeptKiosk } from './kept-kiosk';
import { joinKeys } from './keys';
import { drawFrame, fitScreen } from './screen';
import { describeScreen, type SpokenScreen } from './screen-words';
import { punctuate } from './sentences';
import { joinSizeChoice } from './size';
import { languagesOn, spokenLanguage } from './spoken-language';

/** After a pause, a hidden tab for example, the kiosk goes on as if it had lasted this long. */
const LONGEST_STEP_MS = 250;

/** Plugs a kiosk in and lets it run in this page until the signal is aborted, which pulls the plug. */
export function startKiosk(kiosk: KeptKiosk, signal: AbortSignal): void {
  const board = createBoard({
    board: kiosk.board,
    flash: kiosk.flash,
    random: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
  });
  showScreen(board, kiosk, signal);
  joinKeys({
    hasTouch: board.kind.hasTouch,
    nowMs: () => board.nowMs,
    press: (key) => board.press(key),
    release: (key) => board.release(key),
    swipeBack: () => board.swipe(1, 0),
    signal,
  });
  joinHolds(board, signal);
  board.powerOn();
  signal.addEventListener('abort', () => board.powerOff());
  joinSizeChoice(board, signal);
  runClock(board, signal);
  joinCompanion(board, kiosk, signal);
  say('');
}

/** Draws what the board shows, and says it unless shoppers press faster than anybody can listen. */
function showScreen(board: Board, { flash, language: first }: KeptKiosk, signal: AbortSignal): void {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser cannot draw the screen.');
  const { widthPx, heightPx } = board.kind.screen;
  Object.assign(canvas, { width: widthPx, height: heightPx });
  const place = canvas.parentElement ?? canvas;
  const sizes = new ResizeObserver(() => fitScreen(canvas, place.clientWidth));
  sizes.observe(place);
  signal.addEventListener('abort', () => sizes.disconnect());
  const languages = languagesOn(flash);
  let language: string = first;
  const show = (): void => {
    drawFrame(context, board.screen, {
      ...board.kind.screen,
      isBacklightOn: board.hardware.isBacklightOn,
      // a Bangle.js 2 has none to set
      contrast: board.kind.hasTouch ? 1 : board.hardware.contrast,
    });
    if (signal.aborted || letShoppers.getAttribute('aria-busy') === 'true') return;
    const screen: SpokenScreen = describeScreen(board.words, board.pictures, board.kind.screen);
    language = spokenLanguage(screen, languages, language);
    announce({ ...screen, said: punctuate(screen.said, languages.get(language)?.cards ?? []) }, language);
  };
  show();
  board.onFrame(show);
}

function runClock(board: Board, signal: AbortSignal): void {
  let last = performance.now();
  const tick = (now: number) => {
    if (signal.aborted) return;
    try {
      board.advance(Math.min(now - last, LONGEST_STEP_MS));
      last = now;
      requestAnimationFrame(tick);
    } catch (error) {
      const why = error instanceof Error ? error.message : 'unknown reason';
      say(`The kiosk stopped: ${why}. Take a fresh one.`);
    }
  };
  requestAnimationFrame(tick);
}
