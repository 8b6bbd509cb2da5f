import { sayChanges, sayFacts } from './in-short';
import type { View } from './panel';

/** The span in a few sentences, and what changed for certain. */
export function InShort({ view }: { view: View }) {
  const changes = sayChanges(view);
  return (
    <section class="panel in-short" aria-labelledby="in-short-h">
      <div>
        <h2 id="in-short-h">In short</h2>
        <ul>
          {sayFacts(view).map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      </div>
      <div>
        <h2>What changed</h2>
        {view.before && changes.length > 0 ? (
          <ul>
            {changes.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        ) : (
          <p>
            {view.before
              ? 'Nothing for certain: every figure may be the same as in the span before.'
              : 'This is the first released span, so there is none to compare it with.'}
          </p>
        )}
      </div>
    </section>
  );
}
