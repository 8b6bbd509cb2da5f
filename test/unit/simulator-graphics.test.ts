import { describe, expect, test } from 'vitest';
import { Graphics } from '../../firmware/simulator/graphics';

/** The upper left corner of a screen as text. */
function corner(graphics: Graphics, width: number, height: number): string[] {
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) =>
      ((graphics.frame[y * 16 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? '#' : '.',
    ).join(''),
  );
}

/** Two glyphs of 3 and 2 columns, 4 pixels high: an arch and a stair, for A and B. */
const BITMAP = String.fromCharCode(0b0111_1000, 0b0111_1100, 0b0011_0000);
const WIDTHS = '\x03\x02';

const drawn = (work: (graphics: Graphics) => void): Graphics => {
  const graphics = new Graphics(() => {});
  work(graphics.clear(true).setFontCustom(BITMAP, 65, WIDTHS, 4));
  return graphics;
};

describe('the simulated screen (the interpreter itself is asked in test/device)', () => {
  test('draws glyphs column by column, first bit uppermost', () => {
    const graphics = drawn((g) => g.drawString('AB', 1, 0));
    expect(corner(graphics, 7, 4)).toEqual(['..#.#..', '.#.##..', '.#.#.#.', '.#.#.#.']);
  });

  test('draws them twice as large', () => {
    const graphics = drawn((g) => g.setFontCustom(BITMAP, 65, WIDTHS, 4 | (2 << 8)).drawString('A', 0, 0));
    expect(corner(graphics, 7, 8)).toEqual([
      '..##...',
      '..##...',
      '##..##.',
      '##..##.',
      '##..##.',
      '##..##.',
      '##..##.',
      '##..##.',
    ]);
  });

  test.each([
    { x: -1, y: -1, at: '4,2' },
    { x: 0, y: 0, at: '3,0' },
    { x: 1, y: 1, at: '1,-2' },
  ])('aligns text at $x, $y', ({ x, y, at }) => {
    const aligned = drawn((g) => g.setFontAlign(x, y).drawString('A', 4, 2));
    const [left = 0, top = 0] = at.split(',').map(Number);
    const plain = drawn((g) => g.drawString('A', left, top));
    expect(aligned.frame).toEqual(plain.frame);
  });

  test('measures the widest line', () => {
    let width = 0;
    drawn((g) => {
      width = g.stringWidth('A\nAB\n@');
    });
    expect(width).toBe(5);
  });

  test('fills rectangles whichever corner comes first, as far as they lie on the screen', () => {
    const graphics = drawn((g) => g.fillRect(4, 1, -9, 0).clearRect(2, 0, 2, 99));
    expect(corner(graphics, 7, 3)).toEqual(['##.##..', '##.##..', '.......']);
  });

  test('draws both colours of an image and leaves a transparent one out', () => {
    const image = '\x03\x02\x01\xa8';
    expect(
      corner(
        drawn((g) => g.fillRect(0, 0, 9, 9).drawImage(image, 1, 1)),
        5,
        4,
      ),
    ).toEqual(['#####', '##.##', '#.#.#', '#####']);
    const clear = '\x03\x02\x81\x00\xa8';
    expect(
      corner(
        drawn((g) => g.drawImage(clear, 1, 1)),
        5,
        4,
      ),
    ).toEqual(['.....', '.#.#.', '..#..', '.....']);
  });

  test('asks for a font rather than draw another one than the device', () => {
    expect(() => new Graphics(() => {}).drawString('A', 0, 0)).toThrow('setFontCustom');
  });
});
