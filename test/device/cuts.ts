import { type LedgerImage, readImage as readLedger } from '../unit/ledger-flash';
import { INTERPRETER_FLASH_BASE } from './interpreter';
import { runOnDevice } from './run-script';
import type { Script } from './script';

/** Where the power goes: at the n-th flash operation, when so many of its words are done. */
export interface Cut {
  readonly operation: number;
  readonly words: number;
}

/** One flash operation of an uncut run. */
export interface Operation {
  readonly words: number;
}

const PAGE_WORDS = 1024;

/**
 * Stands between firmware and flash, tells every operation, and ends the process in the middle of one: of a write
 * only the first words are done. A page that is being erased stays: `blankFirstWords` does what was done of it.
 */
const flashThatCuts = ({ operation, words }: Cut): string => `
var plainRequire=require,plainFlash=plainRequire("Flash"),operations=0;
delete E.reboot;var cutPower=()=>E.reboot();
var cutFlash={read:(length,address)=>plainFlash.read(length,address),getFree:()=>plainFlash.getFree(),
write:(data,address)=>{print("O "+data.length/4);
if(++operations==${operation}){if(${words})plainFlash.write(data.slice(0,${4 * words}),address);cutPower()}
plainFlash.write(data,address)},
erasePage:address=>{print("O ${PAGE_WORDS} "+address);
if(++operations==${operation})cutPower();plainFlash.erasePage(address)}};
global.require=name=>name=="Flash"?cutFlash:plainRequire(name);`;

/** Flash as a cut left it: when the last operation was to erase a page, its first words are blank. */
function blankFirstWords(flash: Uint8Array, output: readonly string[], words: number): Uint8Array {
  const last = output.filter((line) => line.startsWith('O ')).at(-1);
  const address = last?.split(' ')[2];
  if (address === undefined) return flash;
  const from = Number(address) - INTERPRETER_FLASH_BASE;
  return flash.slice().fill(0xff, from, from + 4 * words);
}

const NEVER: Cut = { operation: 0, words: 0 };

/** What a companion says meanwhile, as program text before and after the firmware's start. */
export interface Said {
  readonly before: string;
  readonly started: string;
}
const NOTHING: Said = { before: '', started: '' };

/** Plays a script without a cut and lists its flash operations. */
export function listOperations(image: Uint8Array, script: Script, said = NOTHING): Operation[] {
  const { output, errors } = runOnDevice(image, script, {
    before: flashThatCuts(NEVER) + said.before,
    started: said.started,
  });
  if (errors.length > 0) throw new Error(errors.join('\n'));
  return output
    .filter((line) => line.startsWith('O '))
    .map((line) => ({ words: Number(line.split(' ')[1]) }));
}

/** What is in the ledger when a script was cut off and the kiosk started again. */
export interface AfterCut {
  readonly ledger: LedgerImage;
  /** what the firmware could not cope with */
  readonly errors: readonly string[];
  /** the restarted kiosk shows its first screen and counts a check */
  readonly framesAgain: number;
}

/** Plays a script until the power goes, then starts the kiosk again on the same flash and plays `again`. */
export function cutAndRestart(
  image: Uint8Array,
  script: Script,
  cut: Cut,
  again: Script,
  said = NOTHING,
): AfterCut {
  const first = runOnDevice(image, script, {
    before: flashThatCuts(cut) + said.before,
    started: said.started,
  });
  const second = runOnDevice(blankFirstWords(first.flash, first.output, cut.words), again);
  return {
    ledger: readLedger(second.flash.slice(0, 12_288)),
    errors: [...first.errors, ...second.errors],
    framesAgain: second.frames.length,
  };
}

/** Finished checks in the open sheet and in all closed ones: each has one language. */
export function countFinished(ledger: LedgerImage, firstLanguageCounter: number): number {
  const sheets = [...ledger.sheets.values(), ...(ledger.open ? [ledger.open] : [])];
  return sheets.reduce(
    (sum, { counts }) =>
      sum +
      counts.slice(firstLanguageCounter, firstLanguageCounter + 4).reduce((total, one) => total + one, 0),
    0,
  );
}
