import {
  ANSWER_PITCH_PX,
  FONT_ANSWER,
  FONT_LARGE,
  LEFT,
  RIGHT,
  SMALL_PITCH_PX,
  write,
} from '../device/screen';

const RIGHT_EDGE_PX = 128;
// the last line's capitals, so that its descenders still fit above row 64
const LAST_ANSWER_LINE_PX = 52;
const LAST_SMALL_LINE_PX = 56;
const LARGE_LINE_PX = 50;

/** Writes a label beside its key: 1 top left, then clockwise. Lower labels end at the screen's lower edge. */
export function writeLabel(key: number, font: number, text: string): void {
  const extraLines = text.split('\n').length - 1;
  const isRight = key === 2 || key === 3;
  let capTopPx = 0;
  if (key > 2)
    capTopPx =
      font === FONT_LARGE
        ? LARGE_LINE_PX
        : font === FONT_ANSWER
          ? LAST_ANSWER_LINE_PX - extraLines * ANSWER_PITCH_PX
          : LAST_SMALL_LINE_PX - extraLines * SMALL_PITCH_PX;
  write(font, text, isRight ? RIGHT_EDGE_PX : 0, capTopPx, isRight ? RIGHT : LEFT);
}
