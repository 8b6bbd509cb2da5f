import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import { growthPart } from './growth';
import { ingestPart } from './ingest';
import { instructionsPart } from './instructions';
import { lifePart } from './life-part';
import { isOver, type Part, type PartResult } from './part';
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

/** The parts by the word that picks one, in the order in which they run. */
const PARTS: ReadonlyMap<string, Part> = new Map([
  ['weight', weightPart],
  ['variables', variablesPart],
  ['instructions', instructionsPart],
  ['growth', growthPart],
  ['stop-watch', stopWatchPart],
  ['life', lifePart],
  ['release', releasePart],
  ['sync', syncPart],
  ['ingest', ingestPart],
  ['read', readPart],
  ['web', webPart],
]);

const HELP = `
Parts: ${[...PARTS.keys()].join(', ')}.

The parts of the firmware need ESPRUINO, an interpreter with the device's limits, and some need valgrind; what cannot be
measured is skipped and said. The table is printed, the same figures go to dist/bench.json. The exit status is 1 when a
figure is over its limit.

Examples:
  $ npm run bench
  $ npm run bench -- ingest read
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
  const figures = await part.measure();
  console.error(`${at} done in ${secondsSince(fromMs)}, ${secondsSince(startedMs)} in all`);
  return { part: part.name, figures };
}

function findPart(name: string, before: readonly Part[] = []): Part[] {
  const part = PARTS.get(name);
  if (!part) throw new InvalidArgumentError(`The parts are ${[...PARTS.keys()].join(', ')}.`);
  return [...before, part];
}

function toDays(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('It is a whole number of days.');
  return Number(text);
}

async function runAll(parts: readonly Part[]): Promise<void> {
  const results: PartResult[] = [];
  for (const [index, part] of parts.entries())
    results.push(await run(part, `[${index + 1}/${parts.length}]`));
  const machine = {
    node: process.version,
    platform: process.platform,
    arch: process.arch,
    cores: availableParallelism(),
  };
  mkdirSync(dirname(resultPath), { recursive: true });
  writeFileSync(resultPath, `${JSON.stringify({ machine, results }, null, 2)}\n`);
  console.log(describeResults(results));
  const over = results.flatMap(({ part, figures }) =>
    figures.filter(isOver).map(({ what }) => `${part}: ${what}`),
  );
  if (over.length > 0) {
    console.error(`Over budget:\n  ${over.join('\n  ')}`);
    process.exitCode = 1;
  }
}

await new Command('npm run bench --')
  .description('measure Counterstep on this machine')
  .argument('[parts...]', 'what to measure; everything without', findPart)
  .option('--soak', 'live through a year at six kiosks instead; takes about ten minutes')
  .option('--days <number>', 'how long the soak lasts', toDays, YEAR_DAYS)
  .addHelpText('after', HELP)
  .action((parts: readonly Part[], options: { readonly soak?: true; readonly days: number }) =>
    runAll(options.soak ? [soakPart(options.days)] : parts.length > 0 ? parts : [...PARTS.values()]),
  )
  .parseAsync();
