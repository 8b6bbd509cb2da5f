import { describe, expect, test } from 'vitest';
import { ALL_CHECKS, FIRST_CHECKS, measureGrowth } from './growth';
import { interpreterMissing, interpreterPath } from './interpreter';

describe.skipIf(!interpreterPath)(
  `variables in the long run on the real interpreter${interpreterPath ? '' : ` (${interpreterMissing})`}`,
  () => {
    test(`${ALL_CHECKS} checks leave no more in use than the first ${FIRST_CHECKS}`, () => {
      expect(measureGrowth(ALL_CHECKS).lasting).toBeLessThanOrEqual(0);
    }, 1_800_000);
  },
);
