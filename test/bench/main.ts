import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import { auditPart } from './audit-part';
import { ENGINES } from './engines';
import { growthPart } from './growth';
import { ingestPart } from './ingest';
import { instructionsPart } from './instructions';
import { lifePart } from './life-part';
import { isOver, type Part, type PartResult, Skipped } from './part';
import { readPart } from './read';
import { releasePart } from './release-part';
import { soakPart } from './soak';
import { stopWatchPart } from './stop-watch';
import { syncPart } from './sync';
import { describeResults } from './table';
import { variablesPart } from './variables';
import { webPart } from './web';
import { weightPart } from './weight';

const YEAR_DAYS = 365;
/** More kiosks than this take the naive design many minutes and gigabytes. */
const NAIVE_KIOSKS = 100;

interface Options {
  readonly soak?: true;
  readonly days: number;
  readonly naiveKiosks: number;
  readonly stores?: number;
}

/** The parts by the word that picks one, in the order in which they run. */
const PARTS: ReadonlyMap<string, (options: Options) => readonly Part[]> = new Map([
  ['weight', () => [weightPart]],
  ['variables', () => [variablesPart]],
  ['instructions', () => [instructionsPart]],
  ['growth', () => [growthPart]],
  ['stop-watch', () => [stopWatchPart]],
  ['life', () => [lifePart]],
  ['release', () => [releasePart]],
  ['audit', ({ stores }: Options) => [auditPart(stores)]],
  ['sync', () => [syncPart]],
  ['ingest', () => [...ENGINES].map(([engine, start]) => ingestPart(engine, start))],
  [
    'read',
    ({ naiveKiosks }: Options) => [...ENGINES].map(([engine, start]) => readPart(engine, start, naiveKiosks)),
  ],
  ['web', () => [webPart]],
]);

const HELP = `
Parts: ${[...PARTS.keys()].join(', ')}.

The parts of the firmware need ESPRUINO, an interpreter with the device's limits, and some need valgrind; what cannot be
measured is skipped and said. The table is printed, the same figures go to dist/bench.json. The exit status is 1 when a
figure is over its limit or a part fails.

Examples:
  $ npm run bench
  $ npm run bench -- ingest read
  $ npm run bench -- read --naive-kiosks 5000
  $ npm run bench -- audit --stores 1000
  $ npm run bench -- --soak
  $ npm run bench -- --soak --days 30`;

// two folders below the project's, as a source and as a bundle
const resultPath = fileURLToPath(new URL('../../dist/bench.json', import.meta.url));
const startedMs = performance.now();
const secondsSince = (ms: number): string => `${((performance.now() - ms) / 1000).toFixed(0)} s`;

async function run(part: Part, at: string): Promise<PartResult> {
  const skipped = part.missing();
  if (skipped) {
    console.error(`${at} ${part.name}: ${skipped}`);
    return { part: part.name, skipped, figures: [] };
  }
  console.error(`${at} measuring: ${part.name}`);
  const fromMs = performance.now();
  try {
    const figures = await part.measure();
    console.error(`${at} done in ${secondsSince(fromMs)}, ${secondsSince(startedMs)} in all`);
    return { part: part.name, figures };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    console.error(`${at} ${said}`);
    const why = error instanceof Skipped ? { skipped: said } : { failed: said };
    return { part: part.name, ...why, figures: [] };
  }
}

function findWord(word: string, before: readonly string[] = []): string[] {
  if (!PARTS.has(word)) throw new InvalidArgumentError(`The parts are ${[...PARTS.keys()].join(', ')}.`);
  return [...before, word];
}

function toWhole(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('It is a whole number from 1 to 9999.');
  return Number(text);
}

async function runAll(parts: readonly Part[]): Promise<void> {
  const results: PartResult[] = [];
  const machine = {
    node: process.version,
    platform: process.platform,
    arch: process.arch,
    cores: availableParallelism(),
  };
  mkdirSync(dirname(resultPath), { recursive: true });
  for (const [index, part] of parts.entries()) {
    results.push(await run(part, `[${index + 1}/${parts.length}]`));
    // after each part: whoever breaks off keeps what was measured
    writeFileSync(resultPath, `${JSON.stringify({ machine, results }, null, 2)}\n`);
  }
  console.log(describeResults(results));
  const over = results.flatMap(({ part, figures }) =>
    figures.filter(isOver).map(({ what }) => `${part}: ${what}`),
  );
  const failed = results.flatMap((result) => (result.failed ? [result.part] : []));
  if (over.length > 0) console.error(`Over budget:\n  ${over.join('\n  ')}`);
  if (failed.length > 0) console.error(`Failed:\n  ${failed.join('\n  ')}`);
  if (over.length + failed.length > 0) process.exitCode = 1;
}

await new Command('npm run bench --')
  .description('measure Counterstep on this machine')
  .argument('[parts...]', 'what to measure; everything without', findWord)
  .option('--soak', 'live through a year at six kiosks instead; takes about ten minutes')
  .option('--days <number>', 'how long the soak lasts', toWhole, YEAR_DAYS)
  .option(
    '--naive-kiosks <number>',
    'up to how many kiosks the naive design is filled',
    toWhole,
    NAIVE_KIOSKS,
  )
  .option('--stores <number>', 'audits a quarter of a chain of so many stores besides', toWhole)
  .addHelpText('after', HELP)
  .action((words: readonly string[], options: Options) => {
    const asked = words.length > 0 ? words : [...PARTS.keys()];
    const parts = asked.flatMap((word) => PARTS.get(word)?.(options) ?? []);
    return runAll(options.soak ? [soakPart(options.days)] : parts);
  })
  .parseAsync();
