import { shareWords } from '../bands/interval';
import { readFinished, readingWords, readStarted } from '../bands/reading';
import type { ChainView } from './chain-view';
import { CANNOT, Figure, finishedShareWords, LineFigure } from './key-figures';
import { referrals } from './referrals';
import { shoeVerdicts } from './shoe-verdicts';
import { finishedShare } from './span-figures';

/** The four figures that a chain's owner looks for first, each beside the same figure of the quarter before. */
export function ChainFigures({ view }: { view: ChainView }) {
  const share = finishedShare([view.release]);
  const { stores, spans } = view.record;
  return (
    <dl class="figures">
      <Figure
        label="Finished checks"
        value={readFinished([view.release])}
        now={`${stores} stores, ${spans} spans`}
        before={readingWords(readFinished(view.earlier))}
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
