import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FlashChip, PIXLJS_FLASH_BYTES } from '../../firmware/simulator/flash-chip';
import { Storage } from '../../firmware/simulator/storage';
import { isStorageValid } from '../../firmware/simulator/storage-headers';
import { listFiles, readFile, writeFile } from '../../firmware/simulator/storage-image';
import { StorageReader } from '../../firmware/simulator/storage-reader';

const erased = (): Uint8Array => new Uint8Array(PIXLJS_FLASH_BYTES).fill(0xff);

describe('a flash image', () => {
  test('holds files behind headers of 32 bytes, padded to words', () => {
    const flash = erased();
    writeFile(flash, 'ab', 'hello');
    writeFile(flash, 'c', Uint8Array.of(1, 2, 3));
    expect([...flash.slice(0, 8)]).toEqual([5, 0, 0, 0, 97, 98, 0, 0]);
    expect([...flash.slice(32, 41)]).toEqual([104, 101, 108, 108, 111, 255, 255, 255, 3]);
    expect(listFiles(flash)).toEqual([
      { name: 'ab', offset: 32, bytes: 5 },
      { name: 'c', offset: 72, bytes: 3 },
    ]);
    expect(readFile(flash, 'c')).toEqual(Uint8Array.of(1, 2, 3));
    expect(readFile(flash, 'd')).toBeUndefined();
  });

  test('keeps room for a file that is longer than what is written at first', () => {
    const flash = erased();
    writeFile(flash, 'ledger', 'x', 12_256);
    writeFile(flash, 'next', 'y');
    expect(listFiles(flash).map((file) => file.offset)).toEqual([32, 12_320]);
    expect(readFile(flash, 'ledger')?.slice(0, 3)).toEqual(Uint8Array.of(120, 255, 255));
  });

  test('refuses what does not fit', () => {
    const flash = erased();
    expect(() => writeFile(flash, 'all', 'x', PIXLJS_FLASH_BYTES - 32)).not.toThrow();
    expect(() => writeFile(flash, 'more', 'x')).toThrow('Unable to find or create file');
  });

  test('any files come back as they were written, through replacements and compaction', () => {
    const name = fc.constantFrom('a', 'b', '.boot0', 'ledger');
    const data = fc.uint8Array({ minLength: 1, maxLength: 6000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(name, data), { maxLength: 20 }), (writes) => {
        const flash = erased();
        const expected = new Map<string, Uint8Array>();
        for (const [file, bytes] of writes) {
          writeFile(flash, file, bytes);
          expected.set(file, bytes);
        }
        for (const [file, bytes] of expected) expect(readFile(flash, file)).toEqual(bytes);
        expect(new Set(listFiles(flash).map((file) => file.name))).toEqual(new Set(expected.keys()));
        expect(isStorageValid(flash)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('quick reading', () => {
  test('gives what Storage gives, whatever is written in between', () => {
    const step = fc.record({
      file: fc.constantFrom('a', 'b', 'c'),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 3000 }),
      kind: fc.constantFrom('write', 'erase', 'flash'),
      at: fc.nat(8000),
      length: fc.nat(400),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const chip = new FlashChip(erased());
        const storage = new Storage(chip);
        const reader = new StorageReader(chip);
        storage.write('base', 'x', 0, 9000);
        for (const { file, bytes, kind, at, length } of steps) {
          if (kind === 'write') storage.write(file, bytes);
          else if (kind === 'erase') storage.erase(file);
          else chip.write(bytes.slice(0, 8), at + 40);
          for (const [name, offset, count] of [
            ['a', 0, 0],
            ['b', at % 3100, length],
            ['c', 5, 0],
            ['base', at, length],
          ] as const) {
            expect(reader.read(name, offset, count)).toBe(storage.read(name, offset, count));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('gives the same string again while its pages stay as they are', () => {
    const chip = new FlashChip(erased());
    new Storage(chip).write('text', 'x'.repeat(5000));
    const reader = new StorageReader(chip);
    const first = reader.read('text', 10, 5);
    chip.write(Uint8Array.of(0), 4096 * 3);
    expect(reader.read('text', 10, 5)).toBe(first);
    chip.write(Uint8Array.of(0), 32 + 12);
    expect(reader.read('text', 10, 5)).toBe('xx\0xx');
  });
});
