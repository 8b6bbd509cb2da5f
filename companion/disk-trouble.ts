/** Codes of Node and of the database for a disk that takes nothing more, or answers with errors. */
const CODES = /^(?:ENOSPC|EDQUOT|EFBIG|EIO|SQLITE_FULL|SQLITE_IOERR.*)$/;

/** Whether an error, or what caused it, is the disk's: full, over a limit or broken. */
export function isDiskTrouble(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause) {
    if ('code' in one && typeof one.code === 'string' && CODES.test(one.code)) return true;
  }
  return false;
}
