import { setTimeout as sleep } from 'node:timers/promises';
import { isLoopback } from '../access/client-address';
import { systemClock } from '../clock';
import type { Config } from '../config/config';
import { CompanionError } from '../errors';
import { createLog } from '../log';
import { createAuditor } from '../release/audit/auditor';
import { createBooth } from '../simulation/booth';
import { keepKiosksLiving } from '../simulation/live-kiosks';
import { fillChain } from '../simulation/simulated-chain';
import { makeSimulatedCompanion } from '../simulation/simulated-companion';
import { commonSyncDeps, syncSimulated } from '../simulation/simulated-sync';
import { recordSyncError } from '../store/kiosk';
import { systemTimer } from '../sync/timer';
import { createDashboard } from '../web/dashboard';
import { serve } from '../web/serve';
import { closeQuarters } from './close-quarters';
import { auditWorkerFile, firmwareFolder, webFolder } from './folders';
import { startProgress } from './progress';
import { publishHourly } from './publish-hourly';
import { readVersion } from './version';

/** Runs a companion whose kiosks are simulated, beside a made-up chain on request, until the signal is aborted. */
export async function runSimulated(config: Config, signal: AbortSignal, hasChain: boolean): Promise<void> {
  if (!isLoopback(config.host)) throw new CompanionError('simulated-listens-wide', `Not on ${config.host}.`);
  const log = createLog(config.logLevel ?? 'warn', process.stderr);
  const auditor = createAuditor(auditWorkerFile());
  const companion = await makeSimulatedCompanion(config.dataFolder, firmwareFolder('pixljs'), auditor);
  const { store, keyring, kiosks, storeId } = companion;
  if (hasChain) await fillChain(store, systemClock.nowMs());
  const dashboard = createDashboard({
    store,
    clock: companion.clock,
    access: null,
    hosts: [],
    makeBooth: (clock, announce) =>
      createBooth({
        store,
        auditor,
        storeId,
        keyring,
        firmwareFolder,
        clock,
        syncDeps: { ...commonSyncDeps(keyring), timer: systemTimer },
        onSynced() {
          announce('kiosks');
          announce('releases');
        },
      }),
    webFolder: webFolder(),
    log,
    version: readVersion(),
  });
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
      signal.throwIfAborted();
    });
    progress.stop();
    dashboard.useClock(systemClock);
    dashboard.announce('releases');
    dashboard.announce('kiosks');
    process.stdout.write('Twelve weeks are done. The kiosks go on living; sheets come as they close.\n');
    await Promise.all([
      publishHourly(
        {
          store,
          clock: systemClock,
          doubtClock: async () => null, // what is simulated is made anew at every start
          auditor,
          log,
          onReleased: () => dashboard.announce('releases'),
        },
        signal,
      ),
      closeQuarters(
        {
          store,
          clock: systemClock,
          doubtClock: async () => null,
          auditor,
          log,
          keepQuarters: async () => ({ putBack: [], differing: [] }), // as above
          onClosed: () => dashboard.announce('releases'),
        },
        signal,
      ),
      keepKiosksLiving(
        {
          kiosks,
          clock: systemClock,
          sync: (kiosk) => syncSimulated(kiosk, { store, keyring, clock: systemClock }),
          async noteOutcome(kioskId, sentence) {
            await recordSyncError(store.db, kioskId, sentence);
            dashboard.announce('kiosks');
          },
          wait: (ms, ended) => sleep(ms, undefined, { signal: ended }).catch(() => undefined),
        },
        signal,
      ),
    ]);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    progress.stop();
    await serving.close();
    auditor.close();
    await store.close();
  }
}
