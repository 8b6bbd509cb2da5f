import { adviceCommand } from './cli/advice';
import { backupCommand } from './cli/backup';
import { checkCommand } from './cli/check';
import { clockCommand } from './cli/clock';
import { doctorCommand } from './cli/doctor';
import { exportCommand } from './cli/export';
import { flashCommand } from './cli/flash';
import { kiosksCommand } from './cli/kiosks';
import { adviseOnNode } from './cli/node-version';
import { noteCommand } from './cli/note';
import { privacyCommand } from './cli/privacy';
import { runProgram } from './cli/program';
import { restoreCommand } from './cli/restore';
import { screensCommand } from './cli/screens';
import { startCommand } from './cli/start';
import { storesCommand } from './cli/stores';
import { updateCommand } from './cli/update';
import { usersCommand } from './cli/users';
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
const status = await runProgram(process.argv.slice(2), {
  version: readVersion(),
  commands: [
    startCommand(),
    checkCommand(),
    screensCommand(),
    privacyCommand(),
    exportCommand(),
    adviceCommand(),
    noteCommand(),
    usersCommand(),
    storesCommand(),
    flashCommand(),
    updateCommand(),
    kiosksCommand(),
    backupCommand(),
    restoreCommand(),
    doctorCommand(),
    clockCommand(),
  ],
  beforeCommand(name) {
    const advice = name === 'start' ? adviseOnNode(process.versions.node) : null;
    if (advice !== null) process.stderr.write(`${advice}\n`);
  },
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
if (status !== 0) process.exitCode = status;
