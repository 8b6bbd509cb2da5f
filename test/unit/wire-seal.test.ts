import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha1 } from '../../companion/sync/hash';
import { deriveKeys } from '../../shared/wire/keys';
import { aim, hmac, isTagOf, makeInner, makeOuter, mixBlock } from '../../shared/wire/seal';

const hex = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('hex');
const text = (bytes: Buffer): string => bytes.toString('latin1');

describe('HMAC-SHA-1', () => {
  // RFC 2202, section 3; its cases with keys over 64 bytes cannot occur here
  test.each([
    {
      name: '1',
      key: Buffer.alloc(20, 0x0b),
      data: 'Hi There',
      digest: 'b617318655057264e28bc0b6fb378c8ef146be00',
    },
    {
      name: '2',
      key: Buffer.from('Jefe'),
      data: 'what do ya want for nothing?',
      digest: 'effcdf6ae5eb2fa2d27416d5f184df9c259a7c79',
    },
    {
      name: '3',
      key: Buffer.alloc(20, 0xaa),
      data: text(Buffer.alloc(50, 0xdd)),
      digest: '125d7342b9ac11cd91a39af48aa17b4f63f175d3',
    },
    {
      name: '4',
      key: Buffer.from(Array.from({ length: 25 }, (_, index) => index + 1)),
      data: text(Buffer.alloc(50, 0xcd)),
      digest: '4c9007f4026250c6bc8414f9bf50c86c2d7235da',
    },
    {
      name: '5',
      key: Buffer.alloc(20, 0x0c),
      data: 'Test With Truncation',
      digest: '4c1a03424b55e07fe7f27be1d58bb9324a9a5a04',
    },
  ])('gives the digest of test case $name of RFC 2202', ({ key, data, digest }) => {
    expect(hex(hmac(sha1, makeInner(key), makeOuter(makeInner(key)), data))).toBe(digest);
  });

  test('is the same for a message in pieces as for the whole', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 64 }),
        fc.array(fc.uint8Array({ maxLength: 30 })),
        (key, pieces) => {
          const expected = createHmac('sha1', key).update(Buffer.concat(pieces)).digest('hex');
          const nested = [pieces.slice(0, 1), pieces.slice(1).map((piece) => text(Buffer.from(piece)))];
          expect(hex(hmac(sha1, makeInner(key), makeOuter(makeInner(key)), nested))).toBe(expected);
        },
      ),
    );
  });
});

describe('the key stream', () => {
  const key = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');
  const head = Buffer.from('83000100b179379e00000000', 'hex');
  const mix = (words: Int32Array, at: number, wantedBytes = 80): Int32Array => {
    const inner = makeInner(key);
    aim(inner, head, wantedBytes);
    mixBlock(sha1, inner, makeOuter(inner), words, at);
    return words;
  };

  test('hashes counter, label, zero, context and length in bits, in that order', () => {
    const stream = mix(new Int32Array(15), 10).slice(10, 15);
    const message = Buffer.concat([Buffer.of(2), head, Buffer.of(0x80, 0x02)]);
    expect(hex(stream.buffer)).toBe(createHmac('sha1', key).update(message).digest('hex'));
  });

  test('mixed in twice leaves a block as it was, and its neighbours alone', () => {
    const words = Int32Array.from({ length: 15 }, (_, index) => index * 0x1234567);
    const once = mix(words.slice(), 5);
    const outside = (all: Int32Array): number[] => [...all.subarray(0, 5), ...all.subarray(10)];
    expect(outside(once)).toEqual(outside(words));
    expect(hex(once.slice(5, 10).buffer)).not.toBe(hex(words.slice(5, 10).buffer));
    expect([...mix(once, 5)]).toEqual([...words]);
  });

  test('depends on how much is wanted in all', () => {
    const streams = [60, 80, 160, 400].map((bytes) => hex(mix(new Int32Array(10), 5, bytes).slice().buffer));
    expect(new Set(streams).size).toBe(4);
  });
});

test('a kiosk has different keys for the two purposes, and no other kiosk has them', () => {
  const ids = [Buffer.from('kiosk--1'), Buffer.from('kiosk--2')];
  const keys = ids.map((id) => deriveKeys(sha1, Buffer.alloc(16, 7), id));
  const blocks = keys.flatMap(({ encryptInner, macInner }) => [
    Buffer.from(encryptInner).toString('hex'),
    Buffer.from(macInner).toString('hex'),
  ]);
  expect(new Set(blocks).size).toBe(4);
});

describe('a tag', () => {
  const hash = sha1('message');
  const tag = new Uint8Array(hash).slice(0, 10);

  test('is the first ten bytes of the hash', () => expect(isTagOf(hash, tag)).toBe(true));

  test('is refused with any bit flipped, too short and too long', () => {
    for (let bit = 0; bit < 80; bit++) {
      const bytes = tag.slice();
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(isTagOf(hash, bytes)).toBe(false);
    }
    expect(isTagOf(hash, tag.slice(0, 9))).toBe(false);
    expect(isTagOf(hash, [...tag, 0])).toBe(false);
    expect(isTagOf(hash, [])).toBe(false);
  });
});
