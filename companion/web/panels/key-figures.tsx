import { shareWords } from '../bands/interval';
import type { Reading } from '../bands/reading';
import { readFinished, readingWords, readStarted, type Spans } from '../bands/reading';
import { type MeasuredSpans, measurePanel } from './measure-panel';
import type { Compared, CounterPanel, View } from './panel';
import { referrals } from './referrals';
import { shoeVerdicts } from './shoe-verdicts';
import { finishedPerDay, finishedShare, perDayWords } from './span-figures';

export const CANNOT = 'cannot be stated';
export const NO_REPORT = 'no report';

type FigureProps = {
  label: string;
  /** A reading in one of its states, or a figure that was worked out from several. */
  value: Reading | string;
  now: string | null;
  /** The same figure of the spans before, or the state that stands in place of one. */
  before: string;
};

/** A share of the spans before in words; without one, why: it was held back, none was reported, or none can be stated. */
const shareBefore = ({ reading, share }: Pick<MeasuredSpans, 'reading' | 'share'>): string => {
  if (reading.state !== 'number') return readingWords(reading);
  return share ? shareWords(share) : CANNOT;
};

/** The share of started runs that were finished in some spans, or why there is none. */
export const finishedShareWords = (spans: Spans): string =>
  shareBefore({ reading: readFinished(spans), share: finishedShare(spans) });

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
    <dd class="against">before: {before}</dd>
  </div>
);

/** One line of a panel as a figure; nothing when the panel has no such line. */
export function LineFigure({
  label,
  panel,
  code,
  view,
}: {
  label: string;
  panel: CounterPanel;
  code: string;
  view: Compared;
}) {
  const line = measurePanel(panel, view).find((measured) => measured.code === code);
  if (!line) return null;
  const { now, before } = line;
  return (
    <Figure
      label={label}
      value={now.reading}
      now={now.share && `${shareWords(now.share)} of ${panel.shareOf}`}
      before={shareBefore(before)}
    />
  );
}

/** The four figures an owner looks for first, each beside the same figure of the spans before. */
export function KeyFigures({ view }: { view: View }) {
  const share = finishedShare([view.release]);
  const rate = finishedPerDay([view.release]);
  const rateBefore = finishedPerDay(view.earlier);
  return (
    <dl class="figures">
      <Figure
        label="Finished checks"
        value={readFinished([view.release])}
        now={rate && `${perDayWords(rate)} a day`}
        before={rateBefore ? perDayWords(rateBefore) : NO_REPORT}
      />
      <Figure
        label="Finished, of those started"
        value={share ? shareWords(share) : CANNOT}
        now={`started: ${readingWords(readStarted([view.release]))}`}
        before={finishedShareWords(view.earlier)}
      />
      <LineFigure label="Pairs to replace now" panel={shoeVerdicts} code="shoe.replace_now" view={view} />
      <LineFigure label="Told to see someone soon" panel={referrals} code="referral.soon" view={view} />
    </dl>
  );
}
