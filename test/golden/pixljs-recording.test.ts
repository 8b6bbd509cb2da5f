import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bundleHash, readImage } from '../device/image';
import {
  goldenFlashPath,
  goldenFramesPath,
  type Recording,
  recordingPath,
  toRecord,
} from '../device/recording';
import { runOnBoard } from '../device/run-script';
import { scripts } from '../device/script';

const recording: Recording | undefined = existsSync(recordingPath)
  ? JSON.parse(readFileSync(recordingPath, 'utf8'))
  : undefined;

describe('the recording from the real interpreter', () => {
  test('belongs to the bundle that was built: else run `npm run record:device` with ESPRUINO set', () => {
    expect(recording?.bundle).toBe(bundleHash());
  });

  test('holds every script', () => {
    expect(recording?.runs.map(({ name }) => name)).toEqual(scripts.map(({ name }) => name));
  });

  for (const script of scripts) {
    test(`${script.name}: the simulated board shows the same frames and leaves the same flash`, () => {
      const recorded = recording?.runs.find(({ name }) => name === script.name);
      expect(toRecord(script.name, runOnBoard(readImage(), script))).toEqual(recorded);
    });
  }

  test('the first script: the frames pixel by pixel, the flash byte by byte', () => {
    const [script] = scripts;
    if (!script) throw new Error('There is no script');
    const run = runOnBoard(readImage(), script);
    const frames = Buffer.concat(run.frames.map(({ bits }) => Buffer.from(bits, 'base64')));
    expect(Buffer.compare(frames, readFileSync(goldenFramesPath))).toBe(0);
    expect(Buffer.compare(run.flash, readFileSync(goldenFlashPath))).toBe(0);
  });
});
