import { describe, expect, test } from 'vitest';
import { BANGLE_STAND_INS, readBangleImage, runOnBangle } from './banglejs2-device';
import { interpreterMissing, interpreterPath } from './interpreter';
import { runOnDevice } from './run-script';
import { scripts } from './script';

describe.skipIf(!interpreterPath)(
  `the firmware for Bangle.js 2 on the real interpreter${interpreterPath ? '' : ` (${interpreterMissing})`}`,
  () => {
    for (const script of scripts) {
      test(`${script.name}: every frame as on the simulated board`, () => {
        const image = readBangleImage();
        const onDevice = runOnDevice(image, script, { before: BANGLE_STAND_INS });
        expect(onDevice.errors).toEqual([]);
        const onBoard = runOnBangle(image, script);
        expect(onBoard.frames.length).toBeGreaterThan(1);
        expect(onDevice.frames).toEqual(onBoard.frames);
      });
    }
  },
);
