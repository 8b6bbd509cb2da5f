import type { Language } from '../../shared/check/codes';
import { languageTexts } from './languages';
import { TitledTexts } from './titled-texts';
import { WarningSigns } from './warning-signs';

/** What people ask about at the kiosk and no card's page answers: signs and answers, running, shoes. */
export function AskedParts({ language }: { language: Language }) {
  const { words, screen, long } = languageTexts[language];
  const { twoSigns, beh, wear } = long.help;
  return (
    <>
      <section>
        <h2>{words.asked.heading}</h2>
        <WarningSigns language={language} />
        <p>{twoSigns}</p>
        <TitledTexts titles={screen.questions} texts={{ beh, wear }} />
      </section>
      <section>
        <h2>{words.asked.running}</h2>
        <TitledTexts titles={screen.options.load} texts={long.factors} />
      </section>
      <section>
        <h2>{words.asked.shoes}</h2>
        <TitledTexts titles={screen.shoeCards} texts={long.shoes} />
      </section>
    </>
  );
}
