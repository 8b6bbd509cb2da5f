import type { ScreenSize } from '../../../../firmware/simulator/frame';
import type {
  DrawnPicture,
  DrawnText as FullyDrawnText,
} from '../../../../firmware/simulator/words-on-screen';
import { joinWords } from './sentences';

type DrawnText = Pick<FullyDrawnText, 'text' | 'xPx' | 'yPx'>;
type Shape = Pick<DrawnPicture, 'widthPx' | 'heightPx'>;

/** A key and what is written beside it. */
export interface SpokenKey {
  readonly key: number;
  readonly label: string;
  /** the label is an arrow, put into words of the page */
  readonly isArrow: boolean;
}

/** What stands on a screen, in words. */
export interface SpokenScreen {
  /** what it says or asks */
  readonly said: string;
  /** its place among the pages of a result, as marked: "2/4"; empty without a mark */
  readonly place: string;
  /** what its picture is, in the page's own words; empty without one */
  readonly shown: string;
  readonly keys: readonly SpokenKey[];
}

const ARROWS: Readonly<Record<string, string>> = { '\x80': 'page before', '\x81': 'next page' };
const SOFT_HYPHEN = /\xad/g;
/** Labels at the edge; a Bangle.js 2 keeps one pixel. */
const MARGIN_PX = 1;
/** A label at the top begins above this part of the screen's height, lower ones below that part. */
const TOP_PART = 0.1;
const BOTTOM_PART = 0.7;
/** What is asked stands between, in the middle; a page mark does not. */
const PAGE_MARK = /^\d+\/\d+$/;
const KEY_BACK = 4;
/** What a tap does, and in the line below what a hold does. */
const TAP_AND_HOLD = /^(.+?) (\S+ ?: .+)$/;
const SHOE_PICTURES = 4;

/** What stands on the screen in words: what it says or asks, and what is beside each key. */
export function describeScreen(
  texts: readonly DrawnText[],
  pictures: readonly Shape[],
  size: ScreenSize,
): SpokenScreen {
  const written = texts.filter(({ text }) => text.trim());
  const isAsked = written.some((text) => sideOf(text, size) === 'middle' && !PAGE_MARK.test(text.text));
  const lowestLeftPx = Math.max(
    ...written.filter((text) => sideOf(text, size) === 'left').map(({ yPx }) => yPx),
  );
  const said: string[] = [];
  let place = '';
  const labels = new Map<number, string>();
  let isUpperLeft = false;
  for (const text of written) {
    const side = sideOf(text, size);
    const isTop = text.yPx < size.heightPx * TOP_PART;
    const isBottom = text.yPx > size.heightPx * BOTTOM_PART;
    let key = 0;
    if (side === 'right') key = text.yPx < size.heightPx / 2 ? 2 : 3;
    // beside a question all that stands left is a label, upper ones first; a card's words stand left themselves
    else if (side === 'left' && isAsked)
      key = isTop || (isUpperLeft && text.yPx < size.heightPx / 2) ? 1 : KEY_BACK;
    // its last one may reach down to the label
    else if (side === 'left' && isBottom && text.yPx === lowestLeftPx) key = KEY_BACK;
    isUpperLeft ||= key === 1;
    const words = text.text.trim().replace(SOFT_HYPHEN, '');
    if (key) labels.set(key, joinWords([labels.get(key) ?? '', words]));
    else if (PAGE_MARK.test(words)) place = words;
    else said.push(words);
  }
  const back = labels.get(KEY_BACK);
  if (back) labels.set(KEY_BACK, back.replace(TAP_AND_HOLD, '$1, $2'));
  return {
    said: joinWords(said),
    place,
    shown: describePictures(pictures),
    keys: [...labels]
      .sort(([one], [other]) => one - other)
      .map(([key, label]) => ({ key, label: ARROWS[label] ?? label, isArrow: label in ARROWS })),
  };
}

function sideOf({ xPx }: DrawnText, { widthPx }: ScreenSize): 'left' | 'middle' | 'right' {
  if (xPx <= MARGIN_PX) return 'left';
  return xPx >= widthPx - MARGIN_PX ? 'right' : 'middle';
}

function describePictures(pictures: readonly Shape[]): string {
  const [first] = pictures;
  if (!first) return '';
  if (pictures.length === 1 && first.widthPx === first.heightPx)
    return 'A QR code: it leads to this card’s longer text.';
  if (pictures.length >= SHOE_PICTURES) return 'A picture of a running shoe with its signs of wear.';
  return 'A picture of a knee from the front and the side, with the sore place marked.';
}
