import { Command } from 'commander';
import { systemClock } from '../clock';
import { examine } from '../doctor/examine';
import type { Finding } from '../doctor/finding';
import { type ConfigOptions, configOptions } from './config-options';

const EXAMPLES = `
Looks at settings, clock, disk, Bluetooth, database, keys, sign-in, kiosks and notes, and says what to do. The exit
status is 1 when something is bad. It may run beside a running companion: it opens no adapter on Linux.

Examples:
  $ counterstep doctor
  $ counterstep doctor --data /var/lib/counterstep`;

const MARKS: Readonly<Record<Finding['state'], string>> = { well: 'ok  ', look: 'LOOK', bad: 'BAD ' };

/** `counterstep doctor`: what is wrong here, and what to do. */
export function doctorCommand(): Command {
  return configOptions(new Command('doctor'))
    .description('look for what is wrong and say what to do')
    .addHelpText('after', EXAMPLES)
    .action(async (options: ConfigOptions) => {
      const findings = await examine(options, process.env, systemClock);
      for (const { state, what, words } of findings) {
        process.stdout.write(`${MARKS[state]}  ${what}: ${words}\n`);
      }
      if (findings.some(({ state }) => state === 'bad')) process.exitCode = 1;
    });
}
