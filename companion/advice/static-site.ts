import { posix } from 'node:path';
import type { Language } from '../../shared/check/codes';
import type { AdviceSite } from './advice-site';
import { addressCodeOf, cardCodes, type PageCode } from './card-codes';
import { drawPage } from './draw-page';

const STYLE_FILE = 'advice.css';
const ICON_FILE = 'icon.svg';

/** A file of the site; its path has folders divided by `/`. */
export interface SiteFile {
  readonly path: string;
  readonly text: string;
}

/** What a store says about itself on its pages. */
export type SiteFacts = Pick<AdviceSite, 'languages' | 'emergencyNumber' | 'urgentLine' | 'contact'>;

/**
 * The folder of a page: `PFP` in the first language, `es/PFP` in another; `.` and `es` for the lists.
 */
function folderOf(code: PageCode, language: Language, languages: readonly Language[]): string {
  const ofLanguage = language === languages[0] ? '.' : language;
  return posix.join(ofLanguage, code ?? '.');
}

/**
 * The public pages as files for any web space: every address is relative and ends in a folder. In the first language
 * each also lies where the card's QR code leads.
 */
export function makeStaticSite(facts: SiteFacts, look: { style: string; icon: string }): SiteFile[] {
  const { languages } = facts;
  const files: SiteFile[] = [
    { path: STYLE_FILE, text: look.style },
    { path: ICON_FILE, text: look.icon },
  ];
  const write = (code: PageCode, language: Language, folder: string): void => {
    const site: AdviceSite = {
      ...facts,
      href: (otherCode, otherLanguage) =>
        `${posix.relative(folder, folderOf(otherCode, otherLanguage, languages)) || '.'}/`,
      styleHref: posix.relative(folder, STYLE_FILE),
      iconHref: posix.relative(folder, ICON_FILE),
    };
    files.push({ path: posix.join(folder, 'index.html'), text: String(drawPage(site, code, language)) });
  };
  for (const language of languages)
    for (const code of [null, 'staff', ...cardCodes] as const)
      write(code, language, folderOf(code, language, languages));
  const [first] = languages;
  if (first) for (const code of cardCodes) write(code, first, addressCodeOf(code));
  return files;
}
