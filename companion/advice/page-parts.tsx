import type { Language } from '../../shared/check/codes';
import type { Claim } from '../../shared/wording/sources';
import type { Work } from '../../shared/wording/works';
import { type AdviceSite, TEXTS_DATE } from './advice-site';
import { languageTexts } from './languages';
import type { View } from './views';

/** A BCP 47 tag for a part in another language than its page; nothing when it is the same. */
const langOf = (part: Language, page: Language): Language | undefined => (part === page ? undefined : part);

/** Whom to call when it cannot wait. */
export function Emergency({ site, language }: { site: AdviceSite; language: Language }) {
  const { words } = languageTexts[language];
  return (
    <aside class="emergency">
      <p>
        {words.emergency}{' '}
        {site.emergencyNumber === null ? (
          <strong>{words.emergencyUnset}</strong>
        ) : (
          <a href={`tel:${site.emergencyNumber}`}>{site.emergencyNumber}</a>
        )}
        .
      </p>
      {site.urgentLine === null ? null : (
        <p>
          {words.urgentLine} <a href={`tel:${site.urgentLine}`}>{site.urgentLine}</a>
        </p>
      )}
    </aside>
  );
}

/** Topics on which advice differs. */
export function ViewsDiffer({ shown, language }: { shown: readonly View[]; language: Language }) {
  const { words } = languageTexts[language];
  if (shown.length === 0) return null;
  return (
    <section>
      <h2>{words.viewsDiffer}</h2>
      <ul>
        {shown.map(({ key }) => (
          <li>{words.views[key]}</li>
        ))}
      </ul>
    </section>
  );
}

const workWords = ({ authors, year, where, identifier, read }: Work): string =>
  `${authors}${year === undefined ? '' : ` ${year}`}. ${where}. ${identifier} (read: ${read})`;

type SourcesProps = { claims: readonly Claim[]; works: readonly Work[]; language: Language };

/** What the page rests on, how well it is supported, and what was read. */
export function Sources({ claims, works, language }: SourcesProps) {
  const { words } = languageTexts[language];
  return (
    <details class="sources">
      <summary>{words.sources}</summary>
      {words.sourcesNote ? <p>{words.sourcesNote}</p> : null}
      <div lang={langOf('en', language)}>
        <ul>
          {claims.map(({ says, strength }) => (
            <li>
              {says} <em>({strength})</em>
            </li>
          ))}
        </ul>
        <ol>
          {works.map((work) => (
            <li>{workWords(work)}</li>
          ))}
        </ol>
      </div>
    </details>
  );
}

/** What a reader must know about these pages. */
export function Notices({ site, language }: { site: AdviceSite; language: Language }) {
  const { words } = languageTexts[language];
  return (
    <section class="notices">
      <h2>{words.noticesHeading}</h2>
      <ul>
        {words.notices.map((notice) => (
          <li>{notice}</li>
        ))}
      </ul>
      <p>
        {words.contact} {site.contact ?? words.contactUnset}
      </p>
      <p>
        {words.textsOf} <time datetime={TEXTS_DATE}>{TEXTS_DATE}</time>.
      </p>
    </section>
  );
}
