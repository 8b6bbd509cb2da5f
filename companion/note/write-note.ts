import type { KioskHealth } from '../store/kiosk-health';
import { dateWords, spanWords } from '../web/bands/dates';
import { earlierWords, sayChanges } from '../web/panels/changes';
import { sayReferrals, sayShoes, sayShoppers } from '../web/panels/facts';
import type { View } from '../web/panels/panel';
import { sumUpKiosks } from '../web/panels/sum-up-kiosks';
import { viewQuery } from '../web/query';

const WIDTH = 76;

/** What a note is written from. */
export interface NoteContents {
  readonly view: View;
  readonly kiosks: readonly KioskHealth[];
  /** Unix time in ms; the age of the kiosks' data is as of then */
  readonly nowMs: number;
  /** where the dashboard is, for example `https://kiosks.example.org`; null: it is not said */
  readonly dashboard: string | null;
}

/** A note's first line: of which store and which days it is. */
export function noteSubject({ view: { store, release } }: NoteContents): string {
  return `${oneLine(store.name)}, ${spanWords(release.firstDay, release.lastDay)}`;
}

/** A release as plain text: what the overview says in sentences, without pictures. */
export function writeNote(contents: NoteContents): string {
  const { view, kiosks, nowMs, dashboard } = contents;
  const { release } = view;
  const changes = sayChanges(view);
  const compared = earlierWords(view);
  const parts = [
    ...(release.isSimulated ? ['SIMULATED: kiosks and shoppers are made up.'] : []),
    `${noteSubject(contents)}\nSpan ${release.spanNo}, published ${dateWords(release.publishedOn)}`,
    list('Shoppers', sayShoppers(view)),
    list('Shoes', sayShoes(view)),
    list('Referrals', sayReferrals(view)),
    list(
      compared === null ? 'Changes' : `Changes against ${compared}`,
      compared === null
        ? ['This is the first released span: there is nothing to compare with.']
        : changes.length > 0
          ? changes
          : ['None that holds for all counts behind the bands and is more than chance.'],
    ),
    list('Kiosks', [sumUpKiosks(kiosks, nowMs)]),
    wrap(
      'Counts are rounded down to tens: "30 to 39" is any number of these; 0 to 9 is held back. For information ' +
        'only: counts of what shoppers pressed, not findings about anyone’s knee.',
    ),
    ...(dashboard === null ? [] : [`${dashboard}/${viewQuery(view)}`]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function list(title: string, sentences: readonly string[]): string {
  return [title, ...sentences.map((sentence) => wrap(`- ${sentence}`, '  '))].join('\n');
}

/** Breaks a line at blanks so that it fits; what follows is indented. */
function wrap(text: string, indent = ''): string {
  let line = '';
  const lines: string[] = [];
  for (const word of oneLine(text).split(' ')) {
    if (line.length + word.length >= WIDTH && line.trim() !== '') {
      lines.push(line);
      line = indent + word;
    } else {
      line += line === '' ? word : ` ${word}`;
    }
  }
  return [...lines, line].join('\n');
}

/** A text of somebody's keyboard as one line. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}
