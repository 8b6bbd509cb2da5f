import { findDifferingQuarters } from '../store/keep-quarters';
import type { Db } from '../store/tables';
import { bad, type Finding } from './finding';

/** Quarters that a chain has published twice, differently; nothing where there is none. */
export async function examineQuarters(db: Db, dataFolder: string): Promise<Finding[]> {
  return (await findDifferingQuarters(db, dataFolder)).map((quarter) =>
    bad(
      'Chain',
      `The database says something else of ${quarter} than this companion has published: whoever saw both can subtract ` +
        `them. Stop every companion on this database, delete the row of ${quarter} from its table quarter, and start ` +
        'this one first: it puts back what was published.',
    ),
  );
}
