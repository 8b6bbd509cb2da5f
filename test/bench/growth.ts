import { ALL_CHECKS, FIRST_CHECKS, measureGrowth } from '../device/growth';
import { interpreterMissing, interpreterPath } from '../device/interpreter';
import type { Part } from './part';

/** Whether the firmware keeps more and more variables on the real interpreter. */
export const growthPart: Part = {
  name: 'Growth of variables on Pixl.js',
  missing: () => (interpreterPath ? undefined : interpreterMissing),
  measure: async () => {
    const { lasting, numbers } = measureGrowth(ALL_CHECKS);
    return [
      {
        what: `after ${ALL_CHECKS} checks, more than after ${FIRST_CHECKS}`,
        value: lasting,
        unit: 'variables',
        limit: 0,
        note: `besides ${numbers} numbers, the stand-ins' too, that outgrew their names: once each`,
      },
    ];
  },
};
