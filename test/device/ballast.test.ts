import { describe, expect, test } from 'vitest';
import { createBallast, expectedFrames, VARIABLES_LIMIT } from './ballast';
import { readImage } from './image';
import { interpreterMissing, interpreterPath } from './interpreter';
import { scripts } from './script';

describe.skipIf(!interpreterPath)(
  `${VARIABLES_LIMIT} variables on the real interpreter${interpreterPath ? '' : ` (${interpreterMissing})`}`,
  () => {
    const image = readImage();
    const run = createBallast(image);

    test.each(scripts)('$name: no error flag, every frame', (script) => {
      const { faults, frames } = run(script, VARIABLES_LIMIT);
      expect(faults).toEqual([]);
      expect(frames).toEqual(expectedFrames(image, script));
    });

    test('running out is noticed: half of that is not enough', () => {
      const [script] = scripts;
      if (!script) throw new Error('There is no script');
      expect(run(script, VARIABLES_LIMIT / 2).faults).not.toEqual([]);
    });
  },
);
