import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bundleHash, readImage } from './image';
import { interpreterMissing, interpreterPath, runOnInterpreter } from './interpreter';
import { goldenFlashPath, goldenFramesPath, type Recording, recordingPath, toRecord } from './recording';
import { runOnDevice } from './run-script';
import { scripts } from './script';

function interpreterVersion(): string {
  const { output } = runOnInterpreter('print("VERSION " + process.env.VERSION);\n');
  return output.find((line) => line.startsWith('VERSION '))?.slice(8) ?? 'unknown';
}

test('records frames and flash from the real interpreter', () => {
  if (!interpreterPath) throw new Error(`Nothing was recorded: ${interpreterMissing}`);
  const image = readImage();
  const runs = scripts.map((script) => ({ script, run: runOnDevice(image, script) }));
  for (const { run } of runs) expect(run.errors).toEqual([]);
  const recording: Recording = {
    interpreter: interpreterVersion(),
    bundle: bundleHash(),
    runs: runs.map(({ script, run }) => toRecord(script.name, run)),
  };
  const [first] = runs;
  if (!first) throw new Error('There is no script to record');
  writeFileSync(recordingPath, `${JSON.stringify(recording, null, 2)}\n`);
  writeFileSync(goldenFlashPath, first.run.flash);
  writeFileSync(
    goldenFramesPath,
    Buffer.concat(first.run.frames.map(({ bits }) => Buffer.from(bits, 'base64'))),
  );
}, 300_000);
