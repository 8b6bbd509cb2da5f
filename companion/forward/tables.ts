/** Tables about companions that tell each other what was released. */
export interface ForwardTables {
  forward: ForwardTable;
  forwarding: ForwardingTable;
}

/** At the receiver: the store that may send, and when it last did. */
export interface ForwardTable {
  storeId: string;
  /** SHA-256 of its token; null: revoked */
  tokenHash: string | null;
  /** ISO time; null: never */
  heardAt: string | null;
}

/** At the sender: how it went. */
export interface ForwardingTable {
  storeId: string;
  /** ISO time of the last success; null: never */
  doneAt: string | null;
  /** why the last try failed, in a sentence; null: it did not */
  error: string | null;
}
