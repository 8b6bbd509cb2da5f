import { elsewhere, fileKinds } from '../../privacy/data-files';
import { columnsOf, type Holding, sayRows } from '../../privacy/holdings';
import { notPromised, type Promised, promises } from '../../privacy/promises';
import { type TableWords, tablesInWords } from '../../privacy/tables-in-words';

const Sentences = ({ list }: { list: readonly Promised[] }) => (
  <ul>
    {list.map(({ sentence, tests }) => (
      <li>
        {sentence}
        {tests.length > 0 ? (
          <small>
            {' '}
            Tested in{' '}
            {tests.map((test, index) => (
              <>
                {index > 0 ? ', ' : ''}
                <code>{test}</code>
              </>
            ))}
            .
          </small>
        ) : null}
      </li>
    ))}
  </ul>
);

const Columns = ({ columns }: { columns: Holding['words']['columns'] }) => (
  <dl class="facts">
    {Object.entries(columns).map(([name, { holds, hiddenBecause }]) => (
      <>
        <dt>{name}</dt>
        <dd>
          {holds}
          {hiddenBecause === undefined ? '' : ` (shown to nobody: ${hiddenBecause})`}
        </dd>
      </>
    ))}
  </dl>
);

const Rows = ({ holding }: { holding: Holding }) =>
  holding.newestRows.length === 0 ? null : (
    <div class="scroll">
      <table>
        <caption>The newest rows of {holding.table}</caption>
        <thead>
          <tr>
            {columnsOf(holding).map(([name]) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {holding.newestRows.map((row) => (
            <tr>
              {row.map((value) => (
                <td>{value === undefined ? 'shown to nobody' : (value ?? 'nothing')}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

const TablePart = ({ name, words, holding }: TablePartProps) => (
  <section class="panel" aria-labelledby={`table-${name}`}>
    <h2 id={`table-${name}`}>{name}</h2>
    <p>
      {words.purpose}. Kept: {words.kept}.{holding ? ` Held now: ${sayRows(holding.rowCount)}.` : ''}
    </p>
    <Columns columns={words.columns} />
    {holding ? <Rows holding={holding} /> : null}
  </section>
);

interface TablePartProps {
  readonly name: string;
  readonly words: Pick<TableWords<Record<string, unknown>>, 'purpose' | 'kept' | 'columns'>;
  readonly holding: Holding | undefined;
}

/** What is promised, what is not, and what the companion holds; its rows only for people who may look in. */
export const Privacy = ({ holdings }: { holdings: readonly Holding[] | null }) => (
  <>
    <h1>Privacy</h1>
    <section class="panel" aria-labelledby="promised">
      <h2 id="promised">What is promised</h2>
      <Sentences list={promises} />
    </section>
    <section class="panel" aria-labelledby="not-promised">
      <h2 id="not-promised">What is not promised</h2>
      <p>Because it would not be true:</p>
      <Sentences list={notPromised} />
    </section>
    <h2>What this companion holds</h2>
    <p>
      Every table and every column.{' '}
      {holdings
        ? 'The rows are the newest ones, as they are now.'
        : 'Whoever may sign in here sees the newest rows, too.'}{' '}
      The command <code>counterstep privacy</code> says the same, with every file that is there and its size.
    </p>
    <section class="panel" aria-labelledby="files">
      <h2 id="files">Files</h2>
      <dl class="facts">
        {fileKinds.map(({ name, words }) => (
          <>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </>
        ))}
      </dl>
      <p>Elsewhere:</p>
      <ul>
        {elsewhere.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </section>
    {Object.entries(tablesInWords).map(([name, words]) => (
      <TablePart name={name} words={words} holding={holdings?.find(({ table }) => table === name)} />
    ))}
  </>
);
