import type { CreateTableBuilder, Kysely } from 'kysely';

type ColumnKind = 'text' | 'text or nothing' | 'number' | 'number or nothing';

const ONE_SHEET = { storeId: 'text', kioskId: 'text', epoch: 'text', sheetNo: 'number' } as const;

/** The tables of the first version; what their columns hold is said in tables.ts. */
export async function firstTables(db: Kysely<unknown>): Promise<void> {
  await createTable(db, 'store', ['storeId'], {
    storeId: 'text',
    name: 'text',
    isSimulated: 'number',
    region: 'text or nothing',
  });
  await createTable(db, 'kiosk', ['storeId', 'kioskId'], {
    storeId: 'text',
    kioskId: 'text',
    name: 'text',
    board: 'text',
    isSimulated: 'number',
    lastSyncAt: 'text or nothing',
    epoch: 'text or nothing',
    lastError: 'text or nothing',
  });
  await createTable(db, 'sheet', ['storeId', 'kioskId', 'epoch', 'sheetNo'], {
    ...ONE_SHEET,
    state: 'text',
    hash: 'text',
    counts: 'text or nothing',
    closedDay: 'text',
    arrivedDay: 'text',
    spanNo: 'number or nothing',
  });
  await db.schema.createIndex('sheetByState').on('sheet').columns(['storeId', 'state']).execute();
  await createTable(db, 'gap', ['storeId', 'kioskId', 'epoch', 'firstSheetNo'], {
    storeId: 'text',
    kioskId: 'text',
    epoch: 'text',
    firstSheetNo: 'number',
    lastSheetNo: 'number',
    givenUpDay: 'text or nothing',
  });
  await createTable(db, 'quarantine', ['storeId', 'kioskId', 'epoch', 'sheetNo', 'hash'], {
    ...ONE_SHEET,
    hash: 'text',
    arrivedDay: 'text',
  });
  await createTable(db, 'span', ['storeId', 'spanNo'], {
    storeId: 'text',
    spanNo: 'number',
    firstDay: 'text',
    lastDay: 'text',
    publishedOn: 'text',
    kiosks: 'number',
    totals: 'text',
  });
  await createTable(db, 'release', ['storeId', 'spanNo'], {
    storeId: 'text',
    spanNo: 'number',
    publishedOn: 'text',
    record: 'text',
  });
  await createTable(db, 'vitals', ['storeId', 'kioskId', 'day'], {
    storeId: 'text',
    kioskId: 'text',
    day: 'text',
    readAt: 'text',
    reading: 'text',
  });
}

async function createTable(
  db: Kysely<unknown>,
  name: string,
  key: string[],
  columns: Readonly<Record<string, ColumnKind>>,
): Promise<void> {
  let table: CreateTableBuilder<string, string> = db.schema.createTable(name);
  for (const [column, kind] of Object.entries(columns)) {
    const isOptional = kind.endsWith('or nothing');
    table = table.addColumn(column, kind.startsWith('text') ? 'text' : 'integer', (definition) =>
      isOptional ? definition : definition.notNull(),
    );
  }
  await table.addPrimaryKeyConstraint(`${name}Key`, key).execute();
}
