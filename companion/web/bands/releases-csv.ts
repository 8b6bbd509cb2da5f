import { counterKeys } from '../../../shared/check/codes';
import type { Band, ReleaseRecord } from '../../release/release-record';
import { writeCsv } from './csv';
import { type Reading, readBand } from './reading';

/** The three columns of a reading in every CSV file: state, at_least, at_most; empty where there is no number. */
export function readingFields(reading: Reading): readonly (string | number)[] {
  return reading.state === 'number' ? ['number', reading.low, reading.high] : [reading.state, '', ''];
}

const bandFields = (band: Band | undefined) => readingFields(readBand(band));

/** Every released figure of one store, one line each, the newest span first. */
export function releasesCsv(releases: readonly ReleaseRecord[]): string {
  const header = ['store', 'span', 'first_day', 'last_day', 'published_on', 'simulated', 'figure', 'state'];
  const rows = releases.flatMap((release) => {
    const { storeId, spanNo, firstDay, lastDay, publishedOn, isSimulated } = release;
    const span = [storeId, spanNo, firstDay, lastDay, publishedOn, isSimulated ? 'yes' : 'no'];
    return [
      [...span, 'finished', ...bandFields(release.finished)],
      [...span, 'started', ...bandFields(release.started)],
      ...counterKeys.map((key, counter) => [...span, key, ...bandFields(release.bands[counter])]),
    ];
  });
  return writeCsv([...header, 'at_least', 'at_most'], rows);
}
