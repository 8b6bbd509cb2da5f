import { UI_BACK, UI_DONE, UI_NEXT } from '../../shared/wording/keys';
import {
  BOTTOM,
  CENTRE,
  FONT_ANSWER,
  FONT_SMALL,
  LEFT,
  MARK_BESIDE_PX,
  RIGHT,
  write,
} from '../device/screen';
import { commonText } from '../device/texts';
import { type Run, SCREEN_UNDER_18 } from '../flow/run';
import { PICTURE_CODE, showPicture } from './picture';

const CENTRE_X_PX = 64;
const RIGHT_EDGE_PX = 128;
const FOUR_LINES_TOP_PX = 8;
const THREE_LINES_TOP_PX = 14;
const PAGE_MARK_TOP_PX = 57;
const FOUR_LINES = 4;
const PICTURE_TOP_PX = 9;
const BESIDE_CODE_PX = 90;
const BESIDE_CODE_TOP_PX = 26;

/** A card's title, up to four lines and its place; or a picture; a code says beside itself what it is for. */
export function showCard(run: Run, texts: string[]): void {
  const words = texts[0] as string;
  const cards = run.cards.length;
  const isFull = words.split('\n').length > FOUR_LINES;
  const end = words.indexOf('\n');
  const picture = showPicture(run, PICTURE_TOP_PX);
  const besidePx = picture ? MARK_BESIDE_PX : 0;
  // accents reach a row above the capitals; over four lines there is no room for them
  if (picture !== PICTURE_CODE)
    write(FONT_SMALL, end < 0 ? words : words.slice(0, end), 0, isFull ? 0 : 1, LEFT);
  if (!picture)
    write(FONT_ANSWER, words.slice(end + 1), 0, isFull ? FOUR_LINES_TOP_PX : THREE_LINES_TOP_PX, LEFT);
  else if (picture === PICTURE_CODE) write(FONT_SMALL, words, BESIDE_CODE_PX, BESIDE_CODE_TOP_PX, LEFT);
  if (cards > 1)
    write(
      FONT_SMALL,
      run.page + 1 + '/' + cards,
      CENTRE_X_PX + besidePx,
      PAGE_MARK_TOP_PX - besidePx,
      CENTRE,
    );
  write(
    cards ? FONT_SMALL : FONT_ANSWER,
    commonText(!cards || run.page < cards - 1 ? UI_NEXT - UI_BACK : UI_DONE - UI_BACK),
    RIGHT_EDGE_PX,
    BOTTOM,
    RIGHT,
  );
}

/** Words without a title and a way on; the notice with what leads people under 18 elsewhere. */
export function showWords(run: Run, texts: string[]): void {
  write(FONT_ANSWER, texts[0] as string, 0, THREE_LINES_TOP_PX, LEFT);
  if (texts[2]) write(FONT_ANSWER, texts[2], RIGHT_EDGE_PX, 0, RIGHT);
  write(
    FONT_ANSWER,
    texts[1] || commonText(run.screen === SCREEN_UNDER_18 ? UI_DONE - UI_BACK : UI_NEXT - UI_BACK),
    RIGHT_EDGE_PX,
    BOTTOM,
    RIGHT,
  );
}
