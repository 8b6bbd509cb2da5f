import { Command, Option } from 'commander';
import { loadConfig } from '../config/config';
import { hasDatabase } from '../store/open-store';
import { type ConfigOptions, configOptions } from './config-options';

const EXAMPLES = `
Without settings everything is simulated: two kiosks that run the real firmware, and twelve weeks of made-up visits.
The simulated companion listens on this machine only, needs no password and meets no real kiosk.

With --real, and always once the data folder holds a real database, the companion serves a real store. Its first
start prints a one-time link to set the owner's password. It listens wider than this machine only with a password.

Examples:
  $ counterstep start
  $ counterstep start --port 8080 --data ./somewhere
  $ counterstep start --simulated --chain
  $ counterstep start --real --data /var/lib/counterstep
  $ counterstep start --real --host 0.0.0.0
  $ COUNTERSTEP_PUBLIC_URL=https://kiosks.example.org COUNTERSTEP_TRUSTED_PROXIES=127.0.0.1 counterstep start --real`;

interface StartOptions extends ConfigOptions {
  readonly host?: string;
  readonly port?: string;
  readonly real?: true;
  readonly simulated?: true;
  readonly chain?: true;
}

/** `counterstep start`: the companion, until it is interrupted. */
export function startCommand(): Command {
  return configOptions(new Command('start'))
    .description('run the companion and its dashboard')
    .option('--host <address>', 'address to listen on (default 127.0.0.1)')
    .option(
      '--port <number>',
      'port to listen on (default 4280; a simulated companion takes the next free one)',
    )
    .addOption(new Option('--real', 'serve a real store').conflicts('simulated'))
    .option('--simulated', 'simulate kiosks, shoppers and numbers')
    .addOption(
      new Option('--chain', 'simulated: add fourteen made-up stores of a chain, to try its pages').conflicts(
        'real',
      ),
    )
    .addHelpText('after', EXAMPLES)
    .action(async (options: StartOptions) => {
      const mode = options.real ? 'real' : options.simulated ? 'simulated' : undefined;
      const config = loadConfig({ ...options, mode }, process.env);
      const isReal =
        config.mode === undefined ? hasDatabase(config.dataFolder, 'real') : config.mode === 'real';
      // each loads only what it needs: a real companion holds no simulated board in memory
      const end = untilInterrupted();
      if (isReal) await (await import('./start-real')).runReal(config, end);
      else await (await import('./start-simulated')).runSimulated(config, end, options.chain ?? false);
    });
}

/** Aborted by the first Ctrl-C or SIGTERM; a second one ends the process at once. */
function untilInterrupted(): AbortSignal {
  const end = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end.abort());
  return end.signal;
}
