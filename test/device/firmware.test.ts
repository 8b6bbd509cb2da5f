import { describe, expect, test } from 'vitest';
import { readImage } from './image';
import { interpreterMissing, interpreterPath } from './interpreter';
import { runOnBoard, runOnDevice } from './run-script';
import { scripts } from './script';

describe.skipIf(!interpreterPath)(
  `the built firmware on the real interpreter${interpreterPath ? '' : ` (${interpreterMissing})`}`,
  () => {
    for (const script of scripts) {
      test(`${script.name}: every frame and every byte of flash as on the simulated board`, () => {
        const image = readImage();
        const onBoard = runOnBoard(image, script);
        const onDevice = runOnDevice(image, script);
        expect(onDevice.errors).toEqual([]);
        expect(onBoard.errors).toEqual([]);
        expect(onBoard.frames.length).toBeGreaterThan(1);
        expect(onDevice.frames).toEqual(onBoard.frames);
        expect(Buffer.compare(onDevice.flash, onBoard.flash)).toBe(0);
      });
    }
  },
);
