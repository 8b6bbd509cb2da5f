import { ALL_CHECKS, FIRST_CHECKS, measureGrowth } from '../device/growth';
import { interpreterMissing, interpreterPath } from '../device/interpreter';
import type { Part } from './part';

/** Whether the firmware keeps more and more variables on the real interpreter. */
export const growthPart: Part = {
  name: 'Growth of variables on Pixl.js',
  missing: () => (interpreterPath ? undefined : interpreterMissing),
  measure: async () => [
    {
      what: `after ${ALL_CHECKS} checks, compared with after ${FIRST_CHECKS}`,
      value: measureGrowth(ALL_CHECKS),
      unit: 'variables',
      limit: 0,
    },
  ],
};
