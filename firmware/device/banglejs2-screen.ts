import { foldText, isOneLine } from './banglejs2-fold';
import { HEIGHT_PX, toX, WIDTH_PX } from './banglejs2-place';
import { aboveCapPx, capPx, LARGE, pitchPx, SLIM, setStyle, USUAL, widthPx } from './banglejs2-type';
import { CENTRE, FONT_SMALL, LEFT, RIGHT } from './screen';

export { BOTTOM, CENTRE, FONT_ANSWER, FONT_LARGE, FONT_SMALL, LEFT, RIGHT } from './screen';

/** Here is room for page marks below pictures, a pixel higher than below words. */
export const MARK_BESIDE_PX = 1;

const MARGIN_PX = 1;
/** A label stays in the quarter of the screen that is its key, and apart from the label beside it. */
const COLUMN_PX = 82;
/** The last columns of a letter are the gap behind it. */
const BEHIND_PX = 2;
/** Rows that stay free at the upper and lower edge, for accents and tails. */
const RIM_PX = 6;
/** Between labels and what is between them: a tail and an accent. */
const GAP_PX = 10;
/** Between a box and what is above and below it. */
const BOX_GAP_PX = 7;
const ROWS_A_ROW = 2.75;
/** Nothing but a card's page mark stands so low in the layout, or beside its middle. */
const MARK_TOP_PX = 57;
const MIDDLE_X_PX = 64;

/** Between the labels: a question or a title, and all else. */
const TITLE = 0;
const IN_BETWEEN = 1;
const UPPER = 2;
const LOWER = 3;

/** How texts are arranged, until all find room: as usual, lines close together, then what is over them small, labels, all else. */
const CLOSE = 1;
const SMALL_TITLES = 2;
const SMALL_LABELS = 3;
const SMALL_WORDS = 4;

/** A text of the present picture; its lines are broken when all is known that shares the screen. */
interface Block {
  text: string;
  isLarge: boolean;
  align: number;
  row: number;
  style: number;
  lines: string[];
}

let blocks: Block[] = [];
/** Edges of the boxes of the present picture, on 128 x 64 pixels. */
let boxes: number[][] = [];
/** Where the first capitals between the labels may begin, the last line ends, and the boxes begin. */
let topPx = 0;
let bottomPx = 0;
let boxTopPx = 0;

/** Takes the screen back to empty, for a new picture. */
export function clearScreen(): void {
  g.clear();
  blocks = [];
  boxes = [];
}

/**
 * Takes down a text for the present picture. The screens are laid out for 128 x 64 pixels; here a label keeps its
 * corner and everything else its order, between the labels.
 */
export function write(font: number, text: string, xPx: number, topOrBottom: number, align: number): void {
  const isMark = align === CENTRE && (xPx !== MIDDLE_X_PX || topOrBottom === MARK_TOP_PX);
  const isBetween = !isMark && topOrBottom >= 0 && (topOrBottom > 0 || font === FONT_SMALL);
  if (!text) return;
  blocks.push({
    text: text,
    isLarge: font > 1,
    align: align,
    row: isBetween ? (font === FONT_SMALL ? TITLE : IN_BETWEEN) : topOrBottom ? LOWER : UPPER,
    style: LARGE,
    lines: [],
  });
}

/** How wide a line is in large size: none of the layout's pixels, or too many where it takes more than its rows. */
export function largeWidthPx(line: string): number {
  setStyle(LARGE);
  return isOneLine(line, widthPx, WIDTH_PX - MARGIN_PX + BEHIND_PX) ? 0 : WIDTH_PX;
}

/** Takes down a box of the layout, edges included: boxes lie below all words, above the labels. */
export function fillBox(x1Px: number, y1Px: number, x2Px: number, y2Px: number): void {
  boxes.push([x1Px, y1Px, x2Px, y2Px]);
}

/** Breaks a text into lines for its style and place; false when a word is too wide. */
function fold(block: Block): boolean {
  const limitPx = (block.row < UPPER ? WIDTH_PX - MARGIN_PX : COLUMN_PX) + BEHIND_PX;
  setStyle(block.style);
  block.lines = foldText(block.text, widthPx, limitPx);
  return !block.lines.some((line) => widthPx(line) > limitPx);
}

/** Rows from the first line's capitals to the foot of the last one's. */
function heightPx(block: Block, isClose: boolean): number {
  return (block.lines.length - 1) * pitchPx(block.style, isClose) + capPx(block.style);
}

/** Rows between a text and the next one. */
function gapPx(block: Block, isClose: boolean): number {
  return pitchPx(block.style, isClose) - capPx(block.style);
}

/** Breaks all texts and finds what is between the labels; returns the rows left there, below 0 when there are too few. */
function arrange(level: number): number {
  const isClose = level >= CLOSE;
  let neededPx = 0;
  topPx = RIM_PX;
  bottomPx = HEIGHT_PX - RIM_PX + GAP_PX;
  blocks.forEach((block) => {
    const isSlim =
      block.row === TITLE
        ? level >= SMALL_TITLES
        : level === (block.row < UPPER ? SMALL_WORDS : SMALL_LABELS);
    block.style = block.isLarge ? LARGE : isSlim ? SLIM : USUAL;
    if (!fold(block) && !block.isLarge) {
      block.style = SLIM;
      fold(block);
    }
    const rowsPx = RIM_PX + heightPx(block, isClose) + GAP_PX;
    if (block.row === UPPER) topPx = Math.max(topPx, rowsPx);
    else if (block.row === LOWER) bottomPx = Math.min(bottomPx, HEIGHT_PX + GAP_PX - rowsPx);
    else neededPx += rowsPx - RIM_PX - GAP_PX + (neededPx && gapPx(block, isClose));
  });
  if (boxes.length) {
    const box = boxes[boxes.length - 1] as number[];
    boxTopPx = bottomPx - BOX_GAP_PX - Math.floor(((box[3] as number) + 1 - (box[1] as number)) * ROWS_A_ROW);
    bottomPx = boxTopPx - BOX_GAP_PX;
  } else bottomPx -= GAP_PX;
  return bottomPx - topPx - neededPx;
}

function draw(block: Block, firstPx: number, isClose: boolean): void {
  const xPx = block.align === RIGHT ? WIDTH_PX - MARGIN_PX : block.align === LEFT ? MARGIN_PX : WIDTH_PX / 2;
  setStyle(block.style);
  g.setFontAlign(block.align, -1);
  block.lines.forEach((line, index) => {
    g.drawString(line, xPx, firstPx + index * pitchPx(block.style, isClose) - aboveCapPx(block.style));
  });
}

/** What is drawn here is shown soon, asked for or not. */
export const CAN_DRAW_AHEAD = false;
export function drawForLater(): void {}
export function isDrawn(): boolean {
  return false;
}

/** Draws what was taken down, and shows it. */
export function showScreen(): void {
  let level = 0;
  let leftPx = arrange(level);
  // three lines over a bar come closer together before they come near it
  if (boxes.length && leftPx < GAP_PX) leftPx = arrange(++level);
  while (leftPx < 0 && level < SMALL_WORDS) leftPx = arrange(++level);
  const isClose = level >= CLOSE;
  const between = blocks.filter((block) => block.row < UPPER);
  // what is read from the left begins at the top; what is centred lies in the middle
  const spreadPx = Math.max(0, Math.min(GAP_PX, Math.floor(leftPx / (between.length + 1))));
  const isCentred = between.length && (between[0] as Block).align === CENTRE;
  let yPx = topPx + (isCentred ? Math.max(0, (leftPx - spreadPx * (between.length - 1)) >> 1) : 0);
  blocks.forEach((block) => {
    const heightHerePx = heightPx(block, isClose);
    if (block.row === UPPER) draw(block, RIM_PX, isClose);
    else if (block.row === LOWER) draw(block, HEIGHT_PX - RIM_PX - heightHerePx, isClose);
    else {
      draw(block, yPx, isClose);
      yPx += heightHerePx + gapPx(block, isClose) + spreadPx;
    }
  });
  boxes.forEach((box) => {
    const rowPx = (y: number): number =>
      boxTopPx + Math.floor((y - ((boxes[boxes.length - 1] as number[])[1] as number)) * ROWS_A_ROW);
    g.fillRect(
      toX(box[0] as number),
      rowPx(box[1] as number),
      toX((box[2] as number) + 1) - 1,
      rowPx((box[3] as number) + 1) - 1,
    );
  });
  g.flip();
}
