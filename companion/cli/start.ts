import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import { systemClock } from '../clock';
import { loadConfig } from '../config/config';
import { createLog } from '../log';
import { createAuditor } from '../release/audit/auditor';
import { publishDue } from '../release/release-store';
import { keepKiosksLiving } from '../simulation/live-kiosks';
import { makeSimulatedCompanion } from '../simulation/simulated-companion';
import { syncSimulated } from '../simulation/simulated-sync';
import { recordSyncError } from '../store/kiosk';
import { createDashboard } from '../web/dashboard';
import { serve } from '../web/serve';
import { auditWorkerFile, firmwareFolder, webFolder } from './folders';
import { startProgress } from './progress';
import { readVersion } from './version';

const PUBLISH_EVERY_MS = 3_600_000;
const EXAMPLES = `
Without settings everything is simulated: two kiosks that run the real firmware, and twelve weeks of made-up visits.
The simulated companion listens on this machine only, needs no password and meets no real kiosk.

Examples:
  $ counterstep start
  $ counterstep start --port 8080 --data ./somewhere`;

interface StartOptions {
  readonly config?: string;
  readonly data?: string;
  readonly host?: string;
  readonly port?: string;
}

/** `counterstep start`: the companion, until it is interrupted. */
export function startCommand(): Command {
  return new Command('start')
    .description('run the companion and its dashboard')
    .option('--config <file>', 'settings file; else counterstep.config.json in the data folder')
    .option('--data <folder>', 'where the companion keeps its data (default ./data)')
    .option('--host <address>', 'address to listen on (default 127.0.0.1)')
    .option('--port <number>', 'port to listen on (default 4280; the next free one when it is taken)')
    .addHelpText('after', EXAMPLES)
    .action((options: StartOptions) => runSimulated(options));
}

async function runSimulated(options: StartOptions): Promise<void> {
  const config = loadConfig(options, process.env);
  const end = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end.abort());

  const auditor = createAuditor(auditWorkerFile());
  const companion = await makeSimulatedCompanion(config.dataFolder, firmwareFolder('pixljs'), auditor);
  const { store, keyring, kiosks } = companion;
  const log = createLog(config.logLevel ?? 'warn', process.stderr);
  const dashboard = createDashboard({ ...companion, webFolder: webFolder(), log, version: readVersion() });
  const serving = await serve(dashboard.app, {
    host: config.host,
    port: config.port,
    onTaken: (taken, next) => process.stdout.write(`Port ${taken} is taken; trying ${next}.\n`),
  });
  process.stdout.write(`Dashboard: ${serving.url}\n`);
  process.stdout.write(`A kiosk to press: ${serving.url}kiosk\n`);
  process.stdout.write(
    'Everything is simulated: kiosks, shoppers and numbers are made up. Ctrl-C ends it.\n',
  );

  const progress = startProgress('Simulating twelve weeks', process.stderr);
  try {
    await companion.liveTwelveWeeks((done, days) => {
      progress.update(done, days);
      dashboard.announce('releases');
      end.signal.throwIfAborted();
    });
    progress.stop();
    dashboard.useClock(systemClock);
    dashboard.announce('releases');
    dashboard.announce('kiosks');
    process.stdout.write('Twelve weeks are done. The kiosks go on living; sheets come as they close.\n');

    const publish = setInterval(async () => {
      const { failed } = await publishDue(store, systemClock, auditor);
      for (const error of failed) process.stderr.write(`${error.message}\n`);
    }, PUBLISH_EVERY_MS);
    end.signal.addEventListener('abort', () => clearInterval(publish));
    await keepKiosksLiving(
      {
        kiosks,
        clock: systemClock,
        sync: (kiosk) => syncSimulated(kiosk, { store, keyring, clock: systemClock }),
        async noteOutcome(kioskId, sentence) {
          await recordSyncError(store.db, kioskId, sentence);
          dashboard.announce('kiosks');
        },
        wait: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined),
      },
      end.signal,
    );
  } catch (error) {
    if (!end.signal.aborted) throw error;
  } finally {
    progress.stop();
    await serving.close();
    auditor.close();
    await store.close();
  }
}
