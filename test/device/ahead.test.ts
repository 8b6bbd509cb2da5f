import { describe, expect, test } from 'vitest';
import type { Board } from '../../firmware/simulator/board';
import { readImage } from './image';
import { interpreterMissing, interpreterPath } from './interpreter';
import { runOnBoard, runOnDevice } from './run-script';
import { type Script, type Step, scriptOf } from './script';

/** When holding the fourth key leads back to another question, whose next screen is then drawn ahead. */
const BACK_MS = 3000 + 7 * 1200 + 25 + 700;
const KEY = 3;
const LINES = [1, 2, 3, 5, 7];

/** To the third question, and back by a hold; the keys after that find out where the run is. */
const script: Script = scriptOf('a key goes down while a screen is drawn ahead', [
  ...[1, 3, 3, 3, 3, 3, 2, -4, 3, 1, 2, 3],
]);
const up: Step = { atMs: BACK_MS + 80, key: KEY, isDown: false };
const down: Step = { atMs: BACK_MS, key: KEY, isDown: true };
const withSteps = (...more: readonly Step[]): Script => ({
  ...script,
  steps: [...script.steps, ...more].sort((a, b) => a.atMs - b.atMs),
});

/** Nothing is drawn ahead while a link is open. */
function stayLinked(board: Board): void {
  board.connect().onDisconnect = () => stayLinked(board);
}

/** For the interpreter: the key goes down at a line of what is drawn after the frame at BACK_MS. */
const pressAtLine = (line: number): string => `
var linesLeft=-1,showFrame=g.flip,drawLine=g.drawString;
g.flip=()=>{showFrame();linesLeft=nowMs==${BACK_MS}?${line}:-1};
g.drawString=function(text,x,y){drawLine.call(g,text,x,y);if(!--linesLeft){print("P "+nowMs);setKey(${KEY},true)}};
`;

describe.skipIf(!interpreterPath)(
  `drawing ahead on the real interpreter${interpreterPath ? '' : ` (${interpreterMissing})`}`,
  () => {
    test.each(LINES)('a key that goes down at line %i shows and counts what it would without', (line) => {
      const image = readImage();
      const without = runOnBoard(image, withSteps(down, up), stayLinked);
      const interrupted = runOnDevice(image, withSteps(up), { started: pressAtLine(line) });
      expect(interrupted.output.filter((text) => text.startsWith('P '))).toEqual([`P ${BACK_MS}`]);
      expect(without.frames.map(({ atMs }) => atMs)).toContain(BACK_MS + 25); // it acts
      expect([interrupted.errors, without.errors]).toEqual([[], []]);
      expect(interrupted.frames).toEqual(without.frames);
      expect(Buffer.compare(interrupted.flash, without.flash)).toBe(0);
    });
  },
);
