import { Command, CommanderError } from 'commander';
import { isDiskTrouble } from '../disk-trouble';
import { CompanionError } from '../errors';

/** Exit status when the command itself was not understood; 1 is for commands that ran and failed. */
const USAGE_STATUS = 2;

/** What the program needs from its process. */
export interface ProgramEnvironment {
  readonly version: string;
  readonly commands: readonly Command[];
  /** Runs before a command's own action, with the command's name. */
  beforeCommand(name: string): void;
  out(text: string): void;
  err(text: string): void;
}

const EXAMPLES = `
Examples:
  $ echo '{"path":"knee","rf1":"calf"}' | counterstep check
  $ counterstep help check
`;

/**
 * Runs one command line.
 *
 * @param words what was typed after `counterstep`
 * @returns the exit status: 0, 1 when the command failed, 2 when it was not understood
 */
export async function runProgram(words: readonly string[], environment: ProgramEnvironment): Promise<number> {
  const program = new Command('counterstep')
    .description('An anonymous knee-pain and shoe-wear check at the counter of a running store.')
    .version(environment.version)
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('Run counterstep --help to see what there is.')
    .configureOutput({ writeOut: environment.out, writeErr: environment.err })
    .exitOverride()
    .hook('preAction', (_program, command) => environment.beforeCommand(command.name()));
  for (const command of environment.commands) program.addCommand(inheritAll(command, program));
  try {
    await program.parseAsync([...words], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return statusOf(error);
    const known = asKnown(error);
    if (!(known instanceof CompanionError)) throw error;
    // some of it may be what a device in reach calls itself or its files: it must not steer a terminal
    const words = known.message.replace(/[^\P{C}\n]/gu, '?');
    environment.err(`counterstep: ${words} [${known.code}]\n`);
    return 1;
  }
}

/** What a person can mend, as an error with a sentence; all else as it is. */
function asKnown(error: unknown): unknown {
  if (isDiskTrouble(error)) return new CompanionError('disk-full', undefined, error);
  const isOfFile = error instanceof Error && 'syscall' in error && 'path' in error;
  return isOfFile ? new CompanionError('path-unusable', error.message, error) : error;
}

/** Lets a command and those below it speak and end as the program does. */
function inheritAll(command: Command, program: Command): Command {
  for (const below of command.commands) inheritAll(below, program);
  return command.copyInheritedSettings(program);
}

function statusOf(error: CommanderError): number {
  if (error.exitCode === 0) return 0;
  return error.code === 'commander.error' ? error.exitCode : USAGE_STATUS; // a command's own refusal keeps its status
}
