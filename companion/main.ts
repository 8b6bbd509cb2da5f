import { adviseOnNode } from './cli/node-version';
import { runProgram } from './cli/program';
import { startCommand } from './cli/start';
import { readVersion } from './cli/version';
import { isDiskTrouble } from './disk-trouble';
import { CompanionError } from './errors';

// whoever reads the output may have seen enough (`counterstep export | head`), or closed the window
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  if (!isDiskTrouble(error)) throw error;
  process.exitCode = 1;
  process.stderr.write(`counterstep: ${new CompanionError('disk-full').message} [disk-full]\n`);
});
// a log that cannot be kept is no reason to stop counting
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE' && !isDiskTrouble(error)) throw error;
});
const words = process.argv.slice(2);
const status = await runProgram(words, {
  version: readVersion(),
  // what runs for years holds nothing in memory that only other commands need
  commands: words[0] === 'start' ? [startCommand()] : (await import('./cli/every-command')).everyCommand(),
  beforeCommand(name) {
    const advice = name === 'start' ? adviseOnNode(process.versions.node) : null;
    if (advice !== null) process.stderr.write(`${advice}\n`);
  },
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
if (status !== 0) process.exitCode = status;
