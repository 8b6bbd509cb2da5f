import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { createAuditor } from '../../companion/release/audit/auditor';
import { publishedBand } from '../../companion/release/band';
import { countChecks, exactFigures, repeat } from '../privacy/made-checks';
import { narrowingSpan } from '../privacy/narrowing-span';
import { makeTemporaryFolder } from './store-fixtures';

const BUILT_WORKER = fileURLToPath(new URL('../../dist/companion/audit-worker.js', import.meta.url));
const MEGABYTE = 1_000_000;
const SOON = { timeout: 50_000 };

/** A stand-in for the audit's program. */
function makeWorker(source: string): string {
  const file = join(makeTemporaryFolder(), 'worker.mjs');
  writeFileSync(file, source);
  return file;
}

function openAuditor(workerFile: string, timeLimitMs?: number, idleMs?: number) {
  const auditor = createAuditor(workerFile, timeLimitMs, idleMs);
  onTestFinished(() => auditor.close());
  return auditor;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const narrowing = exactFigures(countChecks(narrowingSpan())).map(publishedBand);
const harmless = exactFigures(countChecks(repeat(130, { path: 'knee', rf1: 'calf' }))).map(publishedBand);

test('the built audit program tells a safe span from one that gives a held back count away, in 60 s and 150 MB', async () => {
  const auditor = openAuditor(BUILT_WORKER);
  const audits = [
    await auditor.audit(harmless),
    await auditor.audit(narrowing),
    await auditor.audit(harmless),
  ];
  expect(audits.map(({ verdict }) => verdict)).toEqual(['safe', 'narrowed', 'safe']);
  for (const { tookMs, childBytes } of audits) {
    expect(tookMs).toBeLessThan(60_000);
    expect(childBytes / MEGABYTE).toBeLessThan(150);
  }
});

test('one child process makes several audits, in the order they were asked for, and ends soon afterwards', async () => {
  const worker = makeWorker(`
    let audits = 0;
    process.on('message', () => process.send({ verdict: process.pid + ' ' + ++audits, childBytes: 0 }));
    process.on('disconnect', () => process.exit());`);
  const auditor = openAuditor(worker, 50_000, 50);
  const together = await Promise.all([auditor.audit([]), auditor.audit([])]);
  const [first, second] = together.map(({ verdict }) => verdict.split(' '));
  expect([first?.[1], second?.[1], second?.[0]]).toEqual(['1', '2', first?.[0]]);
  await expect.poll(() => isRunning(Number(first?.[0])), SOON).toBe(false);
  expect((await auditor.audit([])).verdict.endsWith(' 1')).toBe(true);
});

const failures = [
  { name: 'crashes', source: "process.on('message', () => process.abort())" },
  { name: 'ends without an answer', source: "process.on('message', () => process.exit(0))" },
  { name: 'cannot even start', source: 'syntax error' },
  {
    name: 'runs out of memory',
    source: "process.on('message', () => { const all = []; for (;;) all.push(new Array(1e6).fill({})); })",
  },
  { name: 'takes too long', source: "process.on('message', () => { for (;;); })" },
];
test.each(failures)(
  'when the child process $name there is no verdict, and the next audit has a new one',
  async ({ source }) => {
    const auditor = openAuditor(makeWorker(source), 3000);
    await expect(auditor.audit(harmless)).rejects.toMatchObject({ code: 'audit-failed' });
    await expect(auditor.audit(harmless)).rejects.toMatchObject({ code: 'audit-failed' });
  },
);

test('the audit program ends when the companion is killed', async () => {
  const parent = join(makeTemporaryFolder(), 'parent.mjs');
  writeFileSync(
    parent,
    `import { fork } from 'node:child_process';
    const child = fork(process.argv[2]);
    child.on('message', () => console.log(child.pid));
    child.send(${JSON.stringify({ figures: harmless })});`,
  );
  const companion = spawn(process.execPath, [parent, BUILT_WORKER], { stdio: ['ignore', 'pipe', 'inherit'] });
  const pid = Number((await once(companion.stdout, 'data'))[0]);
  expect(isRunning(pid)).toBe(true);
  companion.kill('SIGKILL');
  await expect.poll(() => isRunning(pid), SOON).toBe(false);
});
