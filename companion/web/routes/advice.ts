import type { Context } from 'hono';
import { type Language, languageCodes } from '../../../shared/check/codes';
import type { AdviceSite } from '../../advice/advice-site';
import { agreedNumbers } from '../../advice/agreed-numbers';
import { cardAtAddress, isPageCode, type PageCode } from '../../advice/card-codes';
import { drawPage } from '../../advice/draw-page';
import { chooseLanguage } from '../../advice/languages';
import type { Deps } from '../deps';
import type { Site } from '../site';

const addressOf = (code: PageCode, language: Language): string =>
  `/advice${code === null ? '' : `/${code}`}?${new URLSearchParams({ lang: language })}`;

/**
 * GET /advice/:code. The longer text behind a QR code, for everybody: no cookie is set and nothing is counted. `staff` is
 * the page for staff. Without a code, or with one that is unknown, the list of all pages.
 */
export const adviceRoute = (deps: Deps, site: Site) => async (c: Context) => {
  const asked = c.req.param('code') ?? '';
  const code = cardAtAddress(asked) ?? asked;
  const language = chooseLanguage(c.req.query('lang'), c.req.header('Accept-Language'));
  const wanted = await deps.settings.listWanted();
  const pages: AdviceSite = {
    ...agreedNumbers(wanted.map(({ settings }) => settings)),
    href: addressOf,
    styleHref: site.assetUrl('advice.css'),
    iconHref: site.assetUrl('icon.svg'),
    languages: languageCodes,
    contact: null,
  };
  c.header('Vary', 'Accept-Language');
  if (isPageCode(code)) return c.html(drawPage(pages, code, language));
  return c.html(drawPage(pages, null, language), code === '' ? 200 : 404);
};
