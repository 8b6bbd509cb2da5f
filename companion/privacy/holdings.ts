import { type Kysely, sql } from 'kysely';
import type { Db } from '../store/tables';
import { type ColumnWords, type TableWords, tablesInWords } from './tables-in-words';

/** One table as it is at this moment, without a value that is shown to nobody. */
export interface Holding {
  readonly table: string;
  readonly words: Omit<TableWords<Record<string, unknown>>, 'newestBy'>;
  /** at most one more than 10,000: counting millions takes seconds, and says nothing more */
  readonly rowCount: number;
  /** of the newest rows, what each column holds; null where it holds nothing, undefined where it is hidden */
  readonly newestRows: readonly (readonly (string | null | undefined)[])[];
}

/** Columns of a table, in order, with their names. */
export function columnsOf({ words }: Holding): readonly (readonly [name: string, column: ColumnWords])[] {
  return Object.entries(words.columns);
}

/** How many rows of a table there are, in words. */
export function sayRows(count: number): string {
  if (count > ROWS_COUNTED_MAX) return `more than ${ROWS_COUNTED_MAX.toLocaleString('en')} rows`;
  return `${count} ${count === 1 ? 'row' : 'rows'}`;
}

/** The most rows of a table that are counted. */
const ROWS_COUNTED_MAX = 10_000;

const ROWS_SHOWN = 2;
const VALUE_CHARACTERS = 160;

/** Reads how much every table holds, and its newest rows. Hidden columns are not even asked for. */
export async function readHoldings(db: Db): Promise<Holding[]> {
  const tables = db as unknown as Kysely<Record<string, Record<string, unknown>>>;
  const holdings: Holding[] = [];
  for (const [table, words] of Object.entries(
    tablesInWords as Record<string, TableWords<Record<string, unknown>>>,
  )) {
    const some = tables
      .selectFrom(table)
      .select(sql.lit(1).as('row'))
      .limit(ROWS_COUNTED_MAX + 1);
    const { count } = await db
      .selectFrom(some.as('some'))
      .select((e) => e.fn.countAll().as('count'))
      .executeTakeFirstOrThrow();
    const shown = Object.entries(words.columns).flatMap(([name, column]) =>
      column.hiddenBecause === undefined ? [name] : [],
    );
    const rows =
      shown.length === 0
        ? []
        : await tables
            .selectFrom(table)
            .select(shown)
            .orderBy(words.newestBy, 'desc')
            .limit(ROWS_SHOWN)
            .execute();
    holdings.push({
      table,
      words,
      rowCount: Number(count),
      newestRows: rows.map((row) =>
        Object.keys(words.columns).map((name) => (shown.includes(name) ? sayValue(row[name]) : undefined)),
      ),
    });
  }
  return holdings;
}

function sayValue(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = String(value);
  return text.length > VALUE_CHARACTERS ? `${text.slice(0, VALUE_CHARACTERS)}…` : text;
}
