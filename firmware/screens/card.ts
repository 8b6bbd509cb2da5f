import { UI_BACK, UI_DONE, UI_NEXT, UI_NOTICE_GO, UI_UNDER_18 } from '../../shared/wording/keys';
import { CENTRE, FONT_ANSWER, FONT_SMALL, LEFT, MARK_BESIDE_PX, write } from '../device/screen';
import { textOf } from '../device/texts';
import { type Run, SCREEN_HAND, SCREEN_NOTICE, SCREEN_UNDER_18 } from '../flow/run';
import { writeLabel } from './label';
import { showPicture } from './picture';
import { wordsOf } from './words';

const CENTRE_X_PX = 64;
const FOUR_LINES_TOP_PX = 8;
const THREE_LINES_TOP_PX = 14;
const PAGE_MARK_TOP_PX = 56;
const FOUR_LINES = 4;
const PICTURE_TOP_PX = 9;

/** A card's title and up to four lines, or a picture, with Back, a way on, and its place; other words untitled. */
export function showCard(run: Run): void {
  const words = wordsOf(run).split('\n');
  const cards = run.cards.length;
  const isPicture = showPicture(run, PICTURE_TOP_PX);
  const besidePx = isPicture ? MARK_BESIDE_PX : 0;
  const isFull = words.length > FOUR_LINES;
  let onLabel =
    run.page < cards - 1 || run.screen < SCREEN_UNDER_18 || run.screen === SCREEN_HAND ? UI_NEXT : UI_DONE;
  // accents reach a row above the capitals; over four lines there is no room for them
  if (cards || isPicture) write(FONT_SMALL, words[0] as string, 0, isFull ? 0 : 1, LEFT);
  if (cards > 1)
    write(
      FONT_SMALL,
      run.page + 1 + '/' + cards,
      CENTRE_X_PX + besidePx,
      PAGE_MARK_TOP_PX - besidePx,
      CENTRE,
    );
  if (!isPicture)
    write(
      FONT_ANSWER,
      words.slice(cards ? 1 : 0).join('\n'),
      0,
      isFull ? FOUR_LINES_TOP_PX : THREE_LINES_TOP_PX,
      LEFT,
    );
  if (run.screen === SCREEN_NOTICE) {
    onLabel = UI_NOTICE_GO;
    writeLabel(2, FONT_ANSWER, textOf(UI_UNDER_18));
  }
  writeLabel(3, cards ? FONT_SMALL : FONT_ANSWER, textOf(onLabel));
  writeLabel(4, FONT_SMALL, textOf(UI_BACK));
}
