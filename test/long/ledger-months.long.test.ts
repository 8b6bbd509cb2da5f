import fc from 'fast-check';
import { test } from 'vitest';
import { anyMonth, liveThrough } from '../unit/ledger-model';

test('in thousands of months the ledger says what a plain model says', () => {
  fc.assert(fc.property(anyMonth, liveThrough), { numRuns: 1500 });
}, 900_000);
