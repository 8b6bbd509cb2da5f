import { shareWords } from '../bands/interval';
import type { Reading } from '../bands/reading';
import { readBand, readCounter, readingWords } from '../bands/reading';
import type { View } from './panel';
import { referrals } from './referrals';
import { shoeVerdicts } from './shoe-verdicts';
import { finishedShare } from './span-figures';

function Figure({ label, reading, before }: { label: string; reading: Reading; before: Reading }) {
  return (
    <div class="figure">
      <dt>{label}</dt>
      <dd class={reading.state.replace(' ', '-')}>{readingWords(reading)}</dd>
      <dd class="against">before: {readingWords(before)}</dd>
    </div>
  );
}

/** The four figures an owner looks for first. */
export function KeyFigures({ view }: { view: View }) {
  const share = finishedShare(view.release);
  const shareBefore = finishedShare(view.before);
  const replace = shoeVerdicts.lines[0]?.counter ?? -1;
  const soon = referrals.lines[1]?.counter ?? -1;
  return (
    <dl class="figures">
      <Figure
        label="Finished checks"
        reading={readBand(view.release.finished)}
        before={readBand(view.before?.finished)}
      />
      <div class="figure">
        <dt>Finished, of those started</dt>
        <dd>{share ? shareWords(share) : 'cannot be stated'}</dd>
        <dd class="against">before: {shareBefore ? shareWords(shareBefore) : 'no report'}</dd>
      </div>
      <Figure
        label="Pairs to replace now"
        reading={readCounter(view.release, replace)}
        before={readCounter(view.before, replace)}
      />
      <Figure
        label="Told to see someone soon"
        reading={readCounter(view.release, soon)}
        before={readCounter(view.before, soon)}
      />
    </dl>
  );
}
