import { dateWords, spanWords } from '../bands/dates';
import type { View } from '../panels/panel';
import { viewQuery } from '../query';
import { OtherStores } from './other-stores';

/** Which store and span a page shows, and the way to the spans beside it. */
export function SpanHeader({ view, title, path }: { view: View; title: string; path: string }) {
  const { release, releases, store } = view;
  const at = releases.indexOf(release);
  const newer = releases[at - 1];
  return (
    <div class="span-header">
      <p class="store">{store.name}</p>
      <h1>{title}</h1>
      <p class="dates">
        {spanWords(release.firstDay, release.lastDay)}
        <span class="published">
          {' '}
          · published <time datetime={release.publishedOn}>{dateWords(release.publishedOn)}</time>
        </span>
      </p>
      <nav aria-label="Spans" class="steps">
        {view.before ? (
          <a rel="prev" href={`${path}${viewQuery(view, view.before.spanNo)}`}>
            ← Span before
          </a>
        ) : null}
        {newer ? (
          <a rel="next" href={`${path}${viewQuery(view, newer.spanNo)}`}>
            Span after →
          </a>
        ) : (
          <span>Newest released span</span>
        )}
      </nav>
      <OtherStores path={path} view={view} />
    </div>
  );
}
