import type { PropsWithChildren } from 'hono/jsx';
import type { KioskHealth } from '../../store/kiosk-health';
import { earlierWords, sayChanges } from './changes';
import { sayReferrals, sayShoes, sayShoppers } from './facts';
import { judgeKiosk } from './judge-kiosk';
import type { View } from './panel';
import { sumUpKiosks } from './sum-up-kiosks';

const Block = ({ title, children }: PropsWithChildren<{ title: string }>) => (
  <div>
    <h2>{title}</h2>
    {children}
  </div>
);

/** So many sentences of a list leave room for the rest of the page on paper. */
const PRINTED_MAX = 4;

const List = ({ sentences }: { sentences: readonly string[] }) => (
  <ul>
    {sentences.map((sentence, index) => (
      <li class={index < PRINTED_MAX ? undefined : 'off-paper'}>{sentence}</li>
    ))}
  </ul>
);

function Changes({ view }: { view: View }) {
  const earlier = earlierWords(view);
  const changes = sayChanges(view);
  if (earlier === null) return <p>This is the first released span, so there is none to compare it with.</p>;
  if (changes.length === 0)
    return <p>Nothing for certain against {earlier}: rounding or chance can explain every difference.</p>;
  return (
    <>
      <List sentences={changes} />
      <p class="note">
        {changes.length > PRINTED_MAX ? (
          <span class="on-paper">And {changes.length - PRINTED_MAX} more, on the dashboard. </span>
        ) : null}
        Against {earlier}. Each change holds for every count behind the rounded ones, and chance alone would
        show one this large in fewer than 1 of 20 comparisons.
      </p>
    </>
  );
}

type InShortProps = { view: View; kiosks: readonly KioskHealth[]; nowMs: number };

/** What an owner wants to know on a Monday: what changed, what to order, whom to call, whether the kiosks are well. */
export function InShort({ view, kiosks, nowMs }: InShortProps) {
  const needCare = kiosks.filter((kiosk) => judgeKiosk(kiosk, nowMs).state !== 'well');
  return (
    <section class="panel in-short" aria-label="In short">
      <Block title="What changed">
        <Changes view={view} />
      </Block>
      <Block title="Who came">
        <List sentences={sayShoppers(view)} />
      </Block>
      <Block title="What to order">
        <List sentences={sayShoes(view)} />
      </Block>
      <Block title="Whom to call">
        <List sentences={sayReferrals(view)} />
      </Block>
      <Block title="Kiosks now">
        <p>
          {sumUpKiosks(kiosks, nowMs)}{' '}
          <a class="to-kiosks" href="/kiosks">
            See the kiosks
          </a>
        </p>
        <ul class="off-paper">
          {needCare.map((kiosk) => {
            const { word, advice } = judgeKiosk(kiosk, nowMs);
            return <li>{`${kiosk.name}: ${word.toLowerCase()}. ${advice.join(' ')}`.trim()}</li>;
          })}
        </ul>
      </Block>
    </section>
  );
}
