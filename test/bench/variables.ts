import { measurePeak, VARIABLES_LIMIT } from '../device/ballast';
import { readImage } from '../device/image';
import { interpreterMissing, interpreterPath } from '../device/interpreter';
import { scripts } from '../device/script';
import type { Part } from './part';

/** Variables that the firmware needs on the real interpreter, found with ballast. */
export const variablesPart: Part = {
  name: 'Variables on Pixl.js',
  missing: () => (interpreterPath ? undefined : interpreterMissing),
  measure: async () => {
    const { variables, script, isMore } = measurePeak(readImage(), scripts);
    return [
      {
        what: 'most in use at any moment',
        value: variables,
        unit: 'variables',
        limit: VARIABLES_LIMIT,
        note: `${isMore ? 'more than this, ' : ''}in "${script}", of ${scripts.length} scripts`,
      },
    ];
  },
};
