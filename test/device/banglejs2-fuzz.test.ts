import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../companion/simulation/random';
import {
  readBangleImage,
  runOnBangle,
  SWIPE_LEFT,
  SWIPE_RIGHT,
  TOUCH_STAND_INS,
  touchAt,
} from './banglejs2-device';
import { interpreterMissing, interpreterPath } from './interpreter';
import { runOnDevice } from './run-script';
import type { Script, Step } from './script';

/** More do not fit beside the firmware: the script is text in the interpreter’s own memory. */
const PRESSES = 30;
const SEEDS = [1, 2, 3, 4, 5, 6];
const SCREEN_PX = 176;
const BUTTON = 5;
/** Touches that open the staff menu when both are long. */
const STAFF_KEYS = [4, 2];

/** Short and long touches of keys, touches of any point, swipes, the button, mashing and long pauses, from a seed. */
function drawScript(seed: number): Script {
  const random = seededRandom(seed);
  const steps: Step[] = [];
  let atMs = 3000;
  for (let press = 0; press < PRESSES; press++) {
    const kind = random.draw(20);
    const heldMs = kind < 4 ? 650 + random.draw(400) : 30 + random.draw(120);
    const any = touchAt(random.draw(SCREEN_PX), random.draw(SCREEN_PX));
    const usual = random.draw(3) === 0 ? 1 + random.draw(4) : 3;
    const special = [...STAFF_KEYS, BUTTON, SWIPE_RIGHT, SWIPE_LEFT, any, any][kind];
    const key = special ?? usual;
    steps.push({ atMs, key, isDown: true });
    atMs += heldMs;
    steps.push({ atMs, key, isDown: false });
    atMs += kind > 14 ? 30 + random.draw(250) : kind === 14 ? random.draw(150_000) : 300 + random.draw(3000);
  }
  return { name: `seed ${seed}`, steps, endMs: atMs + 1000 };
}

describe.skipIf(!interpreterPath)(
  `any touches at any time on the real interpreter${interpreterPath ? '' : ` (${interpreterMissing})`}`,
  () => {
    test.each(SEEDS)(
      'seed %i: every frame and every byte of flash as on the simulated Bangle.js 2',
      (seed) => {
        const image = readBangleImage();
        const script = drawScript(seed);
        const onBoard = runOnBangle(image, script);
        const onDevice = runOnDevice(image, script, { before: TOUCH_STAND_INS });
        expect([onDevice.errors, onBoard.errors]).toEqual([[], []]);
        expect(onBoard.frames.length).toBeGreaterThan(PRESSES / 3);
        expect(onDevice.frames).toEqual(onBoard.frames);
        expect(Buffer.compare(onDevice.flash, onBoard.flash)).toBe(0);
      },
    );
  },
);
