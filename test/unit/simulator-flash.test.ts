import { describe, expect, test } from 'vitest';
import {
  ERASES_PER_PAGE,
  FlashChip,
  PAGE_BYTES,
  WORD_WRITES_PER_BLOCK,
} from '../../firmware/simulator/flash-chip';
import { BoardFault, PowerCut } from '../../firmware/simulator/signals';

const chipOf = (pages: number): FlashChip => new FlashChip(new Uint8Array(pages * PAGE_BYTES).fill(0xff));

describe('the simulated flash', () => {
  test('only turns ones into zeros', () => {
    const chip = chipOf(1);
    chip.write(Uint8Array.of(0b1100), 5);
    chip.write(Uint8Array.of(0b1010), 5);
    expect(chip.bytes[5]).toBe(0b1000);
  });

  test('erases the whole page around an address and no other', () => {
    const chip = chipOf(3);
    chip.bytes.fill(0);
    chip.erasePage(PAGE_BYTES + 77);
    expect(chip.bytes.slice(0, PAGE_BYTES).every((byte) => byte === 0)).toBe(true);
    expect(chip.bytes.slice(PAGE_BYTES, 2 * PAGE_BYTES).every((byte) => byte === 0xff)).toBe(true);
    expect(chip.bytes.slice(2 * PAGE_BYTES).every((byte) => byte === 0)).toBe(true);
  });

  test.each([
    { at: 0, bytes: 4, words: 1 },
    { at: 2, bytes: 4, words: 2 },
    { at: 3, bytes: 1, words: 1 },
    { at: 4, bytes: 72, words: 18 },
    { at: 1, bytes: 10, words: 3 },
  ])('counts $words word writes for $bytes bytes at $at', ({ at, bytes, words }) => {
    const chip = chipOf(1);
    chip.write(new Uint8Array(bytes), at);
    expect(chip.wordWrites[0]).toBe(words);
  });

  test('starts counting again when the page is erased', () => {
    const chip = chipOf(2);
    chip.write(new Uint8Array(8), 512);
    chip.write(new Uint8Array(8), PAGE_BYTES);
    chip.erasePage(0);
    expect([chip.wordWrites[1], chip.wordWrites[8], chip.erases[0], chip.erases[1]]).toEqual([0, 2, 1, 0]);
  });

  test('refuses the write that a block would not take', () => {
    const chip = chipOf(1);
    for (let i = 0; i < WORD_WRITES_PER_BLOCK; i++) chip.write(new Uint8Array(4), 0);
    expect(() => chip.write(new Uint8Array(4), 508)).toThrow(BoardFault);
    expect(() => chip.write(new Uint8Array(4), 512)).not.toThrow();
  });

  test('refuses the erasure that a page would not take', () => {
    const chip = chipOf(1);
    chip.erases[0] = ERASES_PER_PAGE - 1;
    chip.erasePage(0);
    expect(() => chip.erasePage(0)).toThrow(BoardFault);
  });

  test('refuses what lies outside', () => {
    const chip = chipOf(1);
    expect(() => chip.write(new Uint8Array(5), PAGE_BYTES - 4)).toThrow(BoardFault);
    expect(() => chip.write(new Uint8Array(1), -1)).toThrow(BoardFault);
    expect(() => chip.erasePage(PAGE_BYTES)).toThrow(BoardFault);
  });

  test('a cut at any byte of a write leaves exactly the bytes before it', () => {
    const data = Uint8Array.from({ length: 30 }, (_, i) => i);
    for (let cut = 0; cut < data.length; cut++) {
      const chip = chipOf(1);
      chip.cutAfterBytes(cut);
      expect(() => chip.write(data, 7)).toThrow(PowerCut);
      const expected = new Uint8Array(PAGE_BYTES).fill(0xff);
      expected.set(data.slice(0, cut), 7);
      expect(chip.bytes).toEqual(expected);
    }
  });

  test('a cut in an erasure leaves the beginning of the page erased', () => {
    const chip = chipOf(1);
    chip.bytes.fill(0);
    chip.cutAfterBytes(1000);
    expect(() => chip.erasePage(0)).toThrow(PowerCut);
    expect([chip.bytes[999], chip.bytes[1000]]).toEqual([0xff, 0]);
  });

  test('no byte lands after a cut until the power is back', () => {
    const chip = chipOf(1);
    chip.cutAfterBytes(2);
    expect(() => chip.write(new Uint8Array(4), 0)).toThrow(PowerCut);
    expect(() => chip.write(new Uint8Array(4), 8)).toThrow(PowerCut);
    chip.cancelCut();
    chip.write(new Uint8Array(1), 8);
    expect([chip.bytes[1], chip.bytes[2], chip.bytes[8], chip.bytes[9]]).toEqual([0, 0xff, 0, 0xff]);
  });

  test('tells how many bytes an operation takes, so that each of them can be cut', () => {
    const chip = chipOf(1);
    chip.write(new Uint8Array(10), 0);
    chip.erasePage(0);
    expect(chip.bytesDone).toBe(10 + PAGE_BYTES);
  });
});
