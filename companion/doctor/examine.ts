import { hasOwner } from '../access/accounts';
import { isLoopback } from '../access/client-address';
import type { Clock } from '../clock';
import { createClockGuard } from '../clock-guard/clock-guard';
import { backupFolderOf, type Config, type Environment, type Flags, loadConfig } from '../config/config';
import type { AdapterWords } from '../link/adapter-words';
import { lookAtMachineAdapter } from '../link/machine-radio';
import { listUnsureNotes } from '../note/note-record';
import { examineFile } from '../store/is-whole';
import { onlyReceives } from '../store/kiosk';
import { isThere, openConfigured } from '../store/open-configured';
import { databaseFile } from '../store/open-store';
import { listRecords } from '../store/release';
import type { Db } from '../store/tables';
import { examineBackup } from './examine-backup';
import { examineFolder } from './examine-folder';
import { examineForwarding } from './examine-forwarding';
import { examineKiosks } from './examine-kiosks';
import { examineQuarters } from './examine-quarters';
import { bad, type Finding, look, well } from './finding';
import { wordsOf } from './words-of';

/** Before this there was no Counterstep: the clock cannot be right. */
const CLOCK_MIN_MS = Date.parse('2026-01-01');

/** Looks at this machine's Bluetooth; null: nothing hinders it. */
type LookAtAdapter = () => Promise<AdapterWords | null>;

/**
 * Looks at settings, disk, clock, Bluetooth, database, keys, sign-in, kiosks and notes; changes nothing but a
 * database's version.
 */
export async function examine(
  flags: Flags,
  environment: Environment,
  clock: Clock,
  lookAtAdapter: LookAtAdapter = lookAtMachineAdapter,
): Promise<Finding[]> {
  let config: Config;
  try {
    config = loadConfig(flags, environment);
  } catch (error) {
    return [bad('Settings', wordsOf(error))];
  }
  const { dataFolder } = config;
  const folder = examineFolder(dataFolder);
  const isShut = folder.length === 1 && folder[0]?.state === 'bad';
  let isReceiver = false;
  const data = isShut
    ? [look('Database', 'Not looked at, since the data folder cannot be used.')]
    : isThere(config, 'real')
      ? await examineData(config, clock, async (db) => {
          isReceiver = await onlyReceives(db);
        })
      : [look('Database', 'None yet. Make it with: counterstep start --real')];
  return [
    well('Settings', `Data is in ${dataFolder}.`),
    ...(data.some(({ what }) => what === 'Clock') ? [] : [examineClock(clock)]), // it knows more
    ...folder,
    await examineAdapter(lookAtAdapter, isReceiver),
    ...data,
  ];
}

function examineClock(clock: Clock): Finding {
  const now = new Date(clock.nowMs());
  return clock.nowMs() < CLOCK_MIN_MS
    ? bad('Clock', `It says ${now.toISOString()}. Set the machine's clock: kiosks get their time from it.`)
    : well('Clock', `${now.toISOString()}, ${clock.minutesFromUtc(clock.nowMs())} minutes ahead of UTC.`);
}

/** Not bad by itself: silent kiosks are what is bad. */
async function examineAdapter(lookAtAdapter: LookAtAdapter, isReceiver: boolean): Promise<Finding> {
  const words = await lookAtAdapter();
  if (words && isReceiver) return well('Bluetooth', 'Not needed: all kiosks are synced by other companions.');
  return words
    ? look('Bluetooth', `${words.what} ${words.toDo}`)
    : well('Bluetooth', 'There is an adapter, and this user may use it.');
}

async function examineData(
  config: Config,
  clock: Clock,
  lookInto: (db: Db) => Promise<void>,
): Promise<Finding[]> {
  const { dataFolder } = config;
  try {
    const file = config.databaseUrl === undefined ? examineFile(databaseFile(dataFolder, 'real')) : null;
    if (file?.state === 'damaged')
      return [bad('Database', 'It is damaged. Restore the newest backup: counterstep restore')];
    if (file?.state === 'unread') return [bad('Database', wordsForUnread(file.why))];
    const store = await openConfigured(config, 'real', clock);
    try {
      await lookInto(store.db);
      return [
        well('Database', 'It is whole.'),
        ...(await examineClockAgain(store.db, config, clock)),
        ...(await examineAccess(store.db, config)),
        ...(await examineKiosks(store.db, config, clock)),
        ...(await examineNotes(store.db, config, clock)),
        ...(await examineQuarters(store.db, dataFolder)),
        ...(await examineForwarding(store.db, config, clock.nowMs())),
        ...(config.databaseUrl === undefined ? [await examineBackups(store.db, config)] : []),
      ];
    } finally {
      await store.close();
    }
  } catch (error) {
    return [bad('Database', wordsOf(error))];
  }
}

/** Held against when the companion ran last, which the database may have to say. */
async function examineClockAgain(db: Db, { dataFolder }: Config, clock: Clock): Promise<Finding[]> {
  const doubt = clock.nowMs() < CLOCK_MIN_MS ? null : await createClockGuard(clock, dataFolder, db).explain();
  return doubt === null ? [] : [bad('Clock', doubt)];
}

async function examineAccess(db: Db, { host, publicUrl, trustedProxies }: Config): Promise<Finding[]> {
  const findings = [
    (await hasOwner(db))
      ? well('Sign-in', 'An owner has a password.')
      : look('Sign-in', 'No owner has a password yet. Open the one-time link that start prints.'),
  ];
  if (!isLoopback(host) && !publicUrl?.startsWith('https:')) {
    findings.push(
      look('Sign-in', 'Passwords cross the network unencrypted: put a reverse proxy with TLS in front.'),
    );
  }
  if (publicUrl?.startsWith('https:') && trustedProxies.length === 0) {
    findings.push(
      look('Sign-in', 'With a proxy in front set trustedProxies, so that one visitor cannot lock out all.'),
    );
  }
  return findings;
}

async function examineNotes(db: Db, { mailUrl, mailFrom, mailTo }: Config, clock: Clock): Promise<Finding[]> {
  const given = [mailUrl, mailFrom, mailTo].filter((setting) => setting !== undefined).length;
  if (given === 0) return [well('Notes', 'No mail settings: notes are not sent.')];
  if (given < 3) return [bad('Notes', 'Mail needs all of mailUrl, mailFrom and mailTo.')];
  const unsure = await listUnsureNotes(db, clock.nowMs());
  if (unsure.length === 0) return [well('Notes', 'Each was sent once, or is tried again.')];
  return unsure.map(({ storeId, spanNo, at }) =>
    look(
      'Notes',
      `Nobody knows whether the note about ${storeId}, span ${spanNo} left at ${at}; it is not sent again.`,
    ),
  );
}

async function examineBackups(db: Db, config: Config): Promise<Finding> {
  const { isWell, words } = examineBackup(backupFolderOf(config), await listRecords(db));
  return isWell ? well('Backup', words) : look('Backup', words);
}

function wordsForUnread(why: string): string {
  return (
    `It cannot be read now (${why}), which says nothing about what is in it. Is the disk full, or does the file belong ` +
    'to another user? Mend that first; do not restore a backup over it.'
  );
}
