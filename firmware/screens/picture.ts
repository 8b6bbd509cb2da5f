import { TEXT_PATTERN, TEXT_PATTERN_CARD } from '../../shared/wording/keys';
import { drawPicture } from '../device/pictures';
import { drawQr } from '../device/qr';
import { CODE_CARD } from '../flow/cards';
import { type Run, SCREEN_PICTURE } from '../flow/run';
import { PICTURE_KNEE_FRONT, PICTURE_LOC, PICTURE_SHOE } from '../pictures/numbers';

/** By pattern: the option of `loc` whose mark stands for it. */
const PLACES = '0213';
const LEFT_PX = 22;
const KNEE_PICTURES = 2;
const SHOE_PICTURES = 4;
// 8 px around a code stay light: beside Back, and in large size between it and the arrow
const CODE_X_PX = 38;
const LARGE_CODE_X_PX = 62;
const CODE_TOP_PX = 8;

/** What a screen shows instead of words: a drawing, or a code, which has some words all the same; 0: nothing. */
export const PICTURE_DRAWING = 1;
export const PICTURE_CODE = 2;

/** Draws what a screen shows instead of words, if it does, from this row on. In large size a code's words come first. */
export function showPicture(run: Run, topPx: number): number {
  const isShoe = run.screen === SCREEN_PICTURE;
  const card = run.cards[run.page] as number;
  let picture = isShoe ? PICTURE_SHOE : PICTURE_KNEE_FRONT;
  const end = picture + (isShoe ? SHOE_PICTURES : KNEE_PICTURES);
  if (card < 0) {
    if (!run.isLarge || run.step)
      drawQr(card - CODE_CARD, run.isLarge ? LARGE_CODE_X_PX : CODE_X_PX, CODE_TOP_PX);
    return PICTURE_CODE;
  }
  if (isShoe || card < TEXT_PATTERN_CARD) {
    for (; picture < end; picture++) drawPicture(picture, LEFT_PX, topPx);
    if (!isShoe) drawPicture(PICTURE_LOC + +(PLACES[card - TEXT_PATTERN] as string), LEFT_PX, topPx);
    return PICTURE_DRAWING;
  }
  return 0;
}
