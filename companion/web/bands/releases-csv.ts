import { counterKeys } from '../../../shared/check/codes';
import type { Band, ReleaseRecord } from '../../release/release-record';
import { writeCsv } from './csv';
import { bandTop, readBand } from './reading';

/** The three columns of a reading in every CSV file: state, at_least, at_most; empty where there is no number. */
export function readingFields(band: Band | undefined): readonly (string | number)[] {
  const reading = readBand(band);
  if (reading.state === 'number') return ['number', reading.low, bandTop(reading.low)];
  return [reading.state, '', ''];
}

/** Every released figure of one store, one line each, the newest span first. */
export function releasesCsv(releases: readonly ReleaseRecord[]): string {
  const header = ['store', 'span', 'first_day', 'last_day', 'published_on', 'simulated', 'figure', 'state'];
  const rows = releases.flatMap((release) => {
    const { storeId, spanNo, firstDay, lastDay, publishedOn, isSimulated } = release;
    const span = [storeId, spanNo, firstDay, lastDay, publishedOn, isSimulated ? 'yes' : 'no'];
    return [
      [...span, 'finished', ...readingFields(release.finished)],
      [...span, 'started', ...readingFields(release.started)],
      ...counterKeys.map((key, counter) => [...span, key, ...readingFields(release.bands[counter])]),
    ];
  });
  return writeCsv([...header, 'at_least', 'at_most'], rows);
}
