import { expect, test } from 'vitest';
import { cutEverywhere, deeds, fillUp, makeUsedFlash } from '../unit/ledger-cuts';

const used = makeUsedFlash();
const marksOnly = ['a boot', 'an hour without a clock'];

for (const deed of deeds.filter(({ name }) => !marksOnly.includes(name))) {
  test(`a power cut at every byte of ${deed.name} on a full page leaves it done or not done`, () => {
    expect(cutEverywhere(fillUp(used, deed), deed)).toEqual([]);
  }, 120_000);
}
