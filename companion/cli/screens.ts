import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { type Language, languageCodes } from '../../shared/check/codes';
import { flashBoards } from '../flash/boards';
import { drawScreens, type ScreensWish } from '../screens/draw-screens';
import { contactSheetPng, framePng, lookOf } from '../screens/picture';
import { type ScreenSize, screenSizes } from '../screens/render';
import { firmwareFolder } from './folders';
import { startProgress } from './progress';

const EXAMPLES = `
Presses the built firmware on a simulated board to every screen that can be met: shoppers' first, then those for staff.
Each becomes a PNG at four times its size, for example 004-checklist-rf1-1.png; all.png shows them together. With --all
it draws sheets only, for example banglejs2-large-de.png: of every board, size and language, or of those that are named.

Examples:
  $ counterstep screens --out screens
  $ counterstep screens --board pixljs --language de --size normal --out screens
  $ counterstep screens --all --out sheets
  $ counterstep screens --all --language fr --out sheets`;

interface ScreensOptions {
  readonly board?: string;
  readonly language?: Language;
  readonly size?: ScreenSize;
  readonly all?: true;
  readonly out: string;
}

/** `counterstep screens`: renders every screen of the firmware as pictures. */
export function screensCommand(): Command {
  const boardNames = flashBoards.map(({ name }) => name);
  return new Command('screens')
    .description('render every screen of the kiosk as a PNG')
    .addOption(new Option('--board <board>', 'which kiosk (default "pixljs")').choices(boardNames))
    .addOption(new Option('--language <language>', 'which language (default "en")').choices(languageCodes))
    .addOption(new Option('--size <size>', 'which size of text (default "normal")').choices(screenSizes))
    .option('--all', 'only the sheets, one for each board, size and language that is not named')
    .requiredOption('--out <folder>', 'where to put the pictures; made when it is not there')
    .addHelpText('after', EXAMPLES)
    .action((options: ScreensOptions) => (options.all ? drawSheets(options) : drawEach(options)));
}

async function drawEach({ board = 'pixljs', language = 'en', size = 'normal', out }: ScreensOptions) {
  const look = lookOf(board);
  const screens = await drawScreens(firmwareFolder(board), { board, language, size });
  mkdirSync(out, { recursive: true });
  screens.forEach(({ name, frame }, index) => {
    const number = String(index + 1).padStart(3, '0');
    writeFileSync(join(out, `${number}-${name}.png`), framePng(frame, look));
  });
  const frames = screens.map(({ frame }) => frame);
  writeFileSync(join(out, 'all.png'), contactSheetPng(frames, look));
  process.stdout.write(`${screens.length} screens in ${out}; all.png shows them together.\n`);
}

async function drawSheets(options: ScreensOptions): Promise<void> {
  const { out } = options;
  const wishes = wishesOf(options);
  mkdirSync(out, { recursive: true });
  const progress = startProgress('Drawing sheets', process.stderr);
  const drawn: string[] = [];
  for (const wish of wishes) {
    const screens = await drawScreens(firmwareFolder(wish.board), wish);
    const frames = screens.map(({ frame }) => frame);
    const file = join(out, `${wish.board}-${wish.size}-${wish.language}.png`);
    writeFileSync(file, contactSheetPng(frames, lookOf(wish.board)));
    drawn.push(`${file}: ${screens.length} screens\n`);
    progress.update(drawn.length, wishes.length);
  }
  progress.stop();
  process.stdout.write(drawn.join(''));
}

function wishesOf({ board, language, size }: ScreensOptions): ScreensWish[] {
  const named = <T>(one: T | undefined, all: readonly T[]): readonly T[] => (one === undefined ? all : [one]);
  const boards = named(
    board,
    flashBoards.map(({ name }) => name),
  );
  return boards.flatMap((boardName) =>
    named(size, screenSizes).flatMap((screenSize) =>
      named(language, languageCodes).map((code) => ({ board: boardName, size: screenSize, language: code })),
    ),
  );
}
