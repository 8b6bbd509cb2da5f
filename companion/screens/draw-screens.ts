import { RULE_CODES, RULE_INSTABILITY_URGENT, RULE_SIGNPOSTING, type Run } from '../../firmware/flow/run';
import { pagesOf } from '../../firmware/screens/pages';
import { tourLargeScreens } from '../../firmware/simulator/large-tour';
import { type TourStop, tourScreens } from '../../firmware/simulator/screen-tour';
import { type Language, languageCodes } from '../../shared/check/codes';
import type { Settings } from '../../shared/wire/settings-contents';
import { boardNamed } from '../flash/boards';
import { type DeviceFile, readDeviceFiles } from '../flash/device-files';
import { largeWidths, readTexts } from './device-texts';
import { exampleSettings } from './example-settings';
import { type RenderedScreen, renderScreens, type ScreenSize } from './render';
import { renderStaffScreens } from './render-staff';
import { screenWords } from './screen-words';
import { setUpKiosk } from './set-up-kiosk';

/** Which screens: of which board, in which language and size. */
export interface ScreensWish {
  readonly board: string;
  readonly language: Language;
  readonly size: ScreenSize;
  /** what the store has set differently from `exampleSettings` */
  readonly settings?: Partial<Settings>;
}

/**
 * Every screen of the built firmware, as shoppers meet them, then those for staff alone.
 *
 * @param folder the built firmware of the board
 * @throws CompanionError `flash-board`, `flash-not-built`, `flash-languages`
 */
export async function drawScreens(folder: string, wish: ScreensWish): Promise<RenderedScreen[]> {
  const kind = boardNamed(wish.board);
  const others = languageCodes.filter((code) => code !== wish.language);
  const files = readDeviceFiles(folder, kind, [wish.language, ...others].slice(0, kind.languagesMax));
  const settings = { ...exampleSettings(wish.language), ...wish.settings };
  const board = await setUpKiosk(files, kind, settings);
  const screens = renderScreens(board, planTour(files, wish, settings));
  return [...screens, ...renderStaffScreens(board)];
}

/** The ways to all screens of these files, as `drawScreens` takes them; the same ways every time. */
export function planTour(
  files: readonly DeviceFile[],
  { board, size }: Pick<ScreensWish, 'board' | 'size'>,
  settings: Settings,
): TourStop[] {
  const rules =
    RULE_CODES |
    (settings.mode === 'signposting' ? RULE_SIGNPOSTING : 0) |
    (settings.instabilityUrgent ? RULE_INSTABILITY_URGENT : 0);
  if (size === 'normal') return tourScreens(fixedDraw(), rules);
  return tourLargeScreens(fixedDraw(), rules, countPages(files, board, settings));
}

/** What a QR code is for, and the code. */
const PAGES_OF_CODE = 2;

/** Counts on how many pages a screen's words stand in large size, without its answers. */
export function countPages(
  files: readonly DeviceFile[],
  board: string,
  settings: Settings,
): (run: Run) => number {
  const texts = readTexts(files, settings.language);
  const set = [settings.urgentLine, settings.emergencyNumber].map((number) => number.replaceAll(' ', '\xa0'));
  const numbers = set.filter(Boolean).join(' / ');
  const widthPx = largeWidths(files, board);
  const pages = new Map<string, number>();
  return (run) => {
    if ((run.cards[run.page] ?? 0) < 0) return PAGES_OF_CODE;
    const words = screenWords(run, texts, numbers).join('\n');
    const known = pages.get(words) ?? pagesOf(words, widthPx).length;
    pages.set(words, known);
    return known;
  };
}

/** The next number of a fixed row, so that every run of the command draws the same screens. */
function fixedDraw(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}
