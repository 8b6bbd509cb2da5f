import { BOTTOM, LEFT, RIGHT, write } from '../device/screen';

const RIGHT_EDGE_PX = 128;

/** Writes a label beside its key: 1 top left, then clockwise. Lower labels end at the screen's lower edge. */
export function writeLabel(key: number, font: number, text: string): void {
  const isRight = key === 2 || key === 3;
  write(font, text, isRight ? RIGHT_EDGE_PX : 0, key > 2 ? BOTTOM : 0, isRight ? RIGHT : LEFT);
}
