import { adviceCommand } from './cli/advice';
import { checkCommand } from './cli/check';
import { exportCommand } from './cli/export';
import { adviseOnNode } from './cli/node-version';
import { privacyCommand } from './cli/privacy';
import { runProgram } from './cli/program';
import { screensCommand } from './cli/screens';
import { startCommand } from './cli/start';
import { readVersion } from './cli/version';

const status = await runProgram(process.argv.slice(2), {
  version: readVersion(),
  commands: [
    startCommand(),
    checkCommand(),
    screensCommand(),
    privacyCommand(),
    exportCommand(),
    adviceCommand(),
  ],
  beforeCommand(name) {
    const advice = name === 'start' ? adviseOnNode(process.versions.node) : null;
    if (advice !== null) process.stderr.write(`${advice}\n`);
  },
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
if (status !== 0) process.exitCode = status;
