import { FILE_HEADER_BYTES } from '../ledger/place';
import { type StorageFile, storedBytes } from './image';

/** What one board may hold; the lines of `firmware/budget.json`. */
export interface Budget {
  /** the file `ledger` with its header */
  ledgerBytes: number;
  /** `app` and `.boot0` */
  codeBytes: number;
  /** all languages that are flashed together */
  languageBytes: number;
  pictureBytes: number;
  /** Storage's headers of all files but the ledger, and the gaps between files */
  headerBytes: number;
  /** everything; below Storage's size, so that Storage never has a reason to compact */
  sumBytes: number;
  /** room that the ledger's fixed part must keep for QR codes */
  qrBytes: number;
  /** functions with a name in `app` and `.boot0`: each takes about 7.5 variables while the kiosk runs */
  namedFunctions: number;
}

/** What a file is, and so which line of the budget it stands on. */
export type FileKind = 'ledger' | 'code' | 'language' | 'picture' | 'spare';

/** A file and its line of the budget. */
export interface BudgetedFile extends StorageFile {
  kind: FileKind;
}

/** One line of the budget and what stands on it. */
export interface BudgetLine {
  name: keyof Budget;
  used: number;
  limit: number;
}

/** The name of the file that keeps the room of what does not exist yet. */
export const SPARE_NAME = 'spare';

/**
 * A file of 0xFF that fills the room which the budget promises to further languages and to pictures, so that the
 * image has today the size it will have then.
 *
 * @returns undefined when that room is used up
 */
export function buildSpareFile(files: readonly BudgetedFile[], budget: Budget): BudgetedFile | undefined {
  const used = sumBytes(files, 'language') + sumBytes(files, 'picture');
  const left = budget.languageBytes + budget.pictureBytes - used;
  if (left <= 0) return undefined;
  return { name: SPARE_NAME, kind: 'spare', bytes: new Uint8Array(left).fill(0xff) };
}

/**
 * Compares a board's files with its budget, line by line.
 *
 * @param freeFixedBytes  bytes that the fonts leave in the ledger's fixed part
 * @param namedFunctions  functions with a name in all code
 */
export function weigh(
  files: readonly BudgetedFile[],
  freeFixedBytes: number,
  namedFunctions: number,
  budget: Budget,
): BudgetLine[] {
  const stored = files.reduce((sum, file) => sum + storedBytes(file.bytes.length), 0);
  const data = files.reduce((sum, file) => sum + file.bytes.length, 0);
  const used: Budget = {
    ledgerBytes: sumBytes(files, 'ledger') + FILE_HEADER_BYTES,
    codeBytes: sumBytes(files, 'code'),
    languageBytes: sumBytes(files, 'language'),
    pictureBytes: sumBytes(files, 'picture'),
    headerBytes: stored - data - FILE_HEADER_BYTES,
    sumBytes: stored,
    qrBytes: budget.qrBytes,
    namedFunctions,
  };
  const limits: Budget = { ...budget, qrBytes: freeFixedBytes };
  const names = Object.keys(used) as (keyof Budget)[];
  return names.map((name) => ({ name, used: used[name], limit: limits[name] }));
}

/** A table for people: every line with what is used, allowed and left. */
export function describeBudget(lines: readonly BudgetLine[]): string {
  return lines
    .map(({ name, used, limit }) => {
      const left = limit - used;
      const columns = [used, limit].map((figure) => String(figure).padStart(7));
      return `${name.padEnd(15)}${columns.join(' of')}  ${left < 0 ? `${-left} TOO MANY` : `${left} left`}`;
    })
    .join('\n');
}

function sumBytes(files: readonly BudgetedFile[], kind: FileKind): number {
  return files.filter((file) => file.kind === kind).reduce((sum, file) => sum + file.bytes.length, 0);
}
