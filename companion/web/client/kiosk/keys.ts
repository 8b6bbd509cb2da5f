import { device } from './elements';

const KEYS: Readonly<Record<string, number>> = {
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  '5': 5,
  ArrowUp: 1,
  ArrowRight: 2,
  ArrowDown: 3,
  ArrowLeft: 4,
};
/** Only what has the focus of the keyboard is pressed by these. */
const FOCUSED_KEYS = ['Enter', ' '];

/** What the keys of a page do to a board. */
export interface KeyHandlers {
  /** keys are areas of a touch screen, and there is one button at its side */
  readonly hasTouch: boolean;
  /** the board's own time: on a busy computer it runs behind */
  nowMs(): number;
  press(key: number): void;
  release(key: number): void;
  /** a finger swiped from the left to the right */
  swipeBack(): void;
  readonly signal: AbortSignal;
}

/** A press that was shorter than this would be bounced away by the board. */
const SHORTEST_PRESS_MS = 80;
const SWIPE_PX = 40;

/** Shows whether a key of the page is down. */
export function markKey(key: number, isDown: boolean): void {
  device.querySelector(`.key-${key}`)?.classList.toggle('down', isDown);
}

/** Joins mouse, touch and keyboard to the kiosk's keys. Digits and arrows work while the kiosk has the focus. */
export function joinKeys(handlers: KeyHandlers): void {
  const { signal } = handlers;
  const downSince = new Map<number, number>();
  const typed = new Set<number>();
  const down = (key: number) => {
    if (downSince.has(key)) return;
    downSince.set(key, handlers.nowMs());
    markKey(key, true);
    handlers.press(key);
  };
  const up = (key: number) => {
    const since = downSince.get(key);
    if (since === undefined) return;
    const restMs = SHORTEST_PRESS_MS - (handlers.nowMs() - since);
    if (restMs > 0 && !signal.aborted) {
      window.setTimeout(() => up(key), restMs);
      return;
    }
    downSince.delete(key);
    markKey(key, false);
    handlers.release(key);
  };
  const swipe = (key: number) => {
    downSince.delete(key);
    markKey(key, false);
    handlers.swipeBack();
  };

  for (const button of device.querySelectorAll<HTMLButtonElement>('button.key'))
    joinButton(button, { ...handlers, press: down, release: up }, swipe);
  const keyOf = ({ key, target }: KeyboardEvent): number | undefined => {
    if (!FOCUSED_KEYS.includes(key)) return KEYS[key];
    const own = target instanceof Element ? target.getAttribute('data-key') : null;
    return own === null ? undefined : Number(own);
  };
  device.addEventListener(
    'keydown',
    (event) => {
      const key = keyOf(event);
      if (key === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      if (key === 5 && !handlers.hasTouch) return;
      event.preventDefault();
      typed.add(key);
      down(key);
    },
    { signal },
  );
  device.addEventListener(
    'keyup',
    (event) => {
      const key = keyOf(event);
      if (key === undefined) return;
      event.preventDefault(); // else the browser clicks, too
      typed.delete(key);
      up(key);
    },
    { signal },
  );
  // A key that goes up while something else has the focus is never reported.
  const releaseTyped = (): void => {
    for (const key of typed) up(key);
    typed.clear();
  };
  window.addEventListener('blur', releaseTyped, { signal });
  device.addEventListener('focusout', releaseTyped, { signal });
}

function joinButton(button: HTMLButtonElement, handlers: KeyHandlers, swipe: (key: number) => void): void {
  const { hasTouch, press, release, signal } = handlers;
  const key = Number(button.getAttribute('data-key'));
  let start = { x: 0, y: 0 };
  button.disabled = false;
  const on = <K extends keyof HTMLElementEventMap>(
    kind: K,
    listener: (event: HTMLElementEventMap[K]) => void,
  ): void => button.addEventListener(kind, listener, { signal });
  on('pointerdown', (event) => {
    start = { x: event.clientX, y: event.clientY };
    button.setPointerCapture(event.pointerId);
    press(key);
  });
  on('pointerup', (event) => {
    const right = event.clientX - start.x;
    const isSwipe = hasTouch && key < 5 && right > SWIPE_PX && right > Math.abs(event.clientY - start.y);
    if (isSwipe) swipe(key);
    else release(key);
  });
  for (const end of ['pointercancel', 'lostpointercapture'] as const) on(end, () => release(key));
  // a long touch would open the browser's own menu
  on('contextmenu', (event) => event.preventDefault());
  // Screen readers and switch devices click without a pointer.
  on('click', (event) => {
    if (event.detail !== 0) return;
    press(key);
    release(key);
  });
}
