import { tellAck, tellClock, tellSettings } from '../../shared/wire/requests';
import { packSettings, type Settings } from '../../shared/wire/settings-contents';
import { DAY_UNKNOWN } from '../../shared/wire/sheet';
import { readContents } from '../../shared/wire/sheet-contents';
import { bytesOf } from '../../shared/wire/text';
import { hex32, type Vitals } from '../../shared/wire/vitals';
import type { Clock } from '../clock';
import type { LinkDevice } from '../link/port';
import { areCountsPossible } from '../release/possible-counts';
import { startConversation } from './conversation';
import { SyncError } from './errors';
import { crc32Of } from './hash';
import { hashSheet } from './hash-sheet';
import { openSession, type Session, type SessionDeps } from './session';
import type { SheetOutcome, SyncStore } from './store-port';

const CLOCK_TOLERANCE_S = 30;
/** Before this program was written; a machine without a battery for its clock starts in 1970. */
const CLOCK_LEAST_MS = Date.UTC(2026, 0, 1);
/** More closed sheets than any ledger has room for. */
const SHEETS_HELD_MAX = 1000;

/** What a sync needs. */
export interface SyncDeps extends SessionDeps {
  readonly store: SyncStore;
  readonly clock: Clock;
  /** Why the clock may not date anything, given the kiosk's own (Unix seconds; null: not set); null: it may. */
  doubtClock(kioskUnixS: number | null): Promise<string | null>;
  /** What this kiosk shall be set to; null leaves it as it is. */
  findSettings(kioskId: string): Promise<Settings | null>;
}

/** How a sync ended. */
export interface SyncResult {
  readonly kioskId: string;
  readonly epoch: string;
  /** The newest closed sheet; every sheet up to it is in the store, or noted as a gap. */
  readonly sheetNo: number;
  readonly taken: number;
  /** Sheets that came a second time with other contents, or that no kiosk can have counted. */
  readonly conflicts: number;
  /** Sheets that the kiosk no longer holds and that never arrived here. */
  readonly missing: number;
  readonly isClockSet: boolean;
  readonly areSettingsSent: boolean;
}

/**
 * One sync of one kiosk: verifies it, fetches vitals and every sheet that is not here yet, sets clock and settings
 * where they differ, and acknowledges what the store has committed. Broken off anywhere, the next one goes on.
 *
 * @throws SyncError
 */
export async function syncKiosk(device: LinkDevice, deps: SyncDeps): Promise<SyncResult> {
  if (deps.clock.nowMs() < CLOCK_LEAST_MS) throw new SyncError('clock-wrong');
  const firstId = ((deps.makeNonce()[0] ?? 0) % 255) + 1;
  const conversation = await startConversation(device, deps.timer, firstId);
  try {
    const session = await openSession(conversation, deps);
    const { kioskId, epoch, hello } = session;
    const needed = await deps.store.nextSheetNeeded(kioskId, epoch);
    // proves the key and changes nothing: what the kiosk takes as acknowledged must be seen first
    await session.tell(tellAck(hello.epoch, 0));
    const vitals = await session.vitals();
    const doubt = await deps.doubtClock(vitals.clock?.unixS ?? null);
    if (doubt !== null) throw new SyncError('clock-doubted', doubt);
    await deps.store.recordVitals({ kioskId, epoch, receivedAtMs: deps.clock.nowMs(), vitals });
    const isClockSet = await setClock(session, vitals, deps.clock);
    const areSettingsSent = await sendSettings(session, vitals, deps);
    const sheets = await fetchSheets(session, needed, vitals.ackedSheet, deps);
    return { kioskId, epoch, sheetNo: hello.newestSheet, isClockSet, areSettingsSent, ...sheets };
  } finally {
    conversation.close();
  }
}

async function setClock(session: Session, { clock: kiosk }: Vitals, clock: Clock): Promise<boolean> {
  const nowMs = clock.nowMs();
  const utcOffsetMin = clock.minutesFromUtc(nowMs);
  const isRight =
    kiosk?.utcOffsetMin === utcOffsetMin && Math.abs(kiosk.unixS - nowMs / 1000) <= CLOCK_TOLERANCE_S;
  if (!isRight) await session.tell(tellClock(Math.floor(clock.nowMs() / 1000), utcOffsetMin));
  return !isRight;
}

async function sendSettings(session: Session, vitals: Vitals, deps: SyncDeps): Promise<boolean> {
  const settings = await deps.findSettings(session.kioskId);
  if (!settings) return false;
  const packed = packSettings(settings);
  if (typeof packed === 'string') throw new SyncError('settings-unusable', packed);
  if (hex32(crc32Of(packed.bytes)) === vitals.settings) return false;
  await session.tell(tellSettings(packed.bytes));
  return true;
}

/**
 * Fetches what is not here, and what is here although the kiosk does not know that: a kiosk whose flash went back
 * in time counts sheets anew under old numbers, and only their contents can tell. Since another companion may have
 * acknowledged those already, the newest sheet that is here is compared again whenever there is a newer one, and from
 * a strange one on all before it.
 */
async function fetchSheets(
  session: Session,
  needed: number,
  ackedSheet: number,
  { store, findKey }: Pick<SyncDeps, 'store' | 'findKey'>,
): Promise<Pick<SyncResult, 'taken' | 'conflicts' | 'missing'>> {
  const { hello, kioskId, epoch } = session;
  const { newestSheet } = hello;
  const found = { taken: 0, conflicts: 0, missing: 0 };
  const recordGap = async (fromSheetNo: number, toSheetNo: number): Promise<void> => {
    await store.recordGap({ kioskId, epoch, fromSheetNo, toSheetNo });
    found.missing += toSheetNo - fromSheetNo + 1;
  };
  const oldest = hello.oldestSheet || newestSheet + 1;
  const first = Math.max(oldest, Math.min(needed, ackedSheet + 1));
  // numbers that no sheet has yet must not be given up for missing
  if (oldest > newestSheet + 1 || newestSheet - first >= SHEETS_HELD_MAX)
    throw new SyncError('kiosk-lies', `Sheets ${first} to ${newestSheet}.`);
  if (oldest > needed) await recordGap(needed, oldest - 1);
  const key = findKey(kioskId);
  if (!key) throw new SyncError('key-missing');
  const fetch = async (sheetNo: number): Promise<SheetOutcome | 'gone'> => {
    const { packed: text } = await session.sheet(sheetNo);
    if (!text) {
      if (sheetNo >= needed) await recordGap(sheetNo, sheetNo);
      return 'gone';
    }
    const packed = bytesOf(text);
    const contents = readContents(packed);
    if (typeof contents === 'string')
      throw new SyncError('sheet-unreadable', `Sheet ${sheetNo}: ${contents}.`);
    const { counts, epochDay } = contents;
    const closedDay = epochDay === DAY_UNKNOWN ? null : epochDay;
    const hash = hashSheet(key, epoch, sheetNo, packed);
    const sheet = { kioskId, epoch, sheetNo, hash, counts, closedDay };
    const isPossible = areCountsPossible(counts);
    if (!isPossible) await store.quarantineSheet(sheet);
    const outcome = isPossible ? await store.takeSheet(sheet) : 'conflict';
    if (outcome === 'taken') found.taken++;
    if (outcome === 'conflict') found.conflicts++;
    return outcome;
  };
  if (newestSheet !== needed - 1) {
    const last = Math.max(oldest, newestSheet - SHEETS_HELD_MAX);
    let sheetNo = Math.min(needed - 1, newestSheet, first - 1);
    while (sheetNo >= last && (await fetch(sheetNo)) === 'conflict') sheetNo--;
  }
  for (let sheetNo = first; sheetNo <= newestSheet; sheetNo++) await fetch(sheetNo);
  if (ackedSheet < newestSheet) await session.tell(tellAck(hello.epoch, newestSheet));
  return found;
}
