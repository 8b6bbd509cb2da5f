import { type Language, languageCodes } from '../../shared/check/codes';
import { boardNamed } from '../flash/boards';
import { readDeviceFiles } from '../flash/device-files';
import { exampleSettings } from './example-settings';
import { type RenderedScreen, renderScreens, type ScreenSize } from './render';
import { setUpKiosk } from './set-up-kiosk';

/** Which screens: of which board, in which language and size. */
export interface ScreensWish {
  readonly board: string;
  readonly language: Language;
  readonly size: ScreenSize;
}

/**
 * Every screen of the built firmware, as shoppers in a store with `exampleSettings` meet them.
 *
 * @param folder the built firmware of the board
 * @throws CompanionError `flash-board`, `flash-not-built`, `flash-languages`
 */
export async function drawScreens(folder: string, wish: ScreensWish): Promise<RenderedScreen[]> {
  const kind = boardNamed(wish.board);
  const others = languageCodes.filter((code) => code !== wish.language);
  const languages = [wish.language, ...others].slice(0, kind.languagesMax);
  const files = readDeviceFiles(folder, kind, languages);
  const board = await setUpKiosk(files, kind, exampleSettings(wish.language));
  return renderScreens(board, { rules: 0, size: wish.size });
}
