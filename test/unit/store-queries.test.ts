import type { KyselyPlugin, RootOperationNode } from 'kysely';
import { expect, test } from 'vitest';
import { collectMessage } from '../../companion/forward/collect';
import { readState, receive } from '../../companion/forward/receive';
import { claimNote, isNoteDue, settleNote } from '../../companion/note/note-record';
import { newestNote } from '../../companion/note/send-notes';
import { closeDueQuarters } from '../../companion/release/chain/close-due-quarters';
import { publishDue } from '../../companion/release/release-store';
import { recordSyncError } from '../../companion/store/kiosk';
import { createReadModel } from '../../companion/store/read-model';
import { saveStore } from '../../companion/store/store';
import { createSyncStore } from '../../companion/store/sync-store';
import { findWantedSettings } from '../../companion/store/wanted-settings';
import { trustingAuditor } from './release-auditors';
import { openTestStore } from './store-fixtures';
import { createFakeClock, EPOCH, KIOSK_A, makeSheet, STORE_ID } from './store-sheets';

/** Tables whose rows belong to stores; the rest says who may look in. */
const OF_STORES = [
  'forward',
  'forwarding',
  'gap',
  'kiosk',
  'note',
  'quarantine',
  'refusal',
  'release',
  'sheet',
  'span',
  'vitals',
  'wantedSettings',
];

/** Queries that name no store, with the reason why they may; a receiver makes none of them while it receives. */
const CHAIN_WIDE = {
  'select gap': 'of a kiosk that was moved to another store of the same companion',
  'select kiosk': 'the store of a kiosk that is in reach',
  'select sheet': 'of a kiosk that was moved to another store of the same companion',
  'select wantedSettings': 'of a kiosk that is in reach',
};

/** Collects the queries of a database that touch rows of stores and name no store. */
function spyOnQueries() {
  const nameless = new Set<string>();
  let seen = 0;
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      const text = JSON.stringify(node);
      const tables = tablesOf(node, text);
      if (tables.some((table) => OF_STORES.includes(table))) {
        seen++;
        if (!namesStore(node)) nameless.add(`${kindOf(node)} ${tables.join(', ')}`);
      }
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return { plugin, nameless, seen: () => seen };
}

const kindOf = ({ kind }: RootOperationNode): string => kind.replace('QueryNode', '').toLowerCase();

function tablesOf(_node: RootOperationNode, text: string): string[] {
  const names = [
    ...text.matchAll(
      /"kind":"SchemableIdentifierNode","identifier":\{"kind":"IdentifierNode","name":"(\w+)"/g,
    ),
  ];
  return [...new Set(names.map(([, name]) => name ?? ''))].sort();
}

/** Whether the store stands among the values of an insert, or is asked for in a condition. */
function namesStore(node: RootOperationNode): boolean {
  const where = 'where' in node ? JSON.stringify(node.where ?? null) : '';
  const columns = node.kind === 'InsertQueryNode' ? JSON.stringify(node.columns ?? null) : '';
  return `${where}${columns}`.includes('"name":"storeId"');
}

/** What only pages and totals of a whole chain ask, of ready-made rows or once a quarter. */
const OF_ALL_STORES = ['select kiosk, store', 'select span'];

test('every query about a store names it, so that a database can be distributed by store', async () => {
  const clock = createFakeClock('2026-03-02');
  const opened = await openTestStore(clock);
  const { plugin, nameless, seen } = spyOnQueries();
  const db = opened.db.withPlugin(plugin);
  const store = { ...opened, db };
  const sync = createSyncStore(db, clock);
  for (const kneeChecks of [60, 70]) {
    await sync.takeSheet(makeSheet({ sheetNo: kneeChecks - 59, kneeChecks, hash: 'a'.repeat(64) }));
  }
  await sync.takeSheet(makeSheet({ sheetNo: 1, kneeChecks: 61, hash: 'b'.repeat(64) }));
  await sync.recordGap({ kioskId: KIOSK_A, epoch: EPOCH, fromSheetNo: 2, toSheetNo: 10 });
  await sync.nextSheetNeeded(KIOSK_A, EPOCH);
  await recordSyncError(db, KIOSK_A, 'It is out of range.');
  await findWantedSettings(db, KIOSK_A);
  clock.set('2026-04-06');
  await publishDue(store, clock, trustingAuditor());
  const readModel = createReadModel(db);
  await readModel.listReleases(STORE_ID);
  await readModel.listRefusals(STORE_ID);
  await readModel.listKiosks(STORE_ID);
  await readModel.pageStores({}, 0, 20);
  await readModel.firstStores(7);
  await readModel.findStore(STORE_ID);
  await newestNote({ readModel, nowMs: clock.nowMs, dashboard: null }, STORE_ID);
  expect(await isNoteDue(db, STORE_ID)).toBe(true);
  await claimNote(db, STORE_ID, 1, clock.nowMs());
  await settleNote(db, STORE_ID, 1, 'sent', clock.nowMs());
  const message = await collectMessage(db, STORE_ID, await readState(db, STORE_ID));
  expect(seen()).toBeGreaterThan(30);
  expect([...nameless].sort()).toEqual(Object.keys(CHAIN_WIDE));

  nameless.clear();
  await receive(db, STORE_ID, message, clock.nowMs());
  await readModel.listReleases(STORE_ID);
  expect([...nameless]).toEqual([]);

  // as at a chain's companion, which syncs no kiosk itself
  await db.updateTable('kiosk').set({ forwarded: '{}' }).where('storeId', '=', STORE_ID).execute();
  await readModel.pageKiosks({}, clock.nowMs(), 0, 20);
  await readModel.listRegions(clock.nowMs());
  await readModel.listQuarters();
  await saveStore(store, { storeId: 'store-2', name: 'Other', isSimulated: true, region: null });
  clock.set('2026-08-01');
  await closeDueQuarters(store, clock, trustingAuditor(), new AbortController().signal);
  expect([...nameless].sort()).toEqual(OF_ALL_STORES);
});
