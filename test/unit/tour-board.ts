import { boardNamed } from '../../companion/flash/boards';
import { readDeviceFiles } from '../../companion/flash/device-files';
import { countPages, planTour } from '../../companion/screens/draw-screens';
import { exampleSettings } from '../../companion/screens/example-settings';
import type { ScreenSize } from '../../companion/screens/render';
import { setUpKiosk } from '../../companion/screens/set-up-kiosk';
import type { Run } from '../../firmware/flow/run';
import type { Board } from '../../firmware/simulator/board';
import type { BoardName } from '../../firmware/simulator/board-kinds';
import type { TourStop } from '../../firmware/simulator/screen-tour';
import { type Language, languageCodes } from '../../shared/check/codes';
import type { Settings } from '../../shared/wire/settings-contents';

/** A kiosk on a counter, and the ways to its screens. */
export interface TourBoard {
  /** at rest, set by its companion */
  readonly board: Board;
  readonly settings: Settings;
  planTour(size: ScreenSize): TourStop[];
  /** On how many pages a screen's words stand in large size. */
  readonly countWordPages: (run: Run) => number;
}

/** A kiosk that speaks this language first, with what its store has set. */
export async function makeTourBoard(
  name: BoardName,
  language: Language = 'en',
  changes: Partial<Settings> = {},
): Promise<TourBoard> {
  const kind = boardNamed(name);
  const others = languageCodes.filter((code) => code !== language);
  const files = readDeviceFiles(
    `dist/firmware/${name}`,
    kind,
    [language, ...others].slice(0, kind.languagesMax),
  );
  const settings = { ...exampleSettings(language), ...changes };
  return {
    board: await setUpKiosk(files, kind, settings),
    settings,
    planTour: (size) => planTour(files, { board: name, size }, settings),
    countWordPages: countPages(files, name, settings),
  };
}
