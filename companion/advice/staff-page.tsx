import type { Language } from '../../shared/check/codes';
import type { AdviceSite } from './advice-site';
import { claimsBehind, worksOf } from './claims-of';
import { AdviceDocument } from './document';
import { languageTexts } from './languages';
import { Emergency, Notices, Sources } from './page-parts';
import { TitledTexts } from './titled-texts';

const List = ({ items }: { items: readonly string[] }) => (
  <ul>
    {items.map((item) => (
      <li>{item}</li>
    ))}
  </ul>
);

/** The page for staff: what their cards mean, and what is never said or done. */
export function StaffPage({ site, language }: { site: AdviceSite; language: Language }) {
  const { words, screen, long } = languageTexts[language];
  const { staffPage } = words;
  const claims = claimsBehind('staff', 'feet');
  return (
    <AdviceDocument site={site} code="staff" language={language} title={staffPage.title}>
      <h1>{staffPage.title}</h1>
      <p>{staffPage.how}</p>
      <Emergency site={site} language={language} />
      <section>
        <h2>{staffPage.neverSay}</h2>
        <List items={staffPage.neverSayWhat} />
        <h2>{staffPage.neverDo}</h2>
        <List items={staffPage.neverDoWhat} />
      </section>
      <section>
        <h2>{staffPage.cards}</h2>
        <TitledTexts titles={{ ...screen.staffCards, ...screen.shoeCards }} texts={long.staff} />
      </section>
      <section>
        <h2>{staffPage.feet}</h2>
        <TitledTexts titles={screen.options.foot} texts={long.feet} />
      </section>
      <Notices site={site} language={language} />
      <Sources claims={claims} works={worksOf(claims, [])} language={language} />
      <p>
        <a href={site.href(null, language)}>{words.allPages}</a>
      </p>
    </AdviceDocument>
  );
}
