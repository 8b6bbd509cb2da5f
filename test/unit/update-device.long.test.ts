import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isStorageValid } from '../../firmware/simulator/storage-headers';
import { cutAfter, lengthOf, listOperations, resume, sagDuring } from './update-cuts';
import { makeOlderKiosk, startDevice } from './update-fixture';

test('a power cut at any byte of an update leaves Storage sound', async () => {
  for (const operation of await listOperations())
    for (let done = 0; done <= lengthOf(operation); done++)
      if (!isStorageValid(cutAfter(operation, done)))
        throw new Error(`At ${operation.at}, after ${done} bytes`);
}, 600_000);

test('a power cut in any flash operation leaves a kiosk or an open device, and the next update is through', async () => {
  for (const operation of await listOperations())
    for (const done of [0, 1, 5, Math.floor(lengthOf(operation) / 2), lengthOf(operation)]) {
      const flash = cutAfter(operation, Math.min(done, lengthOf(operation)));
      expect(['older', 'newer', 'open']).toContain(startDevice(flash.slice()).state);
      expect(startDevice(await resume(flash)).state).toBe('newer');
    }
}, 1_200_000);

test('power cuts in one update after the other, with bits left at random, lose no ledger', async () => {
  const place = fc.record({
    operation: fc.nat(10_000),
    done: fc.nat(4096),
    noise: fc.infiniteStream(fc.nat(255)),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(place, { minLength: 2, maxLength: 4 }), async (cuts) => {
      let flash = makeOlderKiosk();
      for (const { operation: index, done, noise } of cuts) {
        const operations = await listOperations(flash);
        const operation = operations[index % operations.length];
        if (!operation) continue;
        flash = sagDuring(operation, done % lengthOf(operation), () => noise.next().value);
        if (!isStorageValid(flash)) throw new Error(`At ${operation.at}`);
      }
      expect(startDevice(await resume(flash)).state).toBe('newer');
    }),
    { numRuns: 300 },
  );
}, 1_200_000);
