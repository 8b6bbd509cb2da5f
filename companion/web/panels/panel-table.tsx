import { shareWords } from '../bands/interval';
import type { Reading } from '../bands/reading';
import { readingWords } from '../bands/reading';
import type { MeasuredLine } from './measure-panel';

/** A cell with a reading; its three states look different, not only by colour. */
export const ReadingCell = ({ reading }: { reading: Reading }) => (
  <td class={reading.state.replace(' ', '-')}>{readingWords(reading)}</td>
);

const changeWords = (line: MeasuredLine): string => {
  if (line.before.state === 'no report') return 'nothing to compare';
  return line.change ? `${line.change === 'more' ? 'larger' : 'smaller'} share` : 'no certain change';
};

/** The figures behind a panel's chart. */
export function PanelTable({ caption, lines }: { caption: string; lines: readonly MeasuredLine[] }) {
  return (
    <div class="scroll">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Answer</th>
            <th scope="col">This span</th>
            <th scope="col">Share</th>
            <th scope="col">Span before</th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr>
              <th scope="row">{line.label}</th>
              <ReadingCell reading={line.now} />
              <td>{line.nowShare ? shareWords(line.nowShare) : '–'}</td>
              <ReadingCell reading={line.before} />
              <td>{changeWords(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
