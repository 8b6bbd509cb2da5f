import type { Context } from 'hono';
import { closingDay, nextQuarter, quarterOf } from '../../release/chain/close-quarter';
import type { Quarter } from '../../store/quarter';
import { dateWords } from '../bands/dates';
import { outcomeWords, quarterDays, quarterWords, sayOutcome } from '../bands/quarters';
import { readBand } from '../bands/reading';
import type { Deps } from '../deps';
import { ChainSteps } from '../pages/chain-steps';
import { Layout } from '../pages/layout';
import { Legend } from '../pages/legend';
import { refuse } from '../pages/refusals';
import { ChainFigures } from '../panels/chain-figures';
import { ChainPanel } from '../panels/chain-panel';
import { type ChainView, viewQuarter } from '../panels/chain-view';
import { overviewPanels } from '../panels/every-panel';
import { ReadingCell } from '../panels/panel-table';
import { Scroll } from '../panels/scroll';
import type { Site } from '../site';

const addressOf = (quarter: string): string => `/chain?${new URLSearchParams({ quarter })}`;

const QuarterHeader = ({ shown, older, newer }: { shown: Quarter; older?: Quarter; newer?: Quarter }) => (
  <div class="span-header">
    <p class="store">All stores together</p>
    <h1>Chain totals</h1>
    <p class="dates">
      {quarterWords(shown.quarter)}
      <span class="published">
        {' '}
        · closed <time datetime={shown.closedOn}>{dateWords(shown.closedOn)}</time>
      </span>
    </p>
    <nav aria-label="Quarters" class="steps">
      {older ? (
        <a rel="prev" href={addressOf(older.quarter)}>
          ← Quarter before
        </a>
      ) : null}
      {newer ? (
        <a rel="next" href={addressOf(newer.quarter)}>
          Quarter after →
        </a>
      ) : (
        <span>Newest closed quarter</span>
      )}
    </nav>
  </div>
);

const QuartersTable = ({ quarters }: { quarters: readonly Quarter[] }) => (
  <section class="panel wide" aria-labelledby="quarters-h">
    <h2 id="quarters-h">Every quarter</h2>
    <Scroll label="Table: every quarter">
      <table>
        <caption>Calendar quarters that have closed, the newest first</caption>
        <thead>
          <tr>
            <th scope="col">Quarter</th>
            <th scope="col">Outcome</th>
            <th scope="col">Stores</th>
            <th scope="col">Spans</th>
            <th scope="col">Finished checks</th>
            <th scope="col">Closed</th>
          </tr>
        </thead>
        <tbody>
          {quarters.map(({ quarter, outcome, closedOn, record }) => (
            <tr>
              <th scope="row">
                <a href={addressOf(quarter)}>{quarterWords(quarter)}</a>
              </th>
              <td>{outcomeWords(outcome)}</td>
              <td>{record?.stores ?? '–'}</td>
              <td>{record?.spans ?? '–'}</td>
              <ReadingCell reading={readBand(record?.finished, record?.bandWidth)} />
              <td>{dateWords(closedOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
    <p class="foot">
      <a class="csv" href="/csv/quarters.csv" aria-label="CSV file: every quarter">
        CSV
      </a>
    </p>
  </section>
);

/** When the next quarter closes. */
function sayNext(quarters: readonly Quarter[], nowMs: number): string {
  const today = new Date(nowMs).toISOString().slice(0, 10);
  const next = quarters[0] ? nextQuarter(quarters[0].quarter) : quarterOf(today);
  const closesOn = closingDay(next);
  return closesOn > today
    ? `${quarterWords(next)} closes on ${dateWords(closesOn)}, with what has come here by then.`
    : `${quarterWords(next)} is over and waited for; its audit is under way or about to begin.`;
}

const Totals = ({ view }: { view: ChainView }) => (
  <>
    <ChainFigures view={view} />
    <Legend before="quarter before" width={view.record.bandWidth} />
    <div class="panels brief">
      {overviewPanels.map((panel) => (
        <ChainPanel panel={panel} view={view} />
      ))}
    </div>
  </>
);

/** GET /chain. What all stores of a chain counted together in a calendar quarter; without a query the newest. */
export const chainRoute = (deps: Deps, site: Site) => async (c: Context) => {
  const quarters = await deps.readModel.listQuarters();
  const asked = c.req.query('quarter');
  const at = asked === undefined ? 0 : quarters.findIndex(({ quarter }) => quarter === asked);
  if (at < 0) return refuse(c, site, 'quarter-unknown');
  const shown = quarters[at];
  const [newer, older] = [quarters[at - 1], quarters[at + 1]];
  const view = shown ? viewQuarter(shown, older) : null;
  return c.html(
    <Layout
      site={site}
      title="Chain totals"
      path="/stores"
      isSimulated={view?.record.isSimulated ?? false}
      live="releases"
      {...(view && { bandWidth: view.record.bandWidth })}
    >
      <ChainSteps path="/chain" />
      {shown ? (
        <QuarterHeader shown={shown} {...(older && { older })} {...(newer && { newer })} />
      ) : (
        <h1>Chain totals</h1>
      )}
      {shown ? (
        <p>
          <strong>{startLarge(outcomeWords(shown.outcome))}.</strong> {sayOutcome(shown.outcome)}
        </p>
      ) : null}
      {view ? <Totals view={view} /> : null}
      {quarters.length > 0 ? <QuartersTable quarters={quarters} /> : null}
      <p class="note">
        {sayNext(quarters, deps.nowMs())} A total is of exactly the spans that at least ten stores released in
        a calendar quarter ({shown ? quarterDays(shown.quarter) : 'January to March, and so on'}) and that
        came here within 28 days of its end. It is rounded down to tens, from twenty spans on to 20, 50 or 100
        (the number of spans alone decides it), audited, stored once and never changed; less than that is held
        back. Nobody chooses stores, regions or days: totals that differ by a few stores would tell about
        those. The stores behind two quarters may differ.
      </p>
    </Layout>,
  );
};

const startLarge = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);
