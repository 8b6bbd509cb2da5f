import { isDiskTrouble } from '../disk-trouble';
import { CompanionError } from '../errors';
import { adviseOnNode } from './node-version';
import { runProgram } from './program';
import { startCommand } from './start';
import { readVersion } from './version';

/** Runs the command line of this process and sets its exit status. */
export async function runProcess(words: readonly string[]): Promise<void> {
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
  const status = await runProgram(words, {
    version: readVersion(),
    // what runs for years holds nothing in memory that only other commands need
    commands: words[0] === 'start' ? [startCommand()] : (await import('./every-command')).everyCommand(),
    beforeCommand(name) {
      const advice = name === 'start' ? adviseOnNode(process.versions.node) : null;
      if (advice !== null) process.stderr.write(`${advice}\n`);
    },
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
  if (status !== 0) process.exitCode = status;
}
