import type { Command } from 'commander';

/** What every command that reads the settings understands. */
export interface ConfigOptions {
  readonly config?: string;
  readonly data?: string;
}

/** Adds the options that say where settings and data are. */
export function configOptions(command: Command): Command {
  return command
    .option('--config <file>', 'settings file; else counterstep.config.json in the data folder')
    .option('--data <folder>', 'where the companion keeps its data (default ./data)');
}
