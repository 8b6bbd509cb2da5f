const keyboard: Record<string, number> = {
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  ArrowUp: 1,
  ArrowRight: 2,
  ArrowDown: 3,
  ArrowLeft: 4,
};

interface KeyHandlers {
  /** the board's own time: on a busy computer it runs behind */
  nowMs(): number;
  press(key: number): void;
  release(key: number): void;
}

/** A press that was shorter than this would be bounced away by the board. */
const SHORTEST_PRESS_MS = 80;

/** Joins mouse, touch and keyboard to the kiosk's four keys. The keyboard works while the kiosk has the focus. */
export function joinKeys(device: HTMLElement, handlers: KeyHandlers): void {
  const downSince = new Map<number, number>();
  const down = (key: number) => {
    if (downSince.has(key)) return;
    downSince.set(key, handlers.nowMs());
    device.querySelector(`.key-${key}`)?.classList.add('down');
    handlers.press(key);
  };
  const up = (key: number) => {
    const since = downSince.get(key);
    if (since === undefined) return;
    const restMs = SHORTEST_PRESS_MS - (handlers.nowMs() - since);
    if (restMs > 0) {
      window.setTimeout(() => up(key), restMs);
      return;
    }
    downSince.delete(key);
    device.querySelector(`.key-${key}`)?.classList.remove('down');
    handlers.release(key);
  };

  for (const button of device.querySelectorAll<HTMLButtonElement>('button.key')) {
    const key = Number(button.getAttribute('data-key'));
    button.disabled = false;
    button.addEventListener('pointerdown', (event) => {
      button.setPointerCapture(event.pointerId);
      down(key);
    });
    for (const end of ['pointerup', 'pointercancel', 'lostpointercapture']) {
      button.addEventListener(end, () => up(key));
    }
    // Screen readers and switch devices click without a pointer.
    button.addEventListener('click', (event) => {
      if (event.detail !== 0) return;
      down(key);
      up(key);
    });
  }
  device.addEventListener('keydown', (event) => {
    const key = keyboard[event.key];
    if (key === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    down(key);
  });
  device.addEventListener('keyup', (event) => {
    const key = keyboard[event.key];
    if (key !== undefined) up(key);
  });
  // A key that goes up while another window has the focus is never reported.
  window.addEventListener('blur', () => {
    for (const key of downSince.keys()) up(key);
  });
}
