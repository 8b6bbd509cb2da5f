import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../companion/simulation/random';
import { readImage } from './image';
import { interpreterMissing, interpreterPath } from './interpreter';
import { runOnBoard, runOnDevice } from './run-script';
import type { Script, Step } from './script';

/** More do not fit beside the firmware: the script is text in the interpreter’s own memory. */
const PRESSES = 40;
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const LEFT_KEYS = [1, 4];

/** Taps, holds, mashing, two keys at once and long pauses, drawn from a seed. */
function drawScript(seed: number): Script {
  const random = seededRandom(seed);
  const steps: Step[] = [];
  let atMs = 3000;
  for (let press = 0; press < PRESSES; press++) {
    const kind = random.draw(20);
    // "none of these", "next" and "go on" are the third key: runs come far
    const keys = kind === 0 ? LEFT_KEYS : [random.draw(3) === 0 ? 1 + random.draw(4) : 3];
    const heldMs = kind < 3 ? 600 + random.draw(400) : 30 + random.draw(120);
    for (const key of keys) steps.push({ atMs, key, isDown: true });
    atMs += heldMs;
    for (const key of keys) steps.push({ atMs, key, isDown: false });
    atMs += kind < 6 ? 30 + random.draw(250) : kind === 19 ? random.draw(150_000) : 300 + random.draw(3000);
  }
  return { name: `seed ${seed}`, steps, endMs: atMs + 1000 };
}

describe.skipIf(!interpreterPath)(
  `any keys at any time on the real interpreter${interpreterPath ? '' : ` (${interpreterMissing})`}`,
  () => {
    test.each(SEEDS)('seed %i: every frame and every byte of flash as on the simulated board', (seed) => {
      const image = readImage();
      const script = drawScript(seed);
      const onBoard = runOnBoard(image, script);
      const onDevice = runOnDevice(image, script);
      expect([onDevice.errors, onBoard.errors]).toEqual([[], []]);
      expect(onBoard.frames.length).toBeGreaterThan(PRESSES / 3);
      expect(onDevice.frames).toEqual(onBoard.frames);
      expect(Buffer.compare(onDevice.flash, onBoard.flash)).toBe(0);
    });
  },
);
