import { type Language, patternCodes, referralCardCodes } from '../../shared/check/codes';
import type { AdviceSite } from './advice-site';
import type { CardCode } from './card-codes';
import { readCard } from './card-texts';
import { AdviceDocument } from './document';
import { languageTexts } from './languages';
import { Emergency, Notices } from './page-parts';

/** The list of all pages. */
export function ListPage({ site, language }: { site: AdviceSite; language: Language }) {
  const { words } = languageTexts[language];
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
      <Notices site={site} language={language} />
    </AdviceDocument>
  );
}
