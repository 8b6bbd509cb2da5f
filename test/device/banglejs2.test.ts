import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildStorageImage } from '../../firmware/build/image';
import { EXAMPLE_ADDRESS, makeQrImages } from '../../firmware/build/qr-codes';
import { createBoard } from '../../firmware/simulator/board';
import { commission } from '../../firmware/simulator/commission';
import { interpreterMissing, interpreterPath } from './interpreter';
import { runOnDevice } from './run-script';
import { type Script, scripts } from './script';

const folder = new URL('../../dist/firmware/banglejs2/', import.meta.url);

/** One language: the interpreter's flash is smaller than that of the board. */
function readBangleImage(): Uint8Array {
  const paths = ['ledger', 'languages/en', 'pics', 'app', '.boot0'];
  const files = paths.map((path) => ({
    name: path.slice(path.lastIndexOf('/') + 1),
    bytes: new Uint8Array(readFileSync(new URL(path, folder))),
  }));
  const image = buildStorageImage(files, { address: 0, pages: 9 });
  return commission(
    image,
    new Uint8Array(8).fill(1),
    new Uint8Array(16).fill(2),
    makeQrImages(EXAMPLE_ADDRESS),
  );
}

/** A frame leaves the interpreter in pieces: as one text it has no room beside the firmware. */
const PIECE_BYTES = 176;

/** The touch screen, and a screen of 176 x 176 pixels of one bit: light is 1, as the lowest bit of the board's colours. */
const STAND_INS = `
var onTouch,downMs;
global.Bangle={on:function(e,f){if(e=="touch")onTouch=f},setLCDTimeout:function(){},setLCDPower:function(){},setOptions:function(){}};
setKey=function(k,d){if(!k)return;if(d){downMs=nowMs;return}var r=k==2||k==3;onTouch(r?2:1,{x:r?132:44,y:k>2?132:44,type:nowMs-downMs>=700?2:0})};
global.g=Graphics.createArrayBuffer(176,176,1,{msb:true});
g.flip=function(){for(var at=0;at<3872;at+=${PIECE_BYTES})print('F '+nowMs+' '+btoa(E.toString(new Uint8Array(g.buffer,at,${PIECE_BYTES}))))};
`;

function framesOnBoard(image: Uint8Array, script: Script): { atMs: number; bits: string }[] {
  const frames: { atMs: number; bits: string }[] = [];
  let state = 1;
  const random = () => {
    state = (state * 75 + 74) % 65537;
    return state * 65535;
  };
  const board = createBoard({ board: 'banglejs2', flash: image.slice(), random });
  board.onFrame((frame, atMs) => {
    const light = frame.map((byte) => ~byte); // the interpreter's 1 is light
    for (let at = 0; at < light.length; at += PIECE_BYTES)
      frames.push({ atMs, bits: Buffer.from(light.subarray(at, at + PIECE_BYTES)).toString('base64') });
  });
  board.powerOn();
  for (const step of script.steps) {
    board.advance(step.atMs - board.nowMs);
    if (step.isDown) board.press(step.key);
    else board.release(step.key);
  }
  board.advance(script.endMs - board.nowMs);
  return frames;
}

describe.skipIf(!interpreterPath)(
  `the firmware for Bangle.js 2 on the real interpreter${interpreterPath ? '' : ` (${interpreterMissing})`}`,
  () => {
    for (const script of scripts) {
      test(`${script.name}: every frame as on the simulated board`, () => {
        const image = readBangleImage();
        const onDevice = runOnDevice(image, script, { before: STAND_INS });
        expect(onDevice.errors).toEqual([]);
        const onBoard = framesOnBoard(image, script);
        expect(onBoard.length).toBeGreaterThan(1);
        expect(onDevice.frames).toEqual(onBoard);
      });
    }
  },
);
