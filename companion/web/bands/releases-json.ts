import { counterKeys } from '../../../shared/check/codes';
import type { Band, ReleaseRecord } from '../../release/release-record';
import { readBand } from './reading';

/** A published figure in an export: a number stands for every count from `atLeast` to `atMost`. */
type ExportedFigure =
  | { readonly state: 'number'; readonly atLeast: number; readonly atMost: number }
  | { readonly state: 'held back' | 'no report' };

/** One release in an export; figures by their key. */
interface ExportedRelease extends Omit<ReleaseRecord, 'bands' | 'finished' | 'started'> {
  readonly figures: Readonly<Record<string, ExportedFigure>>;
}

/** Every released figure of some stores, in its three states, in the order of the releases. */
export function exportReleases(releases: readonly ReleaseRecord[]): ExportedRelease[] {
  return releases.map(({ bands, finished, started, ...release }) => ({
    ...release,
    figures: exportFigures({ bands, finished, started }),
  }));
}

/** Every published figure by its key; without a record all are "no report". */
export function exportFigures(
  record: Pick<ReleaseRecord, 'bands' | 'finished' | 'started' | 'bandWidth'> | null,
): Readonly<Record<string, ExportedFigure>> {
  return Object.fromEntries([
    ['finished', exportBand(record?.finished, record?.bandWidth)],
    ['started', exportBand(record?.started, record?.bandWidth)],
    ...counterKeys.map(
      (key, counter) => [key, exportBand(record?.bands[counter], record?.bandWidth)] as const,
    ),
  ]);
}

function exportBand(band: Band | undefined, width: number | undefined): ExportedFigure {
  const reading = readBand(band, width);
  if (reading.state !== 'number') return { state: reading.state };
  return { state: 'number', atLeast: reading.low, atMost: reading.high };
}
