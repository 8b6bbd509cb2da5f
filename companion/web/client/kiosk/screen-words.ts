import type { DrawnText as FullyDrawnText } from '../../../../firmware/simulator/words-on-screen';

type DrawnText = Pick<FullyDrawnText, 'text' | 'xPx' | 'yPx'>;

const MIDDLE_X_PX = 64;
const MIDDLE_Y_PX = 32;
/** Where the label of the key at the lower left begins; cards end above it. */
const LOWER_LEFT_PX = 45;
const LINE_PX = 12;

/** The key that a text stands beside, 0 for none: labels are aligned to the screen's edges (firmware/screens/label). */
function keyOf({ xPx, yPx }: DrawnText, hasKey2: boolean): number {
  if (xPx > MIDDLE_X_PX) return yPx < MIDDLE_Y_PX ? 2 : 3;
  if (xPx > 0) return 0;
  if (yPx >= LOWER_LEFT_PX) return 4;
  // A card's title stands there, too, but no card has a second key at the top.
  return hasKey2 && yPx < 0 ? 1 : 0;
}

/** What stands on the screen in sentences: first what it says or asks, then what each key does. */
export function describeScreen(texts: readonly DrawnText[]): string {
  const hasKey2 = texts.some((text) => keyOf(text, false) === 2);
  const byKey = new Map<number, string[]>();
  let key1EndsPx = Number.NEGATIVE_INFINITY;
  for (const text of texts) {
    if (!text.text.trim()) continue;
    let key = keyOf(text, hasKey2);
    if (key === 0 && text.xPx === 0 && text.yPx <= key1EndsPx + LINE_PX) key = 1;
    if (key === 1) key1EndsPx = text.yPx;
    byKey.set(key, [...(byKey.get(key) ?? []), text.text.trim()]);
  }
  const said = byKey.get(0)?.join(' ') ?? '';
  const keys = [1, 2, 3, 4].flatMap((key) => {
    const label = byKey.get(key)?.join(' ');
    return label ? [`Key ${key}: ${label}.`] : [];
  });
  return [said, ...keys].filter(Boolean).join(' ');
}
