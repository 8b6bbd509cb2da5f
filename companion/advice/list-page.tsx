import { type Language, patternCodes, referralCardCodes } from '../../shared/check/codes';
import type { AdviceSite } from './advice-site';
import { AskedParts } from './asked-parts';
import type { CardCode } from './card-codes';
import { readCard } from './card-texts';
import { claimsBehind, worksOf } from './claims-of';
import { AdviceDocument } from './document';
import { languageTexts } from './languages';
import { Emergency, Notices, Sources } from './page-parts';

/** The list of all pages, and what people ask about besides. */
export function ListPage({ site, language }: { site: AdviceSite; language: Language }) {
  const { words } = languageTexts[language];
  const claims = claimsBehind('help', 'factors', 'shoes');
  const Links = ({ codes }: { codes: readonly CardCode[] }) => (
    <ul class="links">
      {codes.map((code) => (
        <li>
          <a href={site.href(code, language)}>{readCard(code, language).title}</a>
        </li>
      ))}
    </ul>
  );
  return (
    <AdviceDocument site={site} code={null} language={language} title={words.allPages}>
      <h1>{words.allPages}</h1>
      <Emergency site={site} language={language} />
      <section>
        <h2>{words.referralsHeading}</h2>
        <Links codes={referralCardCodes} />
      </section>
      <section>
        <h2>{words.patternsHeading}</h2>
        <Links codes={patternCodes} />
      </section>
      <AskedParts language={language} />
      <section>
        <h2>{words.staffPage.title}</h2>
        <p>
          <a href={site.href('staff', language)}>{words.staffPage.neverSay}</a>
        </p>
      </section>
      <Notices site={site} language={language} />
      <Sources claims={claims} works={worksOf(claims, [])} language={language} />
    </AdviceDocument>
  );
}
