import { setTimeout as sleep } from 'node:timers/promises';
import { isLoopback, readNetworks } from '../access/client-address';
import { makeFirstLink } from '../access/first-link';
import { createPasswordDesk } from '../access/sign-in';
import { systemClock } from '../clock';
import { createClockGuard } from '../clock-guard/clock-guard';
import type { Config } from '../config/config';
import { CompanionError } from '../errors';
import { forwardOften, tokensOf } from '../forward/forward-often';
import { createLog, describeError, type Log } from '../log';
import { sendNotes } from '../note/send-notes';
import { createAuditor } from '../release/audit/auditor';
import { keepQuarters } from '../store/keep-quarters';
import { lockFolder } from '../store/lock-folder';
import { openConfigured } from '../store/open-configured';
import type { OpenStore } from '../store/open-store';
import { createReadModel } from '../store/read-model';
import { listStores } from '../store/store';
import { createDashboard, type Dashboard } from '../web/dashboard';
import type { Access } from '../web/deps';
import { serve } from '../web/serve';
import { backUpAfterwards } from './back-up-afterwards';
import { closeQuarters } from './close-quarters';
import { auditWorkerFile, webFolder } from './folders';
import { keepRealKiosks, syncDepsFor } from './keep-real-kiosks';
import { publishHourly } from './publish-hourly';
import { syncFromPage } from './sync-from-page';
import { readVersion } from './version';

const WILDCARDS = ['0.0.0.0', '::'];
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

/** Runs the companion of a real store until the signal is aborted. */
export async function runReal(config: Config, signal: AbortSignal): Promise<void> {
  const { host, dataFolder } = config;
  const version = readVersion();
  const log = createLog(config.logLevel ?? 'info', process.stderr);
  const unlock = lockFolder(dataFolder, 'real');
  const store = await openConfigured(config, 'real', systemClock);
  const auditor = createAuditor(auditWorkerFile());
  const guard = createClockGuard(systemClock, dataFolder, store.db);
  const { nowMs } = systemClock;
  const publicOrigin = config.publicUrl === undefined ? null : new URL(config.publicUrl).origin;
  const access: Access = {
    db: store.db,
    desk: createPasswordDesk(store.db, nowMs),
    trustedProxies: readNetworks(config.trustedProxies),
    publicOrigin,
  };
  try {
    const firstLink = await makeFirstLink(store.db, nowMs());
    if (firstLink && !isLoopback(host)) throw new CompanionError('listen-needs-password', `Not on ${host}.`);
    const dashboard: Dashboard = createDashboard({
      syncFromPage: syncFromPage(
        store.db,
        syncDepsFor({ store, dataFolder, clock: systemClock, guard }),
        () => dashboard.announce('kiosks'),
      ),
      store,
      clock: systemClock,
      doubtClock: guard.explain,
      access,
      hosts: ownNames(host, publicOrigin),
      webFolder: webFolder(),
      log,
      version,
    });
    const serving = await serve(dashboard.app, { host, port: config.port });
    try {
      const address = publicOrigin === null ? serving.url : `${publicOrigin}/`;
      say(`Dashboard: ${address}`);
      if (firstLink) {
        say(
          `Set a password for "${firstLink.name}" here, once, within a day: ${address}welcome/${firstLink.secret}`,
        );
      }
      if (!isLoopback(host) && !publicOrigin?.startsWith('https:')) {
        say(
          'Without TLS passwords cross the network as they are typed: put a reverse proxy with TLS in front.',
        );
      }
      if ((await listStores(store.db)).length === 0) {
        say('No store yet. Add it with: counterstep stores add --name "Your store"');
      }
      const doubt = await guard.doubt();
      if (doubt !== null) say(`Clock: ${doubt}`);
      log('started', { version, mode: 'real', host, port: serving.port });
      const onReleased = (): void => dashboard.announce('releases');
      const sendDue =
        config.mailUrl === undefined ? null : await noteSender(config, store, publicOrigin, log);
      const afterwards = async (): Promise<void> => {
        // first, so that the backup knows which notes have left
        await sendDue?.().catch((error: unknown) => log('notes-failed', { error: describeError(error) }));
        await backUpAfterwards(config, store, systemClock, log);
      };
      await Promise.all([
        publishHourly(
          {
            store,
            clock: systemClock,
            doubtClock: () => guard.doubt(),
            auditor,
            log,
            onReleased,
            afterwards,
          },
          signal,
        ),
        closeQuarters(
          {
            store,
            clock: systemClock,
            doubtClock: () => guard.doubt(),
            auditor,
            log,
            keepQuarters: () => keepQuarters(store.db, dataFolder),
            onClosed: onReleased,
          },
          signal,
        ),
        keepRealKiosks(
          {
            store,
            dataFolder,
            clock: systemClock,
            guard,
            log,
            say,
            onChanged: () => dashboard.announce('kiosks'),
          },
          signal,
        ),
        forwardAll(config, store, log, signal),
      ]);
    } finally {
      await serving.close();
    }
    log('stopped', {});
  } finally {
    auditor.close();
    await store.close();
    unlock();
  }
}

/** Sends the notes that are due. */
async function noteSender(config: Config, { db }: OpenStore, dashboard: string | null, log: Log) {
  const { mailSender } = await import('../note/mail');
  const { nowMs } = systemClock;
  const deps = { db, readModel: createReadModel(db), send: mailSender(config), nowMs, dashboard };
  return async (): Promise<void> => {
    for (const end of await sendNotes(deps)) {
      const { storeId, spanNo } = end;
      if (end.end === 'sent') log('note-sent', { storeId, spanNo });
      else log('note-failed', { storeId, spanNo, error: `${end.end} ${end.error}` });
    }
  };
}

/** Sends to the chain's companion what the settings say, until the signal is aborted. */
function forwardAll(config: Config, { db }: OpenStore, log: Log, signal: AbortSignal): Promise<void> {
  const { nowMs } = systemClock;
  const rest = (ms: number) => sleep(ms, undefined, { signal }).catch(() => undefined);
  const deps = { db, url: config.forwardUrl ?? '', fetch, sleep: rest, random: Math.random, log, nowMs };
  return forwardOften(deps, tokensOf(config), signal);
}

/** The names beside this machine's own under which browsers may ask. */
function ownNames(host: string, publicOrigin: string | null): string[] {
  const listened = WILDCARDS.includes(host) ? [] : [host.toLowerCase()];
  const published = publicOrigin === null ? [] : [new URL(publicOrigin).hostname.replace(/^\[|\]$/g, '')];
  return [...listened, ...published];
}
