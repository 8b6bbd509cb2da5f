import { raw } from 'hono/html';
import type { PropsWithChildren } from 'hono/jsx';
import type { Language } from '../../shared/check/codes';
import type { AdviceSite } from './advice-site';
import type { PageCode } from './card-codes';
import { languageTexts } from './languages';

type LanguagesProps = { site: AdviceSite; code: PageCode; language: Language };

const Languages = ({ site, code, language }: LanguagesProps) => (
  <nav class="languages" aria-label="Language">
    <ul>
      {site.languages.map((other) => (
        <li>
          <a
            href={site.href(code, other)}
            lang={other}
            hreflang={other}
            aria-current={other === language ? 'page' : undefined}
          >
            {languageTexts[other].words.languageName}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

type DocumentProps = PropsWithChildren<LanguagesProps & { title: string }>;

/** The frame of a public page: no script, no picture from elsewhere, nothing that is remembered. */
export const AdviceDocument = ({ site, code, language, title, children }: DocumentProps) => (
  <>
    {raw('<!doctype html>')}
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{`${title} · Counterstep`}</title>
        <link rel="stylesheet" href={site.styleHref} />
        <link rel="icon" href={site.iconHref} type="image/svg+xml" />
      </head>
      <body>
        {site.languages.length > 1 ? <Languages site={site} code={code} language={language} /> : null}
        <main>{children}</main>
      </body>
    </html>
  </>
);
