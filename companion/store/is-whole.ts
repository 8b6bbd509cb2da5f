import Libsql from 'libsql';
import { z } from 'zod';

const answer = z.object({ integrity_check: z.string() });
/** What says that a file's contents are wrong; every other error is of the disk, or of who may read it. */
const DAMAGE = /^SQLITE_(?:CORRUPT|NOTADB)/;

/** What a database file is found to be: `unread` says nothing about its contents. */
export type Wholeness = { readonly state: 'whole' | 'damaged' } | { readonly state: 'unread'; why: string };

/** Reads every page of a database file. */
export function examineFile(path: string): Wholeness {
  try {
    const libsql = new Libsql(path);
    try {
      const { integrity_check: found } = answer.parse(libsql.prepare('PRAGMA integrity_check(1)').get());
      return { state: found === 'ok' ? 'whole' : 'damaged' };
    } finally {
      libsql.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return DAMAGE.test(code) ? { state: 'damaged' } : { state: 'unread', why: code || String(error) };
  }
}

/** Whether every page of a database file could be read and is as it should be. */
export const isWhole = (path: string): boolean => examineFile(path).state === 'whole';
