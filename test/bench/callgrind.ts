import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a stretch of a profiled run cost, in instructions. */
export interface Cost {
  readonly all: number;
  /** of these, inside calls of the function that is told apart */
  readonly inside: number;
}

/** Functions of the profiled program: a stretch lies between a call of the first and the next call of the second. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

/** Whether valgrind can be started here. */
export function hasValgrind(): boolean {
  return spawnSync('valgrind', ['--version']).status === 0;
}

/**
 * Reads one dump of callgrind.
 *
 * @param dump  text of a dump with instructions as its only event
 * @param name  function whose calls are told apart, with all that they call
 * @throws Error if the dump has no total
 * @source "Callgrind Format Specification" in valgrind's manual
 */
export function readDump(dump: string, name: string): Cost {
  const total = /^(?:summary|totals): (\d+)/m.exec(dump)?.[1];
  if (total === undefined) throw new Error('This is no dump of callgrind');
  const lines = dump.split('\n');
  // a name is written out once, afterwards its number stands for it
  const number = lines
    .map((line) => /^c?fn=(\(\d+\)) (.*)$/.exec(line))
    .find((match) => match?.[2] === name)?.[1];
  const calls = new Set(number === undefined ? [] : [`cfn=${number}`, `cfn=${number} ${name}`]);
  let inside = 0;
  lines.forEach((line, at) => {
    // after `cfn=` come `calls=` and then the position and the cost of the calls
    if (calls.has(line)) inside += Number(lines[at + 2]?.split(' ')[1]);
  });
  return { all: Number(total), inside };
}

/**
 * Profiles a program that is started by `run` under the given command.
 *
 * @returns the cost of each stretch, in order
 */
export function profile(stretch: Stretch, inside: string, run: (under: readonly string[]) => void): Cost[] {
  const folder = mkdtempSync(join(tmpdir(), 'counterstep-callgrind-'));
  try {
    run([
      'valgrind',
      '--quiet',
      '--tool=callgrind',
      '--separate-threads=yes', // the interpreter reads its console in a thread of its own
      `--zero-before=${stretch.from}`,
      `--dump-before=${stretch.to}`,
      `--callgrind-out-file=${join(folder, 'dump')}`,
    ]);
    const numbers = readdirSync(folder).flatMap((name) => /^dump\.(\d+)-01$/.exec(name)?.[1] ?? []);
    return numbers
      .map(Number)
      .sort((a, b) => a - b)
      .map((number) => readDump(readFileSync(join(folder, `dump.${number}-01`), 'latin1'), inside));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
