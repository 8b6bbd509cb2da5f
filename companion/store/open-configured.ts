import type { Clock } from '../clock';
import type { Config } from '../config/config';
import { CompanionError } from '../errors';
import { type DataKind, hasDatabase, type OpenStore, openStore } from './open-store';

type Place = Pick<Config, 'dataFolder' | 'databaseUrl'>;

/**
 * Opens the database that the settings name: PostgreSQL when `databaseUrl` is set, otherwise the file in the data
 * folder. Simulated data is always a file.
 *
 * @throws CompanionError as `openStore` and `openPostgres` do
 */
export async function openConfigured(place: Place, kind: DataKind, clock: Clock): Promise<OpenStore> {
  if (kind === 'simulated' || place.databaseUrl === undefined)
    return openStore(place.dataFolder, kind, clock);
  const { openPostgres } = await import('./open-postgres'); // most stores never need it
  return openPostgres(place.databaseUrl, kind, clock);
}

/** Whether there is a database of this kind. */
export function isThere(place: Place, kind: DataKind): boolean {
  return (kind === 'real' && place.databaseUrl !== undefined) || hasDatabase(place.dataFolder, kind);
}

/** Real data when there is any, else simulated. Throws CompanionError `nothing-here` when there is neither. */
export function chooseKind(place: Place, isSimulatedWanted: boolean): DataKind {
  const kind = !isSimulatedWanted && isThere(place, 'real') ? 'real' : 'simulated';
  if (!isThere(place, kind)) throw new CompanionError('nothing-here', place.dataFolder);
  return kind;
}
