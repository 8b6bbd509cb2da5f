import type { ReadModel } from '../store/read-model';
import type { Db } from '../store/tables';
import { findView } from '../web/query';
import type { MailEnd, SendMail } from './mail';
import { claimNote, isNoteDue, settleNote } from './note-record';
import { type NoteContents, noteSubject, writeNote } from './write-note';

/** What sending needs. */
export interface SendDeps {
  readonly db: Db;
  readonly readModel: ReadModel;
  readonly send: SendMail;
  nowMs(): number;
  /** where the dashboard is; null: notes do not say */
  readonly dashboard: string | null;
}

/** How the note about one release ended. */
export type NoteEnd = MailEnd & { readonly storeId: string; readonly spanNo: number };

/** What a note about a store's newest release is written from; null without a release. */
export async function newestNote(
  { readModel, nowMs, dashboard }: Pick<SendDeps, 'readModel' | 'nowMs' | 'dashboard'>,
  storeId: string,
): Promise<NoteContents | null> {
  const view = await findView({ readModel }, storeId, undefined);
  if (typeof view === 'string') return null;
  return { view, kiosks: await readModel.listKiosks(storeId), nowMs: nowMs(), dashboard };
}

/**
 * Sends the note about each store's newest release, at most once.
 *
 * The right to send is on disk before the mail server is asked, so a companion that is killed in between never
 * sends twice: then the note may be missing, which `counterstep doctor` says. Simulated releases are never sent.
 */
export async function sendNotes(deps: SendDeps): Promise<NoteEnd[]> {
  const { db, nowMs } = deps;
  const ends: NoteEnd[] = [];
  for (const { storeId } of await deps.readModel.listStores()) {
    if (!(await isNoteDue(db, storeId))) continue;
    const contents = await newestNote(deps, storeId);
    if (!contents || contents.view.release.isSimulated) continue;
    const { spanNo } = contents.view.release;
    if (!(await claimNote(db, storeId, spanNo, nowMs()))) continue;
    const messageId = `counterstep.${storeId}.${spanNo}`;
    const end = await deps.send({ subject: noteSubject(contents), text: writeNote(contents), messageId });
    if (end.end !== 'unsure') await settleNote(db, storeId, spanNo, end.end, nowMs());
    ends.push({ ...end, storeId, spanNo });
  }
  return ends;
}
