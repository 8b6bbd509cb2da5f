import { describe, expect, test } from 'vitest';
import { cutEverywhere, deeds, fillUp, makeUsedFlash, type Weaken } from './ledger-cuts';

const FILE_HEADER_BYTES = 32;
const BLOCK_BYTES = 512;
const CRC_OF_WHOLE = 0x2144df1c;

const used = makeUsedFlash(3);
const snapshot = deeds.find(({ name }) => name === 'a finished check');

describe('a power cut at every byte', () => {
  for (const deed of deeds) {
    test(`of ${deed.name} leaves it done or not done, and nothing else changed`, () => {
      expect(cutEverywhere(used, deed)).toEqual([]);
    });
  }
  test('of a finished check on a full page, erasing included, leaves it counted once or not at all', () => {
    if (snapshot) expect(cutEverywhere(fillUp(used, snapshot), snapshot)).toEqual([]);
  });
});

describe('the same cuts find what is wrong with', () => {
  const weakened: [string, Weaken][] = [
    [
      'a ledger that does not overwrite old snapshots',
      (port) => ({
        ...port,
        write: (offset, bytes) => {
          if (bytes.some((byte) => byte !== 0)) port.write(offset, bytes);
        },
      }),
    ],
    [
      'a ledger that writes the CRC first',
      (port) => ({
        ...port,
        write: (offset, bytes) => {
          for (let at = bytes.length - 4; at >= 0; at -= 4) port.write(offset + at, bytes.slice(at, at + 4));
        },
      }),
    ],
    [
      'a ledger that believes every record it reads',
      (port) => ({
        ...port,
        // what is read comes in an array of its own; what is about to be written, in a part of one
        crc32: (bytes) =>
          bytes.length === bytes.buffer.byteLength &&
          bytes.length !== FILE_HEADER_BYTES &&
          bytes.length !== BLOCK_BYTES
            ? CRC_OF_WHOLE
            : port.crc32(bytes),
      }),
    ],
    ['a ledger that leaves the old page', (port) => ({ ...port, erase: () => {} })],
  ];
  for (const [name, weaken] of weakened) {
    test(name, () => {
      if (!snapshot) throw new Error('no such deed');
      const faults = [
        ...cutEverywhere(used, snapshot, weaken),
        ...cutEverywhere(fillUp(used, snapshot), snapshot, weaken, 101),
      ];
      expect(faults).not.toEqual([]);
    });
  }
});
