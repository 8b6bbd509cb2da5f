import { changeWords } from '../bands/chance';
import type { Interval } from '../bands/interval';
import { shareWords } from '../bands/interval';
import type { Reading } from '../bands/reading';
import { readingWords } from '../bands/reading';
import type { MeasuredLine } from './measure-panel';
import { Scroll } from './scroll';

/** A cell with a reading; its three states look different, not only by colour. */
export const ReadingCell = ({ reading }: { reading: Reading }) => (
  <td class={reading.state.replace(' ', '-')}>{readingWords(reading)}</td>
);

/** A cell with a share; a dash where none can be stated. */
export const ShareCell = ({ share }: { share: Interval | null }) => (
  <td class="share">{share ? shareWords(share) : '–'}</td>
);

type PanelTableProps = {
  caption: string;
  lines: readonly MeasuredLine[];
  /** What stands above the figures shown and above those they are compared with. */
  now: string;
  before: string;
};

/** The figures behind a panel's chart. */
export const PanelTable = ({ caption, lines, now: shown, before: earlier }: PanelTableProps) => (
  <Scroll label={`Table: ${caption}`}>
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Answer</th>
          <th scope="col">{shown}</th>
          <th scope="col">Share</th>
          <th scope="col">{earlier}</th>
          <th scope="col">Share before</th>
          <th scope="col">Change of share</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, now, before, change }) => (
          <tr>
            <th scope="row">{label}</th>
            <ReadingCell reading={now.reading} />
            <ShareCell share={now.share} />
            <ReadingCell reading={before.reading} />
            <ShareCell share={before.share} />
            <td>{changeWords(change)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);
