import type { Language } from '../../shared/check/codes';
import { languageTexts } from './languages';

/** The kiosk's warning signs in its own two classes: help the same day, and a physio or GP in the next days. */
export function WarningSigns({ language }: { language: Language }) {
  const { words, long } = languageTexts[language];
  return (
    <>
      <h3>{words.signsToday}</h3>
      <ul>
        {Object.values(long.help.rf1).map((sign) => (
          <li>{sign}</li>
        ))}
      </ul>
      <h3>{words.signsSoon}</h3>
      <ul>
        {Object.values(long.help.rf2).map((sign) => (
          <li>{sign}</li>
        ))}
      </ul>
      <p>{words.kioskSaidToday}</p>
    </>
  );
}
