import fc from 'fast-check';
import { test } from 'vitest';
import { anyMonth, liveThrough } from './ledger-model';

test('whatever happens in a month, and wherever the power fails, the ledger says what a plain model says', () => {
  fc.assert(fc.property(anyMonth, liveThrough), { numRuns: 40 });
});
