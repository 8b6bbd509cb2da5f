import { type DataFile, elsewhere } from './data-files';
import { columnsOf, type Holding, sayRows } from './holdings';
import { notPromised, type Promised, promises } from './promises';

/** Every byte that a companion holds, in words, as plain text; without holdings there is no database yet. */
export function describePrivacy(
  dataFolder: string,
  files: readonly DataFile[],
  databases: readonly { readonly kind: string; readonly holdings: readonly Holding[] }[],
): string {
  return [
    `Files in ${dataFolder}`,
    ...(files.length > 0 ? files.map(describeFile) : ['  none: nothing is held']),
    '',
    'Elsewhere',
    ...elsewhere.map((sentence) => `- ${sentence}`),
    '',
    ...databases.flatMap(({ kind, holdings }) => [
      `Tables of the ${kind} database`,
      '',
      ...holdings.flatMap(describeHolding),
    ]),
    'Promised, and the tests that prove it',
    ...promises.flatMap(describePromise),
    '',
    'Not promised',
    ...notPromised.flatMap(describePromise),
    '',
  ].join('\n');
}

function describeFile({ name, bytes, words }: DataFile): string {
  return `  ${name}, ${bytes} bytes: ${words}`;
}

function describeHolding(holding: Holding): string[] {
  const { table, words, rowCount } = holding;
  return [
    `${table}: ${sayRows(rowCount)}`,
    `  ${words.purpose}`,
    `  Kept: ${words.kept}.`,
    ...columnsOf(holding).map(([name, { holds, hiddenBecause }]) =>
      hiddenBecause === undefined
        ? `  - ${name}: ${holds}`
        : `  - ${name}: ${holds} (shown to nobody: ${hiddenBecause})`,
    ),
    '',
  ];
}

function describePromise({ sentence, tests }: Promised): string[] {
  return [`- ${sentence}`, ...(tests.length > 0 ? [`  ${tests.join(', ')}`] : [])];
}
