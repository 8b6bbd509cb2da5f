import { readFileSync } from 'node:fs';
import { buildStorageImage } from '../../firmware/build/image';
import { EXAMPLE_ADDRESS, makeQrImages } from '../../firmware/build/qr-codes';
import { createBoard } from '../../firmware/simulator/board';
import { commission } from '../../firmware/simulator/commission';
import { fixedRandom } from './run-script';
import type { Script } from './script';

const folder = new URL('../../dist/firmware/banglejs2/', import.meta.url);

/** Beside the quarters, which are keys 1 to 4, and the button, 5: a swipe to the right, and one to the left. */
export const SWIPE_RIGHT = 6;
export const SWIPE_LEFT = 7;
const TOUCH = 100;
const SCREEN_PX = 176;

/** A short touch of this point, as a key of a script that goes down. */
export const touchAt = (xPx: number, yPx: number): number => TOUCH + xPx * SCREEN_PX + yPx;

/** One language: the interpreter's flash is smaller than that of the board. */
export function readBangleImage(): Uint8Array {
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

/** A screen of 176 x 176 pixels of one bit: light is 1, as the lowest bit of the board's colours. */
const SCREEN = `global.g=Graphics.createArrayBuffer(176,176,1,{msb:true});
g.flip=function(){for(var at=0;at<3872;at+=${PIECE_BYTES})print('F '+nowMs+' '+btoa(E.toString(new Uint8Array(g.buffer,at,${PIECE_BYTES}))))};
`;

/** The quarters of the touch screen, and no more: memory is short on the interpreter. */
export const BANGLE_STAND_INS = `
var onTouch,downMs;
global.Bangle={on:function(e,f){if(e=="touch")onTouch=f},setLCDTimeout:function(){},setLCDPower:function(){},setOptions:function(){}};
setKey=function(k,d){if(!k)return;if(d){downMs=nowMs;return}var r=k==2||k==3;onTouch(r?2:1,{x:r?132:44,y:k>2?132:44,type:nowMs-downMs>=700?2:0})};
${SCREEN}`;

/** All of the touch screen, swipes too, and the button, of which only pressing is told. */
export const TOUCH_STAND_INS = `
var told={},downMs,pinKey=setKey,watchPin=setWatch;
global.Bangle={on:function(e,f){told[e]=f},setLCDTimeout:function(){},setLCDPower:function(){},setOptions:function(){}};
global.setWatch=function(f,p,o){return watchPin(function(e){if(e.state)f(e)},p,o)};
function touchAt(x,y,t){told.touch(x>87?2:1,{x:x,y:y,type:t})}
setKey=function(k,d){if(!k)return;
if(k>=${TOUCH}){if(d)touchAt(Math.floor((k-${TOUCH})/${SCREEN_PX}),(k-${TOUCH})%${SCREEN_PX},0)}
else if(k>5){if(d)told.swipe(k==6?1:-1,0)}
else if(k==5)pinKey(1,d)
else if(d)downMs=nowMs
else touchAt(k==2||k==3?132:44,k>2?132:44,nowMs-downMs>=700?2:0)};
${SCREEN}`;

/** Plays a script on the simulated board, from power-on; a frame comes in pieces, as it leaves the interpreter. */
export function runOnBangle(
  image: Uint8Array,
  script: Script,
): { frames: { atMs: number; bits: string }[]; flash: Uint8Array; errors: string[] } {
  const frames: { atMs: number; bits: string }[] = [];
  const errors: string[] = [];
  const board = createBoard({ board: 'banglejs2', flash: image.slice(), random: fixedRandom() });
  board.onError((error) => errors.push(String(error)));
  board.onFrame((frame, atMs) => {
    const light = frame.map((byte) => ~byte); // the interpreter's 1 is light
    for (let at = 0; at < light.length; at += PIECE_BYTES)
      frames.push({ atMs, bits: Buffer.from(light.subarray(at, at + PIECE_BYTES)).toString('base64') });
  });
  board.powerOn();
  for (const { atMs, key, isDown } of script.steps) {
    board.advance(atMs - board.nowMs);
    const touched = key - TOUCH;
    if (key < SWIPE_RIGHT) isDown ? board.press(key) : board.release(key);
    else if (!isDown) continue;
    else if (touched >= 0) board.touch(Math.floor(touched / SCREEN_PX), touched % SCREEN_PX);
    else board.swipe(key === SWIPE_RIGHT ? 1 : -1, 0);
  }
  board.advance(script.endMs - board.nowMs);
  return { frames, flash: board.flash.slice(), errors };
}
