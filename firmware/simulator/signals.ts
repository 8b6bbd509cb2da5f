/** Thrown through the firmware when the simulated power fails; nothing of the firmware runs afterwards. */
export class PowerCut extends Error {
  override name = 'PowerCut';
}

/** Thrown through the firmware when it resets the chip; the board starts again a moment later. */
export class ChipReset extends Error {
  override name = 'ChipReset';
}

/** The firmware did something that a real board would not survive or not repeat. Tests see it, the firmware cannot catch it. */
export class BoardFault extends Error {
  override name = 'BoardFault';
}

/** Whether the firmware must not go on. */
export function isSignal(error: unknown): error is Error {
  return error instanceof PowerCut || error instanceof ChipReset || error instanceof BoardFault;
}
