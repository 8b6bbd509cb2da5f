import { writeFile } from '../../firmware/simulator/storage-image';
import { INTERPRETER_FLASH_BYTES, runOnInterpreter } from '../device/interpreter';

/** A menu as Pixl.js shows it: title, six items, room at both sides for the keys' arrows; the arrows are left out. */
const PROGRAM = `var menu=require("graphical_menu").list(g,{"":{title:"Counterstep",x:9,x2:117},Start:function(){},
Language:function(){},Size:function(){},Contrast:function(){},About:function(){},Exit:function(){}});
setWatch(function(){menu.move(1)},BTN4,{repeat:1,edge:"falling",debounce:25});`;

const BEGIN = 'SOURCE ';

/**
 * A Storage image with a program that shows the interpreter's own `graphical_menu` and moves it down by one line when
 * the fourth key goes up. The module lies in Storage too, as the interpreter itself tells its text.
 */
export function buildStockMenu(): Uint8Array {
  const { output } = runOnInterpreter(
    `print("${BEGIN}"+btoa("exports.list="+require("graphical_menu").list.toString()));\n`,
  );
  const source = output.find((line) => line.startsWith(BEGIN))?.slice(BEGIN.length);
  if (!source) throw new Error('The interpreter has no module graphical_menu');
  const image = new Uint8Array(INTERPRETER_FLASH_BYTES).fill(0xff);
  writeFile(image, 'graphical_menu', Buffer.from(source, 'base64'));
  writeFile(image, '.boot0', PROGRAM);
  return image;
}
