import { raw } from 'hono/html';
import type { Language } from '../../shared/check/codes';
import { TEXTS_DATE } from './advice-site';
import { languageTexts } from './languages';

/** What one printed card shows. */
interface PrintedCardProps {
  readonly language: Language;
  /** the whole style: a card is one file */
  readonly style: string;
  readonly emergencyNumber: string | null;
  readonly urgentLine: string | null;
  readonly storeName: string | null;
  readonly contact: string | null;
  /** where the public pages lie, and that address as a QR code (SVG); null: no pages */
  readonly pages: { readonly url: string; readonly qrSvg: string } | null;
}

const Signs = ({ signs }: { signs: readonly string[] }) => (
  <ul>
    {signs.map((sign) => (
      <li>{sign}</li>
    ))}
  </ul>
);

/** The card of size A5 that stands beside the kiosk, as one file that is ready to print. */
export function PrintedCard(props: PrintedCardProps) {
  const { language, style, emergencyNumber, urgentLine, storeName, contact, pages } = props;
  const { words } = languageTexts[language];
  const { card } = words;
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{card.title}</title>
          <style>{raw(style)}</style>
        </head>
        <body>
          <main>
            {storeName === null ? null : <p class="store">{storeName}</p>}
            <h1>{card.title}</h1>
            <p>{card.how}</p>
            <p class="emergency">
              {words.emergency} <strong>{emergencyNumber ?? words.emergencyUnset}</strong>.
              {urgentLine === null ? null : (
                <span class="line">
                  {words.urgentLine} <strong>{urgentLine}</strong>
                </span>
              )}
            </p>
            <h2>{card.leftOff}</h2>
            <Signs signs={card.leftOffSigns} />
            <p>{card.leftOffAdvice}</p>
            <h2>{card.notCovered}</h2>
            <Signs signs={card.notCoveredWho} />
            <p>{card.notCoveredAdvice}</p>
            <footer>
              {pages === null ? null : <div class="qr">{raw(pages.qrSvg)}</div>}
              <div>
                {pages === null ? null : (
                  <p>
                    {card.readMore} <b>{pages.url}</b>
                  </p>
                )}
                <p>
                  {card.made} {words.textsOf} {TEXTS_DATE}.
                </p>
                <p>
                  {words.contact} {contact ?? words.contactUnset}
                </p>
              </div>
            </footer>
          </main>
        </body>
      </html>
    </>
  );
}
