import { shareWords } from '../bands/interval';
import type { Reading } from '../bands/reading';
import { readFinished, readingWords, readStarted } from '../bands/reading';
import { measurePanel } from './measure-panel';
import type { CounterPanel, View } from './panel';
import { referrals } from './referrals';
import { shoeVerdicts } from './shoe-verdicts';
import { finishedPerDay, finishedShare, perDayWords } from './span-figures';

type FigureProps = {
  label: string;
  /** A reading in one of its states, or a figure that was worked out from several. */
  value: Reading | string;
  now: string | null;
  before: string | null;
};

/** One large figure with what it means beside it and what it was before. */
export const Figure = ({ label, value, now, before }: FigureProps) => (
  <div class="figure">
    <dt>{label}</dt>
    {typeof value === 'string' ? (
      <dd>{value}</dd>
    ) : (
      <dd class={value.state.replace(' ', '-')}>{readingWords(value)}</dd>
    )}
    <dd class="against">{now ?? 'no share can be stated'}</dd>
    <dd class="against">before: {before ?? 'no report'}</dd>
  </div>
);

function LineFigure({
  label,
  panel,
  code,
  view,
}: {
  label: string;
  panel: CounterPanel;
  code: string;
  view: View;
}) {
  const line = measurePanel(panel, view).find((measured) => measured.code === code);
  if (!line) return null;
  const { now, before } = line;
  return (
    <Figure
      label={label}
      value={now.reading}
      now={now.share && `${shareWords(now.share)} of ${panel.shareOf}`}
      before={before.share && shareWords(before.share)}
    />
  );
}

/** The four figures an owner looks for first, each beside the same figure of the spans before. */
export function KeyFigures({ view }: { view: View }) {
  const share = finishedShare([view.release]);
  const shareBefore = finishedShare(view.earlier);
  const rate = finishedPerDay([view.release]);
  const rateBefore = finishedPerDay(view.earlier);
  return (
    <dl class="figures">
      <Figure
        label="Finished checks"
        value={readFinished([view.release])}
        now={rate && `${perDayWords(rate)} a day`}
        before={rateBefore && perDayWords(rateBefore)}
      />
      <Figure
        label="Finished, of those started"
        value={share ? shareWords(share) : 'cannot be stated'}
        now={`started: ${readingWords(readStarted([view.release]))}`}
        before={shareBefore && shareWords(shareBefore)}
      />
      <LineFigure label="Pairs to replace now" panel={shoeVerdicts} code="shoe.replace_now" view={view} />
      <LineFigure label="Told to see someone soon" panel={referrals} code="referral.soon" view={view} />
    </dl>
  );
}
