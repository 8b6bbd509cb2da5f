import type { Clock } from '../clock';
import type { Config } from '../config/config';
import { listUnfinishedUpdates } from '../flash/unfinished-updates';
import { keyFileOf, openKeyring } from '../store/keyring';
import { listKioskHealth } from '../store/kiosk-health';
import { listStores } from '../store/store';
import type { Db } from '../store/tables';
import { judgeKiosk } from '../web/panels/judge-kiosk';
import { examineSenders } from './examine-senders';
import { bad, type Finding, look, well } from './finding';
import { wordsOf } from './words-of';

const KEYS_LOST =
  'Until they can be read no kiosk is asked; each keeps its sheets. A file that is broken comes back from a backup.';
const KEY_MISSING =
  'Its key is missing. Restore kiosk-keys.json from a backup: flashing it anew would lose the sheets that it still holds.';
const STRANGE_KEYS =
  'These keys belong to no kiosk that the database knows. Was the database replaced? Restore the newest backup. Was ' +
  'flashing broken off? Run the same command again; if that device is no more, the key does no harm. Kiosks:';

const unfinishedWords = (kioskId: string): string =>
  'An update was begun and is not through. It may not work, and may take commands from anybody who reaches it. ' +
  `Run: counterstep update ${kioskId} --on-mains`;

/** The stores, the keys and the kiosks themselves. */
export async function examineKiosks(db: Db, { dataFolder }: Config, clock: Clock): Promise<Finding[]> {
  const findings: Finding[] = [];
  if ((await listStores(db)).length === 0) {
    findings.push(look('Stores', 'None yet. Add one with: counterstep stores add --name "Your store"'));
  }
  const known = await listKioskHealth(db);
  const kiosks = known.filter(({ isForwarded }) => !isForwarded);
  const keyed = readKeyed(dataFolder);
  if (typeof keyed === 'string') findings.push(bad('Keys', `${keyed} ${KEYS_LOST}`));
  else {
    findings.push(
      well('Keys', `There are ${keyed.length}, for ${kiosks.length} kiosks that are synced here.`),
    );
    const strangers = keyed.filter((kioskId) => !known.some((kiosk) => kiosk.kioskId === kioskId));
    if (strangers.length > 0) findings.push(look('Keys', `${STRANGE_KEYS} ${strangers.join(', ')}`));
  }
  const unfinished = listUnfinishedUpdates(dataFolder);
  for (const kiosk of kiosks) {
    const { state, dataAge, advice } = judgeKiosk(kiosk, clock.nowMs());
    const words = [...new Set([`Data age: ${dataAge}.`, ...advice, kiosk.lastSyncError ?? ''])]
      .join(' ')
      .trim();
    const what = `Kiosk ${kiosk.name}`;
    const isKeyless = typeof keyed !== 'string' && !keyed.includes(kiosk.kioskId);
    if (isKeyless) findings.push(bad(what, KEY_MISSING));
    else if (unfinished.has(kiosk.kioskId)) findings.push(bad(what, unfinishedWords(kiosk.kioskId)));
    else findings.push({ state: state === 'alarm' ? 'bad' : state, what, words });
  }
  const forwarded = known.filter(({ isForwarded }) => isForwarded);
  return [...findings, ...(await examineSenders(db, forwarded, clock.nowMs()))];
}

/** The kiosks whose keys are here; or why that cannot be known. */
function readKeyed(dataFolder: string): string[] | string {
  try {
    return openKeyring(keyFileOf(dataFolder)).kioskIds();
  } catch (error) {
    return wordsOf(error);
  }
}
