/** Tables about notes. */
export interface NoteTables {
  note: NoteTable;
}

/** One mail about one release. */
export interface NoteTable {
  storeId: string;
  spanNo: number;
  /**
   * `sending` is written before the mail server is asked; whoever finds it does not know whether the mail left.
   * `restored`: the release came with a backup that does not know of a note, so that it is never sent.
   */
  state: 'sending' | 'sent' | 'refused' | 'restored';
  /** ISO time of the state */
  at: string;
}
