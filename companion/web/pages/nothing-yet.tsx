import type { LiveTopic } from '../deps';
import type { Site } from '../site';
import { Layout } from './layout';

/** What stands in place of figures before the first release: when it comes, never how much is missing. */
export function NothingYet({ site, title, path }: { site: Site; title: string; path: string }) {
  const live: LiveTopic = 'releases';
  return (
    <Layout site={site} title={title} path={path} live={live}>
      <h1>{title}</h1>
      <section class="panel">
        <h2>No report yet</h2>
        <p>
          The first one comes on the first Monday with at least 100 finished checks. Until then nothing is
          shown, so that nobody’s answers can be told from the counts.
        </p>
        <p>
          Whether the kiosks are well shows on <a href="/kiosks">Kiosks</a>.
        </p>
      </section>
    </Layout>
  );
}
