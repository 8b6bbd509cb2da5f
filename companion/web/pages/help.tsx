import type { PropsWithChildren } from 'hono/jsx';

const Part = ({ id, title, children }: PropsWithChildren<{ id: string; title: string }>) => (
  <section class="panel" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
);

const terms: [term: string, meaning: string][] = [
  ['Check', 'One shopper’s run through the questions. Its answers become counts and are gone.'],
  ['Sheet', 'A batch of counts on a kiosk. It closes when it holds enough checks and its day is over.'],
  ['Span', 'The closed sheets of a store since the last release; at least 100 finished checks.'],
  ['Release', 'What is published of a span, on a Monday. It never changes afterwards.'],
  [
    'Held back',
    'A store’s count of 0 to 9, or a chain’s below what it is rounded to. Not zero for certain, and not missing.',
  ],
  ['No report', 'Nothing was counted here at all: unknown, not zero.'],
  ['Data age', 'How long ago a kiosk last gave a genuine answer.'],
];

/** The contents of the help page. */
export const Help = () => (
  <>
    <h1>Help</h1>
    <div class="panels">
      <Part id="monday-h" title="Ten minutes on a Monday">
        <ol>
          <li>
            <a href="/">Overview</a>: what changed, what to order, whom to call, whether the kiosks are well.
          </li>
          <li>
            <a href="/shoes">Shoes</a>: ages, distances and wear, for the next order.
          </li>
          <li>
            <a href="/pain">Pain</a>: what to talk about with your local physios, and in your running group.
          </li>
          <li>
            <a href="/use">Use</a>: where runs are broken off, and when the kiosk is used.
          </li>
          <li>Print the overview if you like: it fits one page.</li>
        </ol>
      </Part>
      <Part id="staff-h" title="For the people at the counter">
        <p>
          <a href="/advice/staff">What staff’s cards mean, and what is never said or done</a>: in four
          languages, to read or print, open to everybody.
        </p>
      </Part>
      <Part id="numbers-h" title="How to read a number">
        <p>
          Every count of a store is rounded down to tens, so “30 to 39” is all that anyone can know; a chain’s
          totals are rounded further, as their page says. A share such as “31 to 42 %” holds for every count
          behind it. Drawings are solid as far as a share surely reaches and hatched as far as it may.
        </p>
        <p>
          A change is called one only if it holds for every count behind the rounded ones and is more than
          chance: shoppers who were the same as before would show it in fewer than 1 of 20 comparisons. “None:
          may be chance” and “none: may be rounding” say which of the two stood in the way.
        </p>
      </Part>
      <Part id="words-h" title="Words">
        <dl class="facts">
          {terms.map(([term, meaning]) => (
            <>
              <dt>{term}</dt>
              <dd>{meaning}</dd>
            </>
          ))}
        </dl>
      </Part>
      <Part id="silent-h" title="When a kiosk is silent">
        <ol>
          <li>Is it switched on? Its screen shows the first question.</li>
          <li>Is the companion’s computer on, and within a few metres, without a wall of metal between?</li>
          <li>Switch the kiosk off and on. No count is lost.</li>
          <li>
            Still silent after an hour: <code>counterstep doctor</code> on the companion’s computer says what
            it finds.
          </li>
        </ol>
        <p class="note">A kiosk goes on counting while nobody hears it, for months.</p>
      </Part>
      <Part id="files-h" title="Files and other tools">
        <p>
          Every chart has its table under “Table” and the same figures under “CSV”. An address is a view:
          store it or send it, and it shows the same span again.
        </p>
        <p>
          Other programs read <a href="/api/v1/openapi.json">the JSON API</a> and <code>/metrics</code> with a
          token. How to run, back up and update the companion stands in{' '}
          <code>companion/docs/operations.md</code>, the API in <code>companion/docs/api.md</code>, beside the
          program.
        </p>
      </Part>
      <Part id="not-h" title="What this is not">
        <p>
          These are counts of what shoppers pressed. They are no findings about anyone’s knee, no measure of a
          member of staff, and no proof that a habit or a shoe causes a pain.
        </p>
      </Part>
    </div>
  </>
);
