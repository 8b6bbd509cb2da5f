import { raw } from 'hono/html';
import type { PropsWithChildren } from 'hono/jsx';
import { ChartDefs } from '../charts/chart-svg';
import type { LiveTopic } from '../deps';
import type { Site } from '../site';
import { countPages, type NavigationLink, upkeepPages } from './navigation';

const Links = ({ pages, path }: { pages: readonly NavigationLink[]; path: string }) => (
  <ul>
    {pages.map((page) => (
      <li>
        <a href={page.path} aria-current={page.path === path ? 'page' : undefined}>
          {page.words}
        </a>
      </li>
    ))}
  </ul>
);

type LayoutProps = PropsWithChildren<{
  site: Site;
  title: string;
  /** The path of this page, to mark it in the navigation. */
  path: string;
  /** Simulated releases are marked in a companion that is not simulated, too. */
  isSimulated?: boolean;
  /** What makes this page fetch itself again; without script it simply stays as it is. */
  live?: LiveTopic;
  script?: string;
  /** A page for people who are not signed in: without navigation. */
  isBare?: boolean;
  /** How many whole numbers are published as one in the totals of a chain that the page shows. */
  bandWidth?: number;
}>;

/** The frame of every page. */
export function Layout(props: LayoutProps) {
  const { site, title, path, isSimulated, live, script, isBare, bandWidth, children } = props;
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{`${title} · Counterstep`}</title>
          <link rel="stylesheet" href={site.assetUrl('style.css')} />
          <link rel="icon" href={site.assetUrl('icon.svg')} type="image/svg+xml" />
          {live ? <script src={site.assetUrl('live.js')} type="module" /> : null}
          {script ? <script src={site.assetUrl(script)} type="module" /> : null}
        </head>
        <body>
          <a class="skip" href="#main">
            Skip to the contents
          </a>
          {site.isSimulated || isSimulated ? (
            <aside class="simulated">
              <strong>Simulated.</strong> These kiosks and shoppers are made up; no real person gave an
              answer.
            </aside>
          ) : null}
          <header class="top">
            <a class="brand" href="/">
              Counterstep
            </a>
            {isBare ? null : (
              <nav aria-label="Pages">
                <Links pages={countPages} path={path} />
                <Links pages={upkeepPages(site)} path={path} />
              </nav>
            )}
          </header>
          <p id="live-status" class="unseen" role="status" />
          <main id="main" tabindex={-1} data-live={live}>
            <ChartDefs />
            {children}
          </main>
          <footer>
            <p>
              For information only: counts of what shoppers pressed, not findings about anyone’s knee. The
              kiosk’s texts are machine-made and have not been reviewed by a clinician.
            </p>
            <p>
              A store’s counts are rounded down to tens; 0 to 9 is held back.
              {bandWidth
                ? ` The chain’s totals on this page are rounded down to a multiple of ${bandWidth}; 0 to ${bandWidth - 1} is held back.`
                : null}{' '}
              Nothing about any one shopper is kept.
            </p>
          </footer>
        </body>
      </html>
    </>
  );
}
