import Libsql from 'libsql';
import { z } from 'zod';

const answer = z.object({ integrity_check: z.string() });

/** Reads every page of a database file; false when one is not as it should be. */
export function isWhole(path: string): boolean {
  try {
    const libsql = new Libsql(path);
    try {
      return answer.parse(libsql.prepare('PRAGMA integrity_check(1)').get()).integrity_check === 'ok';
    } finally {
      libsql.close();
    }
  } catch {
    return false;
  }
}
