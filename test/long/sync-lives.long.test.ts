import fc from 'fast-check';
import { test } from 'vitest';
import { anyLife, liveThrough } from '../unit/sync-lives';

test('in a hundred lives the totals are what a plain model says', async () => {
  await fc.assert(fc.asyncProperty(anyLife, liveThrough), { numRuns: 120 });
}, 900_000);
