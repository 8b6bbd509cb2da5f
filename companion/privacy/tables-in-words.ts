import type { Tables } from '../store/tables';

/** What a column holds; `hiddenBecause` where its values are shown to nobody. */
export interface ColumnWords {
  readonly holds: string;
  readonly hiddenBecause?: string;
}

/** What one table is for, how long its rows are kept, and what every column holds. */
export interface TableWords<Row> {
  readonly purpose: string;
  readonly kept: string;
  /** the newest rows have the highest value here */
  readonly newestBy: keyof Row & string;
  readonly columns: { readonly [Column in keyof Row]-?: ColumnWords };
}

const storeId: ColumnWords = { holds: 'the store' };
const kioskId: ColumnWords = { holds: 'the kiosk: 8 random bytes, made when it was flashed' };
const epoch: ColumnWords = { holds: 'the ledger: 4 random bytes, new whenever a kiosk’s counts begin anew' };
const spanNo: ColumnWords = { holds: 'the span, counted from 1' };
const EXACT = 'exact counts are shown nowhere';
const GUESSES = 'guesses could be compared with it';
const ACCESS = 'it is about who may look in; owners see their accounts under Users';
const hash: ColumnWords = {
  holds:
    'a code of the sheet’s contents, so that a second arrival is known; made with the kiosk’s key (HMAC-SHA-256)',
  hiddenBecause: GUESSES,
};

/** Every table of the database in words; a table or column that is not here does not compile. */
export const tablesInWords: { readonly [Name in keyof Tables]: TableWords<Tables[Name]> } = {
  store: {
    purpose: 'the stores that this companion serves',
    kept: 'until it is removed by hand',
    newestBy: 'storeId',
    columns: {
      storeId,
      name: { holds: 'its name, as the owner typed it' },
      isSimulated: { holds: '1: made up' },
      region: { holds: 'a group of stores of a chain' },
    },
  },
  kiosk: {
    purpose: 'the kiosks; their keys are in a file of their own, never here',
    kept: 'until it is forgotten by hand',
    newestBy: 'lastSyncAt',
    columns: {
      storeId,
      kioskId,
      name: { holds: 'its name, as the owner typed it' },
      board: { holds: 'what it is made of' },
      isSimulated: { holds: '1: made up' },
      lastSyncAt: { holds: 'when it last gave a genuine answer' },
      epoch,
      lastError: { holds: 'why the last try to reach it failed' },
      forwarded: {
        holds: 'how many sheets wait, are missing or in quarantine, as its store’s companion says',
      },
      needsLook: { holds: '1: something about it needs attention' },
    },
  },
  sheet: {
    purpose:
      'closed sheets: batches of counts, each of at least ten checks unless the owner set a lower minimum',
    kept: 'the counts until their span is released, then they are deleted; the rest for ever',
    newestBy: 'arrivedDay',
    columns: {
      storeId,
      kioskId,
      epoch,
      sheetNo: { holds: 'its number in the ledger' },
      state: { holds: 'waiting for a release, released, or late: counted nowhere' },
      hash,
      counts: { holds: '108 counts; nothing once they are released', hiddenBecause: EXACT },
      closedDay: { holds: 'the day on which it closed' },
      arrivedDay: { holds: 'the day on which it arrived here' },
      spanNo,
    },
  },
  gap: {
    purpose: 'sheet numbers that were not received here',
    kept: 'for ever',
    newestBy: 'firstSheetNo',
    columns: {
      storeId,
      kioskId,
      epoch,
      firstSheetNo: { holds: 'the first of them' },
      lastSheetNo: { holds: 'the last of them' },
      givenUpDay: { holds: 'since when they are void' },
    },
  },
  quarantine: {
    purpose:
      'sheets that came a second time with other contents, or that no kiosk can have counted; their counts are not kept',
    kept: 'for ever',
    newestBy: 'arrivedDay',
    columns: {
      storeId,
      kioskId,
      epoch,
      sheetNo: { holds: 'its number in the ledger' },
      hash,
      arrivedDay: { holds: 'the day on which it arrived here' },
    },
  },
  span: {
    purpose: 'released spans: the sums of at least 100 finished checks each',
    kept: 'for ever',
    newestBy: 'publishedOn',
    columns: {
      storeId,
      spanNo,
      firstDay: { holds: 'its first day' },
      lastDay: { holds: 'its last day' },
      publishedOn: { holds: 'the Monday of its release' },
      kiosks: { holds: 'how many kiosks it holds sheets of' },
      totals: { holds: '108 sums, for totals of a chain', hiddenBecause: EXACT },
      arrivedDay: { holds: 'the day on which it was made or came here' },
    },
  },
  release: {
    purpose: 'what is published of each span: every count rounded down to tens, 0 to 9 held back',
    kept: 'for ever, unchanged',
    newestBy: 'publishedOn',
    columns: {
      storeId,
      spanNo,
      publishedOn: { holds: 'the Monday of its release' },
      record: { holds: 'what the pages show' },
    },
  },
  quarter: {
    purpose: 'what a chain publishes of all its stores together, by calendar quarter',
    kept: 'for ever, unchanged',
    newestBy: 'quarter',
    columns: {
      quarter: { holds: 'the quarter' },
      outcome: { holds: 'released, refused by the audit, or no report' },
      closedOn: { holds: 'the day on which that was decided' },
      record: {
        holds:
          'what the pages show: every count rounded down to 10, or 20, 50 or 100 for many spans; less held back',
      },
      spans: { holds: 'the numbers of the spans in it, by store' },
    },
  },
  forward: {
    purpose: 'the stores whose own companions send what they released to this one',
    kept: 'until it is removed by hand',
    newestBy: 'heardAt',
    columns: {
      storeId,
      tokenHash: { holds: 'SHA-256 of the token with which it sends', hiddenBecause: ACCESS },
      heardAt: { holds: 'when it last sent something' },
    },
  },
  forwarding: {
    purpose: 'how sending to the chain’s companion went',
    kept: 'the last try',
    newestBy: 'doneAt',
    columns: {
      storeId,
      doneAt: { holds: 'when it last succeeded' },
      error: { holds: 'why it last failed' },
    },
  },
  refusal: {
    purpose: 'Mondays on which the audit refused to publish a span',
    kept: 'for ever',
    newestBy: 'monday',
    columns: {
      storeId,
      monday: { holds: 'the Monday' },
      reason: { holds: 'why' },
    },
  },
  vitals: {
    purpose: 'how each kiosk was doing, once a day: battery, memory, clock, versions',
    kept: '400 days',
    newestBy: 'readAt',
    columns: {
      storeId,
      kioskId,
      day: { holds: 'the day' },
      readAt: { holds: 'when it was read' },
      reading: {
        holds:
          'what the kiosk said of itself; with it, how many runs were started and finished up to its newest sheet',
        hiddenBecause: EXACT,
      },
    },
  },
  wantedSettings: {
    purpose: 'what each kiosk shall be set to',
    kept: 'until it is changed',
    newestBy: 'changedAt',
    columns: {
      storeId,
      kioskId,
      changedAt: { holds: 'when it was changed' },
      settings: { holds: 'store name, language, units, minimum, urgent line and emergency number' },
    },
  },
  note: {
    purpose: 'mails to the owner about releases',
    kept: 'for ever',
    newestBy: 'at',
    columns: {
      storeId,
      spanNo,
      state: { holds: 'sending, sent, refused, or restored: given up after a restore' },
      at: { holds: 'since when' },
    },
  },
  account: {
    purpose: 'who may look at the pages: owners and viewers, never shoppers',
    kept: 'until it is removed by hand',
    newestBy: 'createdAt',
    columns: {
      accountId: { holds: 'a random number', hiddenBecause: ACCESS },
      name: { holds: 'the name to sign in with', hiddenBecause: ACCESS },
      role: { holds: 'owner or viewer', hiddenBecause: ACCESS },
      passwordHash: { holds: 'what the password is compared with', hiddenBecause: ACCESS },
      createdAt: { holds: 'when it was made', hiddenBecause: ACCESS },
    },
  },
  link: {
    purpose: 'one-time links to set a password',
    kept: 'until it is used or replaced; it works for a day',
    newestBy: 'expiresAt',
    columns: {
      accountId: { holds: 'whose it is', hiddenBecause: ACCESS },
      hash: { holds: 'SHA-256 of its secret', hiddenBecause: ACCESS },
      expiresAt: { holds: 'until when it works', hiddenBecause: ACCESS },
    },
  },
  session: {
    purpose: 'who is signed in',
    kept: 'until they sign out; after 7 days without use, or 30 in all, until the next sign-in',
    newestBy: 'startedAt',
    columns: {
      hash: { holds: 'SHA-256 of the cookie', hiddenBecause: ACCESS },
      accountId: { holds: 'who it is', hiddenBecause: ACCESS },
      startedAt: { holds: 'since when', hiddenBecause: ACCESS },
      usedAt: { holds: 'when it was last used, to the hour', hiddenBecause: ACCESS },
    },
  },
  token: {
    purpose: 'tokens for other tools that may read what is published',
    kept: 'until it is revoked',
    newestBy: 'createdAt',
    columns: {
      tokenId: { holds: 'a random number', hiddenBecause: ACCESS },
      name: { holds: 'what it is for', hiddenBecause: ACCESS },
      hash: { holds: 'SHA-256 of the token', hiddenBecause: ACCESS },
      createdAt: { holds: 'when it was made', hiddenBecause: ACCESS },
    },
  },
};
