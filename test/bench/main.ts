import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
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

/** `npm run bench -- --soak` lives through a year instead. */
const PARTS: readonly Part[] = process.argv.includes('--soak')
  ? [soakPart]
  : [
      variablesPart,
      instructionsPart,
      growthPart,
      stopWatchPart,
      lifePart,
      releasePart,
      syncPart,
      ingestPart,
      readPart,
      webPart,
    ];

// two folders below the project's, as a source and as a bundle
const resultPath = fileURLToPath(new URL('../../dist/bench.json', import.meta.url));

async function run(part: Part): Promise<PartResult> {
  const skipped = part.missing();
  if (skipped) return { part: part.name, skipped, figures: [] };
  console.error(`measuring: ${part.name}`);
  return { part: part.name, figures: await part.measure() };
}

const results: PartResult[] = [];
for (const part of PARTS) results.push(await run(part));
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
