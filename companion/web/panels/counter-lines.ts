import { counterKeys } from '../../../shared/check/codes';
import type { CounterLine } from './panel';

/**
 * The lines of a panel from the owner's names of its counters.
 *
 * @param table  what the keys of its counters start with; empty for counters of no table
 * @param names  the rest of each key, and its name for an owner
 * @throws RangeError for a key that is no counter
 */
export function counterLines(table: string, names: Readonly<Record<string, string>>): CounterLine[] {
  return Object.entries(names).map(([code, label]) => {
    const key = table ? `${table}.${code}` : code;
    const counter = counterKeys.indexOf(key);
    if (counter < 0) throw new RangeError(`no counter is called ${key}`);
    return { counter, code: key, label };
  });
}
