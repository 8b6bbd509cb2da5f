import type { Language } from '../../shared/check/codes';
import type { AdviceSite } from './advice-site';
import type { CardCode } from './card-codes';
import { readCard } from './card-texts';
import { claimsOf, worksOf } from './claims-of';
import { AdviceDocument } from './document';
import { languageTexts } from './languages';
import { Emergency, Notices, Sources, ViewsDiffer } from './page-parts';
import { views } from './views';
import { WarningSigns } from './warning-signs';

/** The page behind one card of the kiosk: the longer text, what to watch for, where views differ, and its sources. */
export function CardPage({ site, code, language }: { site: AdviceSite; code: CardCode; language: Language }) {
  const { words } = languageTexts[language];
  const { title, screenLines, long, when, isUrgent } = readCard(code, language);
  const shown = views.filter(({ cards }) => cards.includes(code));
  const claims = claimsOf(code);
  return (
    <AdviceDocument site={site} code={code} language={language} title={title}>
      {when === null ? null : <p class="when">{when}</p>}
      <h1>{title}</h1>
      {isUrgent ? <Emergency site={site} language={language} /> : null}
      <section>
        <h2>{words.inShort}</h2>
        <p class="screen-lines">
          {screenLines.map((line, index) => (
            <>
              {index > 0 ? <br /> : null}
              {line}
            </>
          ))}
        </p>
      </section>
      <section>
        <h2>{words.more}</h2>
        <p>{long}</p>
      </section>
      {isUrgent ? null : (
        <section>
          <h2>{words.warningSigns}</h2>
          <WarningSigns language={language} />
        </section>
      )}
      {isUrgent ? null : <Emergency site={site} language={language} />}
      <ViewsDiffer shown={shown} language={language} />
      <Notices site={site} language={language} />
      <Sources claims={claims} works={worksOf(claims, shown)} language={language} />
      <p>
        <a href={site.href(null, language)}>{words.allPages}</a>
      </p>
    </AdviceDocument>
  );
}
