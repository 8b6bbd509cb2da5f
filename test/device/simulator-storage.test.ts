import { describe, expect, test } from 'vitest';
import { createBoard } from '../../firmware/simulator/board';
import { evaluateScript } from '../../firmware/simulator/evaluate';
import { FlashChip } from '../../firmware/simulator/flash-chip';
import { Storage } from '../../firmware/simulator/storage';
import { listFiles, writeFile } from '../../firmware/simulator/storage-image';
import {
  INTERPRETER_FLASH_BASE,
  INTERPRETER_FLASH_BYTES,
  interpreterMissing,
  interpreterPath,
  runOnInterpreter,
} from './interpreter';

interface Outcome {
  told: string[];
  flash: Uint8Array;
}

const HELPERS = `var S=require("Storage"),F=require("Flash"),B=${INTERPRETER_FLASH_BASE};
  function run(work){try{tell(work())}catch(e){tell("! "+e.message)}}\n`;

const erased = (): Uint8Array => new Uint8Array(INTERPRETER_FLASH_BYTES).fill(0xff);

function onDevice(script: string, flash?: Uint8Array): Outcome {
  const tell = 'function tell(x){print("\\x02"+x);}\n';
  const run = runOnInterpreter(tell + HELPERS + script, flash);
  const told = run.output
    .filter((line) => line.includes('\x02'))
    .map((line) => line.slice(line.indexOf('\x02') + 1));
  return { told, flash: run.flash };
}

function onSimulator(script: string, flash: Uint8Array = erased()): Outcome {
  const told: string[] = [];
  const chip = new FlashChip(flash.slice());
  const storage = new Storage(chip);
  const flashModule = {
    write: (data: string, address: number) =>
      chip.write(Buffer.from(data, 'latin1'), address - INTERPRETER_FLASH_BASE),
    erasePage: (address: number) => chip.erasePage(address - INTERPRETER_FLASH_BASE),
  };
  const globals = new Map<string, unknown>([
    ['require', (name: string) => (name === 'Storage' ? storage : flashModule)],
    ['tell', (text: unknown) => told.push(String(text))],
  ]);
  evaluateScript(HELPERS + script, globals);
  return { told, flash: chip.bytes };
}

function expectAlike(script: string, flash?: Uint8Array): void {
  const device = onDevice(script, flash);
  const simulated = onSimulator(script, flash);
  expect(device.told.length).toBeGreaterThan(0);
  expect(simulated.told).toEqual(device.told);
  expect(Buffer.from(simulated.flash).equals(Buffer.from(device.flash))).toBe(true);
}

const STATS =
  'run(function(){var s=S.getStats();return [s.totalBytes,s.freeBytes,s.fileBytes,s.fileCount,s.trashBytes,s.trashCount,S.getFree()].join();});';
const LIST = 'run(function(){return S.list().join();});';
const write = (...args: unknown[]): string =>
  `run(function(){return S.write(${args.map((a) => JSON.stringify(a)).join()});});`;
const fill = (name: string, bytes: number, size = 0): string =>
  `run(function(){return S.write("${name}","0123456789abcdef".repeat(${Math.ceil(bytes / 16)}).substr(0,${bytes}),0,${size});});`;

const cases: { name: string; script: string }[] = [
  {
    name: 'new, equal, changed and shorter files',
    script:
      write('a', 'one') +
      write('a', 'one') +
      write('b', 'two') +
      write('a', 'other') +
      write('b', 'x') +
      LIST +
      STATS,
  },
  {
    name: 'pieces of a file, in any order, at odd offsets',
    script:
      write('p', 'start', 0, 40) +
      write('p', 'middle', 13) +
      write('p', 'end', 37) +
      write('p', 'x', 12) +
      'run(function(){return S.read("p");});' +
      STATS,
  },
  {
    name: 'what is refused',
    script:
      write('p', 'start', 0, 20) +
      write('p', 'yy', 4) +
      write('p', 'too much to fit', 10) +
      write('q', 'zz', 3) +
      write('e', '') +
      write('p', 'z', -1) +
      fill('big', 10, 37000) +
      fill('big', 10, 36832) +
      LIST +
      STATS,
  },
  {
    name: 'offset 0 again makes the file anew',
    script:
      write('p', 'start', 0, 20) +
      write('p', 'again') +
      write('p', 'third', 0, 20) +
      write('p', 'third', 0, 20) +
      LIST +
      STATS,
  },
  {
    name: 'long names are cut',
    script:
      write('a-name-of-thirty-one-characters', 'x') +
      'run(function(){return S.read("a-name-of-thirty-one-characters");});' +
      LIST,
  },
  {
    name: 'reading pieces',
    script:
      fill('r', 100) +
      ['0,5', '95', '95,50', '100,3', '200,3', '-5,3', '3,-1', '98,1']
        .map((a) => `run(function(){return S.read("r",${a});});`)
        .join(''),
  },
  {
    name: 'erasing',
    script:
      write('a', 'one') +
      write('b', 'two') +
      'S.erase("a");S.erase("nope");' +
      LIST +
      STATS +
      write('a', 'new') +
      LIST +
      'S.eraseAll();' +
      LIST +
      STATS,
  },
  {
    name: 'compaction on request',
    script:
      fill('a', 3000) +
      fill('b', 6001) +
      fill('c', 2) +
      'S.erase("a");S.compact();' +
      LIST +
      STATS +
      fill('d', 5000) +
      'S.erase("b");S.compact();S.compact();' +
      STATS,
  },
  {
    name: 'compaction from a page that begins with a header',
    script:
      fill('a', 4064) +
      fill('b', 2000) +
      fill('c', 2000) +
      fill('d', 7000) +
      'S.erase("c");S.compact();' +
      LIST +
      STATS,
  },
  {
    name: 'compaction when there is no room',
    script:
      fill('a', 12000) +
      fill('b', 12000) +
      fill('c', 9000) +
      fill('a', 12001) +
      fill('c', 9001) +
      LIST +
      STATS +
      fill('z', 9000),
  },
  {
    name: 'everything erased, then compacted',
    script:
      fill('a', 12000) +
      'S.erase("a");S.compact();' +
      STATS +
      fill('b', 100, 36800) +
      STATS +
      'S.erase("b");' +
      fill('c', 10) +
      STATS,
  },
  {
    name: 'pages erased and written inside a file',
    script: `${fill('ledger', 4064, 12256)}F.write("hello",B+4096);F.write("\\x00\\x00",B+4097);F.write("there",B+8190);F.erasePage(B+8191);F.write("abc",B+8193);${LIST}${STATS}${write('next', 'x')}`,
  },
];

describe.skipIf(!interpreterPath)(
  `simulated Storage against the interpreter (${interpreterPath ?? interpreterMissing})`,
  () => {
    test.each(cases)('$name', ({ script }) => expectAlike(script));

    test('hundreds of made-up writes and erasures, through many compactions', () => {
      let seed = 99;
      const draw = (below: number): number => {
        seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
        return Math.floor((seed / 2 ** 32) * below);
      };
      let flash = erased();
      for (let round = 0; round < 8; round++) {
        let script = '';
        for (let i = 0; i < 30; i++) {
          const name = `f${draw(7)}`;
          const size = draw(4) === 0 ? draw(9000) + 1 : draw(300) + 1;
          const kind = draw(8);
          if (kind === 0) script += `S.erase("${name}");`;
          else if (kind === 1) script += write(name, 'piece', draw(size));
          else if (kind === 2) script += `${draw(3) === 0 ? 'S.compact();' : ''}${LIST}`;
          else script += kind === 3 ? fill(name, Math.min(size, 50), size) : fill(name, size);
        }
        expectAlike(script + STATS, flash);
        flash = onSimulator(script, flash).flash;
      }
    });

    test('a damaged Storage is wiped at power-on, a sound one is not', () => {
      let seed = 5;
      const draw = (below: number): number => {
        seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
        return Math.floor((seed / 2 ** 32) * below);
      };
      let wiped = 0;
      for (let round = 0; round < 40; round++) {
        const flash = erased();
        writeFile(flash, 'ledger', 'x', 12256);
        for (let i = draw(5); i > 0; i--) writeFile(flash, `f${i}`, '\x05'.repeat(draw(6000) + 4));
        if (draw(4) === 0)
          writeFile(flash, 'rest', 'x', new Storage(new FlashChip(flash)).getFree() - 32 - draw(40));
        const headers = listFiles(flash).map((file) => file.offset - 32);
        const places = [...headers, flash.length - 40, 12288, 16384, draw(flash.length)];
        for (let i = draw(3); i > 0; i--) {
          const at = (places[draw(places.length)] ?? 0) + draw(5);
          if (at < flash.length) flash[at] = draw(2) ? 0 : (flash[at] ?? 0) & draw(256);
        }
        const board = createBoard({ board: 'pixljs', flash: flash.slice(), random: () => 0 });
        board.powerOn();
        const device = runOnInterpreter('', flash).flash;
        if (!Buffer.from(device).equals(Buffer.from(flash))) wiped++;
        expect(Buffer.from(board.flash).equals(Buffer.from(device))).toBe(true);
      }
      expect(wiped).toBeGreaterThan(3);
      expect(wiped).toBeLessThan(37);
    });

    test('a compaction cut at many points leaves what the interpreter also keeps or wipes', () => {
      const before = new FlashChip(erased());
      const storage = new Storage(before);
      for (const name of ['a', 'b', 'c', 'd']) storage.write(name, name.repeat(3000));
      storage.erase('b');
      const total = before.bytesDone;
      const whole = new FlashChip(before.bytes.slice());
      new Storage(whole).compact();
      expect(total).toBeGreaterThan(0);
      for (let cut = 0; cut < whole.bytesDone; cut += 1777) {
        const chip = new FlashChip(before.bytes.slice());
        chip.cutAfterBytes(cut);
        expect(() => new Storage(chip).compact()).toThrow('Power failed');
        const board = createBoard({ board: 'pixljs', flash: chip.bytes.slice(), random: () => 0 });
        board.powerOn();
        expect(Buffer.from(board.flash).equals(Buffer.from(runOnInterpreter('', chip.bytes).flash))).toBe(
          true,
        );
      }
    });
  },
);
